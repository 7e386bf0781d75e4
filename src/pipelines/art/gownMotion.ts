import { mix } from '../../core/maths/scalar.ts';
import type { Body } from './anatomy.ts';
import { type Capsule, type Cloth, type ClothState, stepCloth } from './cloth.ts';
import { add, apply, length, mixVec, normalize, scale, subtract, type Vec3 } from './linear.ts';
import { SIDES, type Skeleton } from './skeleton.ts';

export const GOWN_COLUMNS = 52;
export const GOWN_ROWS = 14;
/** From the waist to mid-calf, clip units. */
const LENGTH = 292;
/** Half axes of the waist and its height over the pelvis's joint. */
const WAIST: Vec3 = [41, 46, 32];
/** Radius of the hem when the tulle stands by itself. */
const HEM = 178;
const SUBSTEP = 1 / 60;

/** Radius of the skirt's own shape at a share of its length: a bell. */
const bell = (t: number): number => mix(WAIST[0], HEM, t ** 0.85);

const CLOTH: Cloth = {
  rows: GOWN_ROWS,
  columns: GOWN_COLUMNS,
  drop: (LENGTH * 1.06) / (GOWN_ROWS - 1),
  girth: Array.from(
    { length: GOWN_ROWS },
    // Gathered: there is a quarter more net than the bell needs, it lies in folds.
    (_, j) => ((2 * Math.PI * bell(j / (GOWN_ROWS - 1))) / GOWN_COLUMNS) * 1.22,
  ),
};
/** Tulle: light, held by the air, springy in its layers. */
const TULLE = { gravity: 1500, drag: 3.2, volume: 34 };

/** The skirt's particles, and the shape and limbs they last met. */
export interface GownState {
  readonly cloth: ClothState;
  readonly shape: Float64Array;
  readonly capsules: readonly Capsule[];
}

/** Where the skirt would stand if nothing moved it. The first ring is sewn to the waist. */
function bellShape(body: Body, skeleton: Skeleton): Float64Array {
  const hips = body.boneIndex.get('Hips')!;
  const turn = skeleton.rotations[hips]!;
  const at = skeleton.heads[hips]!;
  const up = apply(turn, [0, 1, 0]);
  // Net stands off the pelvis but hangs by its weight: half way between the two.
  const axis = normalize(add(up, [0, 0.9, 0]));
  const out = new Float64Array(GOWN_ROWS * GOWN_COLUMNS * 3);
  for (let j = 0; j < GOWN_ROWS; j++) {
    const t = j / (GOWN_ROWS - 1);
    const r = bell(t) / WAIST[0];
    for (let i = 0; i < GOWN_COLUMNS; i++) {
      const a = (2 * Math.PI * i) / GOWN_COLUMNS;
      const wave = 1 + 0.07 * t * Math.sin(9 * a) + 0.04 * t * Math.sin(5 * a + 1);
      const depth = mix(WAIST[2], WAIST[0], Math.min(1, t * 2));
      const ring = apply(turn, [
        Math.sin(a) * WAIST[0] * r * wave,
        WAIST[1] - 8 * Math.max(0, Math.cos(a)),
        Math.cos(a) * depth * r * wave - 2,
      ]);
      const fall = -LENGTH * t;
      out.set(
        [
          at[0] + ring[0] + axis[0] * fall,
          at[1] + ring[1] + axis[1] * fall,
          at[2] + ring[2] + axis[2] * fall,
        ],
        (j * GOWN_COLUMNS + i) * 3,
      );
    }
  }
  return out;
}

function limbs(body: Body, skeleton: Skeleton): Capsule[] {
  const head = (name: string): Vec3 => skeleton.heads[body.boneIndex.get(name)!]!;
  const out: Capsule[] = [];
  for (const side of SIDES) {
    const [hip, knee, ankle, toe] = [
      head(`${side}UpLeg`),
      head(`${side}Leg`),
      head(`${side}Foot`),
      head(`${side}ToeBase`),
    ];
    out.push({ from: hip, to: knee, fromRadius: 41, toRadius: 28 });
    out.push({ from: knee, to: ankle, fromRadius: 28, toRadius: 21 });
    out.push({ from: ankle, to: toe, fromRadius: 17, toRadius: 13 });
  }
  const left = head('LeftUpLeg');
  const right = head('RightUpLeg');
  out.push({ from: left, to: right, fromRadius: 42, toRadius: 42 });
  return out;
}

/** The same limbs with both legs straight down from the hips. */
function hangingLimbs(capsules: readonly Capsule[]): Capsule[] {
  let top: Vec3 = [0, 0, 0];
  return capsules.map((capsule, i) => {
    if (i === capsules.length - 1) return capsule;
    const from = i % 3 === 0 ? capsule.from : top;
    const size = length(subtract(capsule.to, capsule.from));
    top = [from[0], from[1] - size, from[2]];
    return { ...capsule, from, to: top };
  });
}

/** A capsule on its way from `a` to `b` at t, moving by `step` of the way. */
const between = (a: Capsule, b: Capsule, t: number, step: number): Capsule => ({
  ...b,
  from: mixVec(a.from, b.from, t),
  to: mixVec(a.to, b.to, t),
  fromMove: scale(subtract(b.from, a.from), step),
  toMove: scale(subtract(b.to, a.to), step),
});

/** One step of the skirt; at the start it falls from its bell for two seconds. */
export function settleGown(
  body: Body,
  previous: GownState | undefined,
  skeleton: Skeleton,
  dt: number,
): GownState {
  const shape = bellShape(body, skeleton);
  const capsules = limbs(body, skeleton);
  const before = previous ?? {
    cloth: { position: Float64Array.from(shape), velocity: new Float64Array(shape.length) },
    shape,
    // She puts it on with her legs together, then moves into the pose.
    capsules: hangingLimbs(capsules),
  };
  const time = previous ? dt : 2;
  const steps = Math.round(time / SUBSTEP);
  let { cloth } = before;
  const sewn = new Float64Array(shape.length);
  for (let step = 1; step <= steps; step++) {
    // At the start the pose is reached in three quarters of the time, the rest settles.
    const t = Math.min(1, (step / steps) * (previous ? 1 : 4 / 3));
    const moving = t < 1 ? (previous ? 1 : 4 / 3) / steps : 0;
    for (let i = 0; i < shape.length; i++) sewn[i] = mix(before.shape[i]!, shape[i]!, t);
    cloth = stepCloth(
      CLOTH,
      cloth,
      sewn,
      capsules.map((capsule, i) => between(before.capsules[i]!, capsule, t, moving)),
      TULLE,
      SUBSTEP,
    );
  }
  return { cloth, shape, capsules };
}
