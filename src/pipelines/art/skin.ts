import type { Body } from './anatomy.ts';
import type { Mat3, Vec3 } from './linear.ts';
import { apply, subtract } from './linear.ts';

/** Unit quaternion w, x, y, z of a rotation matrix (Shepperd's method). */
function quaternion(m: Mat3): [number, number, number, number] {
  const trace = m[0] + m[4] + m[8];
  if (trace > 0) {
    const s = Math.sqrt(trace + 1) * 2;
    return [s / 4, (m[7] - m[5]) / s, (m[2] - m[6]) / s, (m[3] - m[1]) / s];
  }
  if (m[0] > m[4] && m[0] > m[8]) {
    const s = Math.sqrt(1 + m[0] - m[4] - m[8]) * 2;
    return [(m[7] - m[5]) / s, s / 4, (m[1] + m[3]) / s, (m[2] + m[6]) / s];
  }
  if (m[4] > m[8]) {
    const s = Math.sqrt(1 + m[4] - m[0] - m[8]) * 2;
    return [(m[2] - m[6]) / s, (m[1] + m[3]) / s, s / 4, (m[5] + m[7]) / s];
  }
  const s = Math.sqrt(1 + m[8] - m[0] - m[4]) * 2;
  return [(m[3] - m[1]) / s, (m[2] + m[6]) / s, (m[5] + m[7]) / s, s / 4];
}

/**
 * Skins the body by dual quaternions (Kavan et al., 2008), which keep the volume
 * of twisted and deeply bent joints where linear blending pinches them.
 * @param rotations of each bone from rest; @param heads posed heads of the bones.
 * @returns flat x, y, z of the posed vertices.
 */
export function skin(body: Body, rotations: readonly Mat3[], heads: readonly Vec3[]): Float64Array {
  const duals = new Float64Array(body.bones.length * 8);
  body.bones.forEach((bone, i) => {
    const [w, x, y, z] = quaternion(rotations[i]!);
    const [tx, ty, tz] = subtract(heads[i]!, apply(rotations[i]!, bone.head));
    duals.set(
      [
        w,
        x,
        y,
        z,
        -0.5 * (tx * x + ty * y + tz * z),
        0.5 * (tx * w + ty * z - tz * y),
        0.5 * (-tx * z + ty * w + tz * x),
        0.5 * (tx * y - ty * x + tz * w),
      ],
      i * 8,
    );
  });
  const { rest, influenceStart, influenceBone, influenceWeight } = body;
  const out = new Float64Array(rest.length);
  const q = new Float64Array(8);
  for (let i = 0; i < body.vertexCount; i++) {
    q.fill(0);
    const first = influenceBone[influenceStart[i]!]! * 8;
    for (let e = influenceStart[i]!; e < influenceStart[i + 1]!; e++) {
      const b = influenceBone[e]! * 8;
      // q and -q turn alike: blend on the side of the first.
      const along =
        duals[b]! * duals[first]! +
        duals[b + 1]! * duals[first + 1]! +
        duals[b + 2]! * duals[first + 2]! +
        duals[b + 3]! * duals[first + 3]!;
      const weight = along < 0 ? -influenceWeight[e]! : influenceWeight[e]!;
      for (let k = 0; k < 8; k++) q[k]! += weight * duals[b + k]!;
    }
    const norm = Math.hypot(q[0]!, q[1]!, q[2]!, q[3]!);
    const w = q[0]! / norm;
    const x = q[1]! / norm;
    const y = q[2]! / norm;
    const z = q[3]! / norm;
    const dw = q[4]! / norm;
    const dx = q[5]! / norm;
    const dy = q[6]! / norm;
    const dz = q[7]! / norm;
    const px = rest[i * 3]!;
    const py = rest[i * 3 + 1]!;
    const pz = rest[i * 3 + 2]!;
    const cx = y * pz - z * py + w * px;
    const cy = z * px - x * pz + w * py;
    const cz = x * py - y * px + w * pz;
    out[i * 3] = px + 2 * (y * cz - z * cy + w * dx - x * dw + y * dz - z * dy);
    out[i * 3 + 1] = py + 2 * (z * cx - x * cz + w * dy - y * dw + z * dx - x * dz);
    out[i * 3 + 2] = pz + 2 * (x * cy - y * cx + w * dz - z * dw + x * dy - y * dx);
  }
  return out;
}
