/** Vectors, 3x3 matrices (row-major) and angles. Right-handed, y up; angles in degrees unless said. */

import { ease, mix } from '../../core/maths/scalar.ts';

export type Vec3 = readonly [x: number, y: number, z: number];
export type Mat3 = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

export const IDENTITY: Mat3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;
export const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** Hermite step: 0 below `low`, 1 above `high`, smooth between. `low` may exceed `high`. */
export const smoothstep = (low: number, high: number, x: number): number => ease(x, low, high);

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = (a: Vec3): number => Math.hypot(a[0], a[1], a[2]);
export const mixVec = (a: Vec3, b: Vec3, t: number): Vec3 => [
  mix(a[0], b[0], t),
  mix(a[1], b[1], t),
  mix(a[2], b[2], t),
];
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** Unit vector; the zero vector stays zero. */
export function normalize(a: Vec3): Vec3 {
  const l = length(a) || 1;
  return [a[0] / l, a[1] / l, a[2] / l];
}

/** The part of `a` at right angles to the unit vector `axis`. */
export const reject = (a: Vec3, axis: Vec3): Vec3 => subtract(a, scale(axis, dot(a, axis)));

export const apply = (m: Mat3, v: Vec3): Vec3 => [
  m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
  m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
  m[6] * v[0] + m[7] * v[1] + m[8] * v[2],
];

/** All points of a flat x, y, z array, turned. */
export function turned(points: Float64Array, m: Mat3): Float64Array {
  const [a, b, c, d, e, f, g, h, i] = m;
  const out = new Float64Array(points.length);
  for (let k = 0; k < points.length; k += 3) {
    const x = points[k]!;
    const y = points[k + 1]!;
    const z = points[k + 2]!;
    out[k] = a * x + b * y + c * z;
    out[k + 1] = d * x + e * y + f * z;
    out[k + 2] = g * x + h * y + i * z;
  }
  return out;
}

export const transpose = (m: Mat3): Mat3 => [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];

const row = (a: Mat3, i: 0 | 3 | 6, b: Mat3): Vec3 => [
  a[i] * b[0] + a[i + 1]! * b[3] + a[i + 2]! * b[6],
  a[i] * b[1] + a[i + 1]! * b[4] + a[i + 2]! * b[7],
  a[i] * b[2] + a[i + 1]! * b[5] + a[i + 2]! * b[8],
];

/** Product of any number of matrices, left to right. */
export const compose = (...matrices: readonly Mat3[]): Mat3 =>
  matrices.reduce<Mat3>((a, b) => [...row(a, 0, b), ...row(a, 3, b), ...row(a, 6, b)], IDENTITY);

export function rotateX(angle: number): Mat3 {
  const c = Math.cos(radians(angle));
  const s = Math.sin(radians(angle));
  return [1, 0, 0, 0, c, -s, 0, s, c];
}

export function rotateY(angle: number): Mat3 {
  const c = Math.cos(radians(angle));
  const s = Math.sin(radians(angle));
  return [c, 0, s, 0, 1, 0, -s, 0, c];
}

export function rotateZ(angle: number): Mat3 {
  const c = Math.cos(radians(angle));
  const s = Math.sin(radians(angle));
  return [c, -s, 0, s, c, 0, 0, 0, 1];
}

/** Rotation about a unit axis (Rodrigues' formula). */
export function rotateAbout([x, y, z]: Vec3, angle: number): Mat3 {
  const c = Math.cos(radians(angle));
  const s = Math.sin(radians(angle));
  const t = 1 - c;
  return [
    t * x * x + c,
    t * x * y - s * z,
    t * x * z + s * y,
    t * x * y + s * z,
    t * y * y + c,
    t * y * z - s * x,
    t * x * z - s * y,
    t * y * z + s * x,
    t * z * z + c,
  ];
}

/** Smallest rotation that turns direction `from` into direction `to`; half a turn about x when they oppose. */
export function rotationBetween(from: Vec3, to: Vec3): Mat3 {
  const a = normalize(from);
  const b = normalize(to);
  const axis = cross(a, b);
  const sine = length(axis);
  const cosine = dot(a, b);
  if (sine < 1e-9) return cosine > 0 ? IDENTITY : rotateX(180);
  return rotateAbout(normalize(axis), degrees(Math.atan2(sine, cosine)));
}

/** Orthonormal frame as columns: the first along `primary`, the second as near to `secondary` as can be. */
export function frame(primary: Vec3, secondary: Vec3): Mat3 {
  const a = normalize(primary);
  const b = normalize(reject(secondary, a));
  const c = cross(a, b);
  return [a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]];
}

/** Rotation that carries one pair of directions to another, exactly for the first of each pair. */
export const alignFrames = (from: Mat3, to: Mat3): Mat3 => compose(to, transpose(from));
