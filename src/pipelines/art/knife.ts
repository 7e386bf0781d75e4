import type { Body } from './anatomy.ts';
import { fingerBones, handAxes, type Side } from './hand.ts';
import { add, cross, normalize, scale, subtract, type Vec3 } from './linear.ts';
import { MATERIAL } from './materials.ts';
import type { Part } from './part.ts';
import { carry, type Skeleton } from './skeleton.ts';

const BLADE = 94;
const WIDTH = 6.6;

/** A slim knife through the fist: handle, blade, and its bright edge. None without fingers to hold it. */
export function knifeParts(body: Body, skeleton: Skeleton, side: Side): Part[] {
  const bones = fingerBones(side, body.joints);
  const wrist = body.bones[body.boneIndex.get(`${side}Hand`)!]!.head;
  const axes = handAxes(wrist, bones);
  if (!axes) return [];
  const knuckle = (finger: number): Vec3 =>
    bones.find((b) => b.finger === finger && b.phalanx === 1)!.head;
  const across = normalize(subtract(knuckle(2), knuckle(5)));
  // Out of the thumb's side of the fist, leaning a little forwards.
  const forward = normalize(add(across, scale(axes.along, 0.28)));
  const middle = add(
    scale(add(knuckle(2), knuckle(5)), 0.5),
    add(scale(axes.palm, 5.5), scale(axes.along, -1)),
  );
  const edge = normalize(subtract(axes.along, scale(forward, dotOf(axes.along, forward))));
  const flat = cross(forward, edge);
  const at = (f: number, e: number, n: number): Vec3 =>
    carry(
      body,
      skeleton,
      `${side}Hand`,
      add(middle, add(scale(forward, f), add(scale(edge, e), scale(flat, n)))),
    );
  const start = 15;
  const section = (t: number): readonly [number, number] => [
    start + BLADE * t,
    WIDTH * Math.sqrt(Math.max(0, 1 - t ** 2.6)),
  ];
  const shares = [0, 0.25, 0.5, 0.7, 0.85, 0.95, 1];
  const blade = shares.flatMap((t) => {
    const [f, w] = section(t);
    return [at(f, w * 0.5, 0), at(f, -w * 0.5, 1.1), at(f, -w * 0.5, -1.1)];
  });
  const bevel = shares.flatMap((t) => {
    const [f, w] = section(t);
    return [at(f + 0.4, w * 0.56, 0), at(f, w * 0.16, 1.6), at(f, w * 0.16, -1.6)];
  });
  const r = 2.8;
  const handle = [-14, start].flatMap((f) => [
    at(f, r, 0),
    at(f, -r * 0.6, r),
    at(f, -r * 0.6, -r),
  ]);
  const guard = [start - 2, start + 2].flatMap((f) => [
    at(f, 5.5, 0),
    at(f, -4.5, 2.2),
    at(f, -4.5, -2.2),
  ]);
  return [
    prism(blade, 0.2, 0.4),
    prism(bevel, 1, 1),
    prism(handle, 0, 0.3),
    prism(guard, 0.2, 0.6),
  ];
}

const dotOf = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** A bar of triangular sections, three points each. Light stays between `least` and `most`. */
function prism(points: readonly Vec3[], least: number, most: number): Part {
  const sections = points.length / 3;
  const corners: Vec3[] = [];
  const normals: Vec3[] = [];
  const triangles: number[] = [];
  const face = (a: Vec3, b: Vec3, c: Vec3): void => {
    const n = normalize(cross(subtract(b, a), subtract(c, a)));
    for (const p of [a, b, c]) {
      triangles.push(corners.length);
      corners.push(p);
      normals.push(n);
    }
  };
  for (let s = 0; s + 1 < sections; s++)
    for (let k = 0; k < 3; k++) {
      const a = points[s * 3 + k]!;
      const b = points[s * 3 + ((k + 1) % 3)]!;
      const c = points[(s + 1) * 3 + k]!;
      const d = points[(s + 1) * 3 + ((k + 1) % 3)]!;
      face(a, b, c);
      face(b, d, c);
    }
  return {
    points: Float64Array.from(corners.flat()),
    normals: Float64Array.from(normals.flat()),
    triangles: Uint32Array.from(triangles),
    material: MATERIAL.blade,
    thin: true,
    light: [least, most],
  };
}
