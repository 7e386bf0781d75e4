import { clamp, mix } from '../../core/maths/scalar.ts';
import type { Body } from './anatomy.ts';
import type { Side } from './hand.ts';
import type { Vec3 } from './linear.ts';
import { add, apply, cross, mixVec, normalize, scale, smoothstep, subtract } from './linear.ts';
import { MATERIAL } from './materials.ts';
import { vertexNormals } from './mesh.ts';
import { type Part, ringTriangles } from './part.ts';
import { carry, platformAtRest, type Skeleton } from './skeleton.ts';

/**
 * Stations of a pointe shoe from heel to platform, in lengths from the ankle to
 * the platform: [along, bottom, top, half width, squareness]. The block narrows
 * to a flat platform; the heel is hugged.
 */
const STATIONS: readonly (readonly [number, number, number, number, number])[] = [
  [-0.215, 0.16, 0.2, 0.02, 2],
  [-0.21, 0.1, 0.27, 0.075, 2],
  [-0.19, 0.045, 0.33, 0.115, 2.1],
  [-0.14, 0.012, 0.4, 0.145, 2.2],
  [-0.05, 0, 0.46, 0.16, 2.2],
  [0.06, 0.008, 0.5, 0.165, 2.1],
  [0.16, 0.022, 0.46, 0.168, 2.1],
  [0.28, 0.034, 0.39, 0.172, 2.1],
  [0.4, 0.034, 0.335, 0.18, 2.1],
  [0.52, 0.02, 0.29, 0.19, 2.2],
  [0.64, 0.008, 0.255, 0.195, 2.3],
  [0.75, 0.004, 0.228, 0.188, 2.4],
  [0.85, 0.008, 0.205, 0.168, 2.5],
  [0.93, 0.014, 0.19, 0.148, 2.7],
  [0.98, 0.018, 0.182, 0.136, 2.8],
  [1.0, 0.024, 0.174, 0.126, 2.8],
  [1.003, 0.06, 0.14, 0.06, 2.5],
  [1.003, 0.095, 0.105, 0.002, 2],
];
const AROUND = 36;

/** A shoe's shape at rest. @param pointed 0 flat to 1 pointed: the instep rises. */
function restShape(
  body: Body,
  side: Side,
  pointed: number,
  around: number,
): { points: Vec3[]; chart: Vec3[] } {
  const ankle = body.bones[body.boneIndex.get(`${side}Foot`)!]!.head;
  const platform = platformAtRest(body, side);
  const origin: Vec3 = [ankle[0], 0, ankle[2]];
  const reach = subtract([platform[0], 0, platform[2]], origin);
  const size = Math.hypot(reach[0], reach[2]);
  const ahead = normalize(reach);
  const across = normalize(cross([0, 1, 0], ahead));
  const inward = side === 'Left' ? -1 : 1;
  const points: Vec3[] = [];
  const chart: Vec3[] = [];
  for (const [along, bottom, top, half, square] of STATIONS) {
    // Pointing curves the foot: the instep comes forward, the sole draws up into an arch.
    const arch = pointed * Math.exp(-(((along - 0.36) / 0.26) ** 2));
    for (let i = 0; i < around; i++) {
      const a = (2 * Math.PI * i) / around;
      const c = Math.cos(a);
      const s = Math.sin(a);
      const u = Math.sign(c) * Math.abs(c) ** (2 / square) * half;
      const v = Math.sign(s) * Math.abs(s) ** (2 / square);
      const height = mix(bottom, top, (v + 1) / 2) + arch * (v < 0 ? 0.085 : 0.06);
      // The inner edge of a foot runs straight, the outer one curves.
      const bow = inward * 0.035 * smoothstep(0.2, 0.7, along) * smoothstep(1, 0.7, along);
      const narrow = 1 - 0.12 * arch;
      points.push(
        add(
          add(origin, scale(ahead, along * size)),
          add(scale(across, (u * narrow - bow) * size), [0, height * size, 0]),
        ),
      );
      chart.push([u / Math.max(half, 0.01), height - arch * 0.07, along]);
    }
  }
  return { points, chart };
}

/** Satin below the topline and over the toes; skin on the instep. */
function shoeMaterial(u: number, height: number, along: number): number {
  const throat = 0.66 - 0.2 * u * u;
  return height > topline(along) && along < throat ? MATERIAL.skin : MATERIAL.shoe;
}

/** Share of the toes' own bend that a station takes. */
const toeShare = (along: number): number => smoothstep(0.58, 0.74, along);

/** How far from the sole an empty shoe reaches: its topline, in lengths of the foot. */
const topline = (along: number): number =>
  0.245 + 0.05 * smoothstep(0.1, -0.2, along) - 0.03 * smoothstep(0.2, 0.6, along);

/**
 * A shoe that nobody wears, standing just as it stood on her foot: open at its
 * topline, dark inside, its ribbons let go.
 */
