import { clamp, mix } from '../../core/maths/scalar.ts';
import { pushOut } from './cloth.ts';
import { GOWN_COLUMNS, GOWN_ROWS, type GownState } from './gownMotion.ts';
import { MATERIAL } from './materials.ts';
import { normalizeAll, vertexNormals } from './mesh.ts';
import { type Part, ringTriangles } from './part.ts';
import { skirtStain } from './stain.ts';

/** Finer than the simulation, for smooth folds. */
const ACROSS = 4;
const DOWN = 3;
const COLUMNS = GOWN_COLUMNS * ACROSS;
const ROWS = (GOWN_ROWS - 1) * DOWN + 1;

/** Between its particles the cloth would sag into a limb: it keeps so far off, clip units. */
const LEEWAY = 5;

/** Weights of Catmull-Rom interpolation at t between the second and third of four points. */
const weights = (t: number): readonly [number, number, number, number] => [
  0.5 * (-t + 2 * t * t - t ** 3),
  0.5 * (2 - 5 * t * t + 3 * t ** 3),
  0.5 * (t + 4 * t * t - 3 * t ** 3),
  0.5 * (-t * t + t ** 3),
];

/** The romantic skirt: one bell of tulle in flutes that deepen towards the hem. @param stain 0 to 1. */
export function gownPart(state: GownState, stain: number): Part {
  const coarse = state.cloth.position;
  const points = new Float64Array(ROWS * COLUMNS * 3);
  const chart = new Float64Array(ROWS * COLUMNS * 3);
  for (let j = 0; j < ROWS; j++) {
    const row = Math.min(GOWN_ROWS - 2, Math.floor(j / DOWN));
    const wr = weights(j / DOWN - row);
    for (let i = 0; i < COLUMNS; i++) {
      const column = Math.floor(i / ACROSS);
      const wc = weights((i % ACROSS) / ACROSS);
      const at = (j * COLUMNS + i) * 3;
      for (let a = 0; a < 4; a++) {
        const r = clamp(row + a - 1, 0, GOWN_ROWS - 1);
        for (let b = 0; b < 4; b++) {
          const c = (column + b - 1 + GOWN_COLUMNS) % GOWN_COLUMNS;
          const w = wr[a]! * wc[b]!;
          const from = (r * GOWN_COLUMNS + c) * 3;
          for (let k = 0; k < 3; k++) points[at + k]! += w * coarse[from + k]!;
        }
      }
      const around = (2 * Math.PI * i) / COLUMNS;
      chart.set([Math.sin(around), j / (ROWS - 1), Math.cos(around)], at);
    }
  }
  const triangles = ringTriangles(ROWS, COLUMNS);
  const normals = vertexNormals(points, triangles);
  // Flutes: gathers that the coarse simulation cannot hold.
  for (let i = 0; i < points.length; i += 3) {
    const a = Math.atan2(chart[i]!, chart[i + 2]!);
    const t = chart[i + 1]!;
    const flute =
      mix(0.2, 7, t ** 0.8) *
      (0.7 * Math.sin(22 * a + Math.sin(3 * a)) + 0.3 * Math.sin(13 * a + 2));
    for (let k = 0; k < 3; k++) points[i + k]! += normals[i + k]! * flute;
  }
  for (const limb of state.capsules) pushOut(points, COLUMNS, limb, LEEWAY);
  const fluted = vertexNormals(points, triangles);
  // Shade half by the fold and half by the bell: large shapes with a few crisp flutes.
  for (let i = 0; i < fluted.length; i++) fluted[i] = 0.6 * fluted[i]! + 0.4 * normals[i]!;
  normalizeAll(fluted);
  return {
    points,
    normals: fluted,
    triangles,
    chart,
    material: (sine, t, cosine) =>
      stain > 0 && skirtStain(Math.atan2(sine, cosine), t, stain) ? MATERIAL.stain : MATERIAL.dress,
    thin: true,
  };
}
