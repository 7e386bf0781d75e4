import type { Body } from './anatomy.ts';

const kept = new WeakMap<Body, Uint32Array>();

/** The body's triangles without toes and forefoot, which the shoes replace. */
export function withoutForefoot(body: Body): Uint32Array {
  const known = kept.get(body);
  if (known) return known;
  const hidden = (i: number): boolean =>
    body.template[i * 3 + 1]! < -7.72 ||
    (body.template[i * 3 + 1]! < -7.4 && body.template[i * 3 + 2]! > 0.7);
  const out = body.triangles.filter((_, k) => {
    const t = k - (k % 3);
    return !(
      hidden(body.triangles[t]!) &&
      hidden(body.triangles[t + 1]!) &&
      hidden(body.triangles[t + 2]!)
    );
  });
  kept.set(body, out);
  return out;
}