export function emptyShoeParts(body: Body, skeleton: Skeleton, side: Side, ankle: number): Part[] {
  const { points, chart } = restShape(body, side, smoothstep(10, 70, ankle), 96);
  const size = platformAtRest(body, side)[2] - footOf(body, side).head[2];
  // Where the foot came out the satin folds inwards at its topline.
  const shell = points.map((p, i): Vec3 => {
    const [, height, along] = chart[i]!;
    const over = along < 0.66 ? Math.max(0, height - topline(along)) : 0;
    return [p[0], p[1] - over * 1.35 * size, p[2]];
  });
  const flat = poseShoe(body, skeleton, side, shell, chart);
  const triangles = ringTriangles(STATIONS.length, 96);
  const shoe: Part = {
    points: flat,
    normals: vertexNormals(flat, triangles),
    triangles,
    material: MATERIAL.shoe,
    chart: Float64Array.from(chart.flat()),
    groove: (u, height, along) => (shoeMaterial(u, height, along) === MATERIAL.skin ? 0 : 1),
    thin: true,
  };
  const { head } = footOf(body, side);
  return [
    shoe,
    ...[-1, 1].map((hand) =>
      ribbon(
        carry(body, skeleton, `${side}Foot`, [
          head[0] + hand * 0.15 * size,
          0.27 * size,
          head[2] - 0.02 * size,
        ]),
        skeleton.heads[body.boneIndex.get('Hips')!]!,
        hand * (side === 'Left' ? 1 : 0.8),
        size,
      ),
    ),
  ];
}

/** A ribbon that falls from a shoe's side to the floor and lies there in a loose wave. */
function ribbon(from: Vec3, spot: Vec3, hand: number, size: number): Part {
  const wide = 0.055 * size;
  const fall = Math.max(0, from[1] - 1.5);
  const total = Math.max(1.9 * size, fall + 0.9 * size);
  const away = Math.sign(from[0] - spot[0] + hand * size * 0.2);
  const steps = 48;
  const points: number[] = [];
  for (let i = 0; i <= steps; i++) {
    const d = (total * i) / steps;
    // A bow outwards while it hangs, then a slack curve along the floor.
    const hung = clamp(d / Math.max(fall * 1.06, 1));
    const lain = Math.max(0, d - fall * 1.06) / size;
    const x = from[0] + away * size * (0.1 * Math.sin(hung * 2.6) + 0.1 * hung + 0.7 * lain ** 0.9);
    const y = Math.max(1.2, from[1] - fall * hung ** 1.15);
    const z =
      from[2] +
      size * (0.06 * hung + 0.32 * Math.sin(hand * 1.5 + 3 * lain) * Math.min(1, lain * 2));
    const turn = 0.6 * Math.sin(hand * 2 + 5 * hung) + hung * 0.5;
    const u = Math.cos(turn) * wide;
    const v = Math.sin(turn) * wide;
    points.push(x - u, y + (lain > 0 ? wide * 0.6 : 0), z - v);
    points.push(x + u, y, z + v + (lain > 0 ? wide : 0));
  }
  const triangles: number[] = [];
  for (let i = 0; i < steps; i++) {
    const a = i * 2;
    triangles.push(a, a + 1, a + 2, a + 1, a + 3, a + 2);
  }
  const flat = Float64Array.from(points);
  const all = Uint32Array.from(triangles);
  return {
    points: flat,
    normals: vertexNormals(flat, all),
    triangles: all,
    material: MATERIAL.shoe,
    thin: true,
  };
}

const footOf = (body: Body, side: Side) => body.bones[body.boneIndex.get(`${side}Foot`)!]!;

/** One pointe shoe with the foot in it, posed. @param ankle angle of the pose, degrees. */
export function shoePart(body: Body, skeleton: Skeleton, side: Side, ankle: number): Part {
  const { points, chart } = restShape(body, side, smoothstep(10, 70, ankle), AROUND);
  const out = poseShoe(body, skeleton, side, points, chart);
  const triangles = ringTriangles(STATIONS.length, AROUND);
  return {
    points: out,
    normals: vertexNormals(out, triangles),
    triangles,
    material: shoeMaterial,
    chart: Float64Array.from(chart.flat()),
    bordered: true,
  };
}

/** Moves a shoe's points from rest to where foot and toes are. */
function poseShoe(
  body: Body,
  skeleton: Skeleton,
  side: Side,
  points: readonly Vec3[],
  chart: readonly Vec3[],
): Float64Array {
  const foot = body.boneIndex.get(`${side}Foot`)!;
  const toes = body.boneIndex.get(`${side}ToeBase`)!;
  const ankleAt = body.bones[foot]!.head;
  const platform = platformAtRest(body, side);
  // The toes bend under the ball, not where the rig has its last joint.
  const ball = mixVec([ankleAt[0], 0, ankleAt[2]], [platform[0], 0, platform[2]], 0.66);
  const ballAt: Vec3 = [ball[0], platform[1], ball[2]];
  const posedBall = add(
    skeleton.heads[foot]!,
    apply(skeleton.rotations[foot]!, subtract(ballAt, ankleAt)),
  );
  const out = new Float64Array(points.length * 3);
  points.forEach((point, i) => {
    const byFoot = add(
      skeleton.heads[foot]!,
      apply(skeleton.rotations[foot]!, subtract(point, ankleAt)),
    );
    const byToes = add(posedBall, apply(skeleton.rotations[toes]!, subtract(point, ballAt)));
    out.set(mixVec(byFoot, byToes, toeShare(chart[i]![2])), i * 3);
  });
  return out;
}
