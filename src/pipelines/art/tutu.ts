import type { Body } from './anatomy.ts';
import type { Vec3 } from './linear.ts';
import { add, apply, mix, normalize, smoothstep, subtract, transpose } from './linear.ts';
import { MATERIAL } from './materials.ts';
import { vertexNormals } from './mesh.ts';
import { type Part, ringTriangles } from './part.ts';
import { SIDES, type Skeleton } from './skeleton.ts';

const COLUMNS = 160;
const ROWS = 12;
const LAYERS = 3;
const RADIUS = 160;
const WAIST = 40;

/** The tutu: tiers of ruffled net about the hips. */
export function tutuPart(body: Body, skeleton: Skeleton): Part {
  const hips = body.boneIndex.get('Hips')!;
  const turn = skeleton.rotations[hips]!;
  const at = skeleton.heads[hips]!;
  const legs = SIDES.map((side) => {
    const hip = skeleton.heads[body.boneIndex.get(`${side}UpLeg`)!]!;
    const knee = skeleton.heads[body.boneIndex.get(`${side}Leg`)!]!;
    return apply(transpose(turn), normalize(subtract(knee, hip)));
  });
  const layers: number[][] = [];
  for (let layer = 0; layer < LAYERS; layer++)
    for (let j = 0; j < ROWS; j++) {
      const t = j / (ROWS - 1);
      for (let i = 0; i < COLUMNS; i++) {
        const a = (2 * Math.PI * i) / COLUMNS;
        const r = mix(WAIST, RADIUS * (1 - layer * 0.05), t);
        const ruffle =
          t ** 1.5 * (3.5 * Math.sin(a * 22 + layer * 2.1) + 2 * Math.sin(a * 37 + layer));
        let y = 26 - 12 * t * t - layer * 7 * t + ruffle;
        for (const d of legs) {
          const out = Math.hypot(d[0], d[2]);
          if (out < 0.2) continue;
          const towards = (d[0] * Math.sin(a) + d[2] * Math.cos(a)) / out;
          const rise = smoothstep(-0.75, 0.35, d[1]) * 0.8;
          y += rise * r * t * Math.max(0, towards * 0.7 + 0.3) ** 2;
        }
        const local: Vec3 = [Math.sin(a) * r, y, Math.cos(a) * r];
        layers.push([...add(at, apply(turn, local))]);
      }
    }
  const points = Float64Array.from(layers.flat());
  const one = ringTriangles(ROWS, COLUMNS);
  const triangles = new Uint32Array(one.length * LAYERS);
  for (let layer = 0; layer < LAYERS; layer++)
    triangles.set(
      one.map((v) => v + layer * ROWS * COLUMNS),
      layer * one.length,
    );
  return {
    points,
    normals: vertexNormals(points, triangles),
    triangles,
    material: MATERIAL.tutu,
    thin: true,
  };
}
