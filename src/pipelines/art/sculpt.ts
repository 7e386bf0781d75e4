import { clamp } from '../../core/maths/scalar.ts';
import type { RawBody } from './body.ts';
import type { Vec3 } from './linear.ts';
import { neighbourhood, smooth } from './mesh.ts';

/** Half axes of the opening that is closed over each eye, in the makers' decimetres. */
const LID = { across: 0.19, high: 0.15 } as const;

/**
 * Simplifies the makers' body into planes of light: eyes closed by a smooth lid,
 * ears laid flat, the bust one soft form, lips and nostrils without detail.
 * Bodies without eyes are returned with the smoothing alone.
 */
export function sculpt(raw: RawBody): RawBody {
  const closed = ['l-eye', 'r-eye'].reduce<RawBody>(
    (body, joint) => (body.joints[joint] ? closeEye(body, body.joints[joint]) : body),
    raw,
  );
  const vertices = Float64Array.from(closed.vertices);
  const count = vertices.length / 3;
  const near = neighbourhood(closed.triangles, count);
  const soften = (strength: (x: number, y: number, z: number) => number, passes: number): void => {
    const mask = new Float64Array(count);
    for (let i = 0; i < count; i++)
      mask[i] = strength(vertices[i * 3]!, vertices[i * 3 + 1]!, vertices[i * 3 + 2]!);
    smooth(vertices, near, mask, passes);
  };
  const within = (value: number, low: number, high: number, edge: number): number =>
    clamp((value - low) / edge) * clamp((high - value) / edge);

  // Ears: close to the skull.
  for (let i = 0; i < vertices.length; i += 3) {
    const [x, y, z] = [vertices[i]!, vertices[i + 1]!, vertices[i + 2]!];
    if (y < 6.2 || y > 7.2 || z < -0.2 || z > 0.62) continue;
    const skull = 0.62 + 0.06 * clamp((y - 6.4) / 0.5);
    const out = Math.abs(x) - skull;
    if (out > 0) vertices[i] = Math.sign(x) * (skull + out * 0.35);
  }
  soften(
    (x, y, z) =>
      Math.abs(x) > 0.5 ? within(y, 6.2, 7.3, 0.1) * within(z, -0.3, 0.7, 0.1) * 0.6 : 0,
    12,
  );
  // Hair drawn up to the bun rounds the crown.
  for (let i = 0; i < vertices.length; i += 3) {
    const y = vertices[i + 1]!;
    if (y < 7.1) continue;
    const up = clamp((y - 7.1) / 0.8);
    vertices[i + 1] = y + 0.05 * up * clamp(1 - (vertices[i]! / 0.72) ** 2);
    vertices[i]! *= 1 - 0.05 * up;
  }
  // Bust.
  softenBust(vertices);
  soften((x, y, z) => (Math.abs(x) < 1.5 && z > 0.3 ? 0.5 * within(y, 2.0, 4.4, 0.3) : 0), 24);
  // Mouth and nostrils; the profile's line from brow to the tip of the nose stays.
  soften((x, y, z) => (Math.abs(x) < 0.5 && z > 0.9 ? 0.5 * within(y, 6.1, 6.62, 0.08) : 0), 5);
  // Orbits: one hollow each.
  soften(
    (x, y, z) =>
      Math.abs(Math.abs(x) - 0.3) < 0.28 && z > 0.9 ? 0.5 * within(y, 6.66, 7.12, 0.1) : 0,
    10,
  );
  // Nails, knuckles and tendons.
  soften((x, y, z) => (Math.abs(x) > 3.9 && y < 2 && z > 1.5 ? 0.35 : 0), 3);
  return { ...closed, vertices };
}

/** Cell of the bust's relief and radius of its blur, in the makers' decimetres. */
const CELL = 0.1;
const BLUR = 0.3;

