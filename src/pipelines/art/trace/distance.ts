/** Far away: no such pixel in the picture. */
const FAR = 1e6;

/**
 * Distance in pixels from each pixel to the nearest one that is set in `mask`,
 * by a 3-4 chamfer in two sweeps (within 8 % of the true distance).
 */
export function distanceTo(mask: Uint8Array, width: number, height: number): Float32Array {
  const out = new Float32Array(mask.length);
  for (let i = 0; i < mask.length; i++) out[i] = mask[i] ? 0 : FAR;
  const straight = 0.9481;
  const oblique = 1.3408;
  const sweep = (i: number, x: number, dx: number, dy: number): void => {
    let least = out[i]!;
    const back = i - dx;
    const above = i - dy * width;
    if (x !== (dx > 0 ? 0 : width - 1)) {
      least = Math.min(least, out[back]! + straight, (out[above - dx] ?? FAR) + oblique);
    }
    if (x !== (dx > 0 ? width - 1 : 0)) least = Math.min(least, (out[above + dx] ?? FAR) + oblique);
    out[i] = Math.min(least, (out[above] ?? FAR) + straight);
  };
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) sweep(y * width + x, x, 1, 1);
  for (let y = height - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--) sweep(y * width + x, x, -1, -1);
  return out;
}
