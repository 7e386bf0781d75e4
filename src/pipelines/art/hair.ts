import type { Body } from './anatomy.ts';
import { add, apply, type Mat3, normalize, rotateX, scale, subtract, type Vec3 } from './linear.ts';
import { MATERIAL } from './materials.ts';
import { vertexNormals } from './mesh.ts';
import { type Part, ringTriangles } from './part.ts';
import type { Skeleton } from './skeleton.ts';

const ROWS = 15;
const COLUMNS = 32;
/** Tilt of the bun's axis from straight back, degrees: it points up and away. */
const TILT: Mat3 = rotateX(34);

/** The bun: hair coiled flat on the back of the crown. Its chart is [sine, latitude, cosine] of the way round. */
export function bunPart(body: Body, skeleton: Skeleton): Part {
  const bone = body.boneIndex.get('Head')!;
  const { head, tail } = body.bones[bone]!;
  const tall = tail[1] - head[1];
  const centre: Vec3 = [0, head[1] + tall * 1.02, head[2] - tall * 0.5];
  const points = new Float64Array(ROWS * COLUMNS * 3);
  const chart = new Float64Array(points.length);
  for (let j = 0; j < ROWS; j++)
    for (let i = 0; i < COLUMNS; i++) {
      const t = (Math.PI * j) / (ROWS - 1);
      const a = (2 * Math.PI * i) / COLUMNS;
      // Squarer than a ball: a coil with a full rim.
      const r = tall * 0.24 * Math.sin(t) ** 0.8;
      const local = apply(TILT, [
        r * Math.cos(a),
        r * Math.sin(a) * 0.94,
        -tall * 0.22 * Math.cos(t),
      ]);
      const posed = add(
        skeleton.heads[bone]!,
        apply(skeleton.rotations[bone]!, subtract(add(centre, local), head)),
      );
      const at = (j * COLUMNS + i) * 3;
      points.set(posed, at);
      chart.set([Math.sin(a), t, Math.cos(a)], at);
    }
  const triangles = ringTriangles(ROWS, COLUMNS);
  return {
    points,
    normals: vertexNormals(points, triangles),
    triangles,
    chart,
    material: () => MATERIAL.hair,
    groove: (sine, t, cosine) => 0.78 + 0.22 * Math.sin(3 * Math.atan2(sine, cosine) + 5.2 * t),
  };
}

/** Middle of the bun on the makers' body, towards which all hair is combed. */
const BUN: Vec3 = [0, 7.7, -0.5];
const SKULL: Vec3 = [0, 7.15, 0.4];
const AXIS = normalize(subtract(BUN, SKULL));

/** Combed hair: its sheen ends in tongues that run from the brow to the bun. Factor of the light at a point of the skull. */
export function combed(x: number, y: number, z: number): number {
  const p: Vec3 = [x - SKULL[0], y - SKULL[1], z - SKULL[2]];
  const along = p[0] * AXIS[0] + p[1] * AXIS[1] + p[2] * AXIS[2];
  const side = subtract(p, scale(AXIS, along));
  const angle = Math.atan2(side[0], -side[1] * AXIS[2] + side[2] * AXIS[1]);
  return 0.76 + 0.24 * Math.cos(17 * angle);
}