/** Blurs the relief of the chest, in place: meshes are finest just where the form should be plainest. */
function softenBust(vertices: Float64Array): void {
  const cells = new Map<string, [x: number, y: number, sum: number, count: number]>();
  const inside: number[] = [];
  for (let i = 0; i < vertices.length; i += 3) {
    const [x, y, z] = [vertices[i]!, vertices[i + 1]!, vertices[i + 2]!];
    if (Math.abs(x) > 1.6 || y < 1.9 || y > 4.6 || z < 0.5) continue;
    inside.push(i);
    const key = `${Math.round(x / CELL)},${Math.round(y / CELL)}`;
    const cell = cells.get(key) ?? [0, 0, 0, 0];
    cells.set(key, [cell[0] + x, cell[1] + y, cell[2] + z, cell[3] + 1]);
  }
  const means = [...cells.values()].map(([x, y, z, n]) => [x / n, y / n, z / n] as const);
  const blurred = inside.map((i) => {
    let sum = 0;
    let total = 0;
    for (const [x, y, z] of means) {
      const d = (vertices[i]! - x) ** 2 + (vertices[i + 1]! - y) ** 2;
      const w = Math.exp(-d / (2 * BLUR * BLUR));
      sum += w * z;
      total += w;
    }
    return sum / total;
  });
  inside.forEach((i, k) => {
    const [x, y] = [vertices[i]!, vertices[i + 1]!];
    const weight =
      clamp((1.45 - Math.abs(x)) / 0.4) * clamp((y - 2.1) / 0.5) * clamp((4.4 - y) / 0.4);
    vertices[i + 2]! += weight * (blurred[k]! - vertices[i + 2]!);
  });
}

/** Replaces an eye's opening and socket by a shallow lid. */
function closeEye(raw: RawBody, eye: Vec3): RawBody {
  const { vertices, triangles } = raw;
  const count = vertices.length / 3;
  const inside = (i: number): boolean =>
    vertices[i * 3 + 2]! > 0.7 &&
    Math.hypot(
      (vertices[i * 3]! - eye[0]) / LID.across,
      (vertices[i * 3 + 1]! - eye[1]) / LID.high,
    ) < 1;
  const kept: number[] = [];
  const removed: number[] = [];
  for (let t = 0; t < triangles.length; t += 3) {
    const corners = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!];
    (corners.some(inside) ? removed : kept).push(...corners);
  }
  // The rim: edges of what was removed that only one removed triangle has.
  const edges = new Map<string, [number, number]>();
  for (let t = 0; t < removed.length; t += 3)
    for (let k = 0; k < 3; k++) {
      const a = removed[t + k]!;
      const b = removed[t + ((k + 1) % 3)]!;
      if (!edges.delete(`${b},${a}`)) edges.set(`${a},${b}`, [a, b]);
    }
  const rim = [...edges.values()];
  if (rim.length < 3) return raw;
  const points = Array.from(vertices);
  const mean = [0, 0, 0];
  for (const [a] of rim) for (let k = 0; k < 3; k++) mean[k]! += vertices[a * 3 + k]! / rim.length;
  const add = (x: number, y: number, z: number): number => points.push(x, y, z) / 3 - 1;
  const centre = add(mean[0]!, mean[1]!, mean[2]! + 0.035);
  const halfway = new Map<number, number>();
  const middle = (i: number): number => {
    const known = halfway.get(i);
    if (known !== undefined) return known;
    const made = add(
      (vertices[i * 3]! + mean[0]!) / 2,
      (vertices[i * 3 + 1]! + mean[1]!) / 2,
      (vertices[i * 3 + 2]! + mean[2]!) / 2 + 0.02,
    );
    halfway.set(i, made);
    return made;
  };
  for (const [a, b] of rim) {
    const ma = middle(a);
    const mb = middle(b);
    kept.push(a, b, ma, b, mb, ma, ma, mb, centre);
  }
  const made: [number, number][] = [];
  for (let i = count; i < points.length / 3; i++) made.push([i, 1]);
  return {
    ...raw,
    vertices: Float64Array.from(points),
    triangles: Uint32Array.from(kept),
    weights: { ...raw.weights, Head: [...(raw.weights['Head'] ?? []), ...made] },
  };
}
