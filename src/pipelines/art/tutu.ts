import { mix } from '../../core/maths/scalar.ts';
import type { Body } from './anatomy.ts';
import { add, apply, radians, smoothstep, type Vec3 } from './linear.ts';
import { MATERIAL } from './materials.ts';
import { vertexNormals } from './mesh.ts';
import { type Part, ringTriangles } from './part.ts';
import type { Skeleton } from './skeleton.ts';
import { plateAngle, SECTORS, type TutuState } from './tutuMotion.ts';

const COLUMNS = 192;
const ROWS = 12;
/** Tiers of net, top first. */
const LAYERS = 4;
/** Length of the net from hip to rim, clip units. */
const NET = 128;
/** Half axes of the hips where the net is sewn on, and its height over the pelvis's joint. */
const SEAM: Vec3 = [46, 32, 40];

/** Pleats, -1 to 1, a little uneven: no two gathers of net are alike. All tiers are gathered alike, so that their hems nest. */
const pleat = (a: number): number =>
  0.86 * Math.sin(20 * a + 0.5 * Math.sin(3 * a)) + 0.14 * Math.sin(7 * a + 2);

/** The tutu: thin tiers of ruffled net about the hips. */
export function tutuPart(body: Body, skeleton: Skeleton, state: TutuState): Part {
  const hips = body.boneIndex.get('Hips')!;
  const turn = skeleton.rotations[hips]!;
  const at = skeleton.heads[hips]!;
  const points = new Float64Array(LAYERS * ROWS * COLUMNS * 3);
  const chart = new Float64Array(points.length);
  for (let layer = 0; layer < LAYERS; layer++) {
    const net = NET * (1 - 0.07 * layer);
    for (let i = 0; i < COLUMNS; i++) {
      const a = (2 * Math.PI * i) / COLUMNS;
      const fold = pleat(a);
      let out = 0;
      let high = 0;
      for (let j = 0; j < ROWS; j++) {
        const t = j / (ROWS - 1);
        // The seam lies flat against the hips, each lower tier a little deeper.
        const angle =
          plateAngle(state, (i / COLUMNS) * SECTORS, t) - radians(layer * mix(1.2, 4, t));
        if (j > 0) {
          const step = (net * (1 + 0.02 * fold * t)) / (ROWS - 1);
          out += Math.cos(angle) * step;
          high += Math.sin(angle) * step;
        }
        const swirl = a + radians(state.twist * t * t);
        const ruffle = fold * 2.8 * t ** 1.4;
        const local: Vec3 = [
          Math.sin(swirl) * (SEAM[0] + out - Math.sin(angle) * ruffle),
          SEAM[1] - layer * 3 + high + Math.cos(angle) * ruffle,
          Math.cos(swirl) * (SEAM[2] + out - Math.sin(angle) * ruffle) - 4,
        ];
        const index = (layer * ROWS * COLUMNS + j * COLUMNS + i) * 3;
        points.set(add(at, apply(turn, local)), index);
        chart.set([Math.sin(a), t + 2 * layer, Math.cos(a)], index);
      }
    }
  }
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
    chart,
    groove: gathered,
    thin: true,
  };
}

/**
 * Factor of the light: wedges of shade in the valleys of the upper plate, from
 * nothing near the hips to half of every pleat at the rim; the tiers beneath
 * each a step darker, as plain bands.
 */
function gathered(sine: number, along: number, cosine: number): number {
  const layer = Math.floor(along / 2 + 0.25);
  if (layer > 0) return layer === 1 ? 0.45 : 0;
  const valley = -pleat(Math.atan2(sine, cosine));
  return valley > mix(1.05, 0.2, smoothstep(0.2, 1, along)) ? 0.3 : 1;
}
