import { clamp } from '../../core/maths/scalar.ts';
import type { Body } from './anatomy.ts';
import { normalizeAll, smooth } from './mesh.ts';

const faces = new WeakMap<Body, Float64Array>();

/** Smooths normals into few large planes, most on the face, whose mesh is finest. */
export function simplifyShading(body: Body, normals: Float64Array): void {
  smooth(normals, body.neighbours, 0.7, 12);
  let mask = faces.get(body);
  if (!mask) {
    mask = new Float64Array(body.vertexCount);
    for (let i = 0; i < body.vertexCount; i++)
      mask[i] =
        0.7 *
        Math.max(
          clamp((body.template[i * 3 + 1]! - 5.9) / 0.3),
          // The front of the bodice, one plane from the bust to the hips.
          body.template[i * 3 + 2]! > 0.2
            ? band(body.template[i * 3 + 1]!, 0.2, 4.3) *
                (Math.abs(body.template[i * 3]!) < 1.5 ? 1 : 0)
            : 0,
        );
    faces.set(body, mask);
  }
  smooth(normals, body.neighbours, mask, 24);
  normalizeAll(normals);
}

/** 1 between two heights, fading over 0.4 at both. */
const band = (y: number, low: number, high: number): number =>
  clamp((y - low) / 0.4) * clamp((high - y) / 0.4);
