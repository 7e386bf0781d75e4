import type { Body } from './anatomy.ts';
import type { Side } from './hand.ts';
import type { Vec3 } from './linear.ts';
import {
  add,
  apply,
  cross,
  mix,
  mixVec,
  normalize,
  scale,
  smoothstep,
  subtract,
} from './linear.ts';
import { MATERIAL } from './materials.ts';
import { vertexNormals } from './mesh.ts';
import { type Part, ringTriangles } from './part.ts';
import { platformAtRest, type Skeleton } from './skeleton.ts';

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
function restShape(body: Body, side: Side, pointed: number): { points: Vec3[]; chart: Vec3[] } {
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
    for (let i = 0; i < AROUND; i++) {
      const a = (2 * Math.PI * i) / AROUND;
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
  const topline = 0.245 + 0.05 * smoothstep(0.1, -0.2, along);
  const throat = 0.66 - 0.2 * u * u;
  return height > topline - 0.03 * smoothstep(0.2, 0.6, along) && along < throat
    ? MATERIAL.skin
    : MATERIAL.shoe;
}

/** Share of the toes' own bend that a station takes. */
const toeShare = (along: number): number => smoothstep(0.58, 0.74, along);

/** One pointe shoe with the foot in it, posed. @param ankle angle of the pose, degrees. */
export function shoePart(body: Body, skeleton: Skeleton, side: Side, ankle: number): Part {
  const { points, chart } = restShape(body, side, smoothstep(10, 70, ankle));
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
  const triangles = ringTriangles(STATIONS.length, AROUND);
  return {
    points: out,
    normals: vertexNormals(out, triangles),
    triangles,
    material: shoeMaterial,
    chart: Float64Array.from(chart.flat()),
  };
}
