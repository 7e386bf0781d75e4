import type { Body } from './anatomy.ts';
import type { Vec3 } from './linear.ts';
import { add, apply, subtract } from './linear.ts';
import { MATERIAL } from './materials.ts';
import { vertexNormals } from './mesh.ts';
import { type Part, ringTriangles } from './part.ts';
import type { Skeleton } from './skeleton.ts';

/** The bun: a flattened coil that sits on the crown's back. */
export function bunPart(body: Body, skeleton: Skeleton): Part {
  const bone = body.boneIndex.get('Head')!;
  const { head, tail } = body.bones[bone]!;
  const tall = tail[1] - head[1];
  const centre: Vec3 = [0, head[1] + tall * 0.77, head[2] - tall * 0.69];
  const rows = 13;
  const columns = 24;
  const points = new Float64Array(rows * columns * 3);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const t = (Math.PI * j) / (rows - 1);
      const a = (2 * Math.PI * i) / columns;
      const r = tall * 0.27;
      const local: Vec3 = [
        r * Math.sin(t) * Math.cos(a),
        r * Math.sin(t) * Math.sin(a) + r * 0.3 * Math.cos(t),
        -r * 0.72 * Math.cos(t),
      ];
      const posed = add(
        skeleton.heads[bone]!,
        apply(skeleton.rotations[bone]!, subtract(add(centre, local), head)),
      );
      points.set(posed, (j * columns + i) * 3);
    }
  const triangles = ringTriangles(rows, columns);
  return { points, normals: vertexNormals(points, triangles), triangles, material: MATERIAL.hair };
}
