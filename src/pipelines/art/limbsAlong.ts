import type { FigureRaster } from './figure.ts';
import { signedArea } from './trace/field.ts';

/** How far from a border it is looked for what is seen beside it, clip units: nearest first. */
const AWAY = [1.5, 3, 0.5, 5, 8] as const;
/** How much nearer something must be to hide what lies beside it, clip units. */
const BEFORE = 6;

/**
 * The limb that carries each control of a closed spline round something: the one that is seen within it,
 * beside it; but of a hole, what stands before it there, for it is its border that is seen. Where
 * nothing is seen, that of the control before.
 * @param own by number of a material, whether what is traced is of it
 */
export function limbsAlong(
  controls: readonly number[],
  raster: FigureRaster,
  own: Uint8Array,
): number[] {
  const { width, height, scale, originX, originY, material, limb, depth } = raster;
  const n = controls.length;
  const hole = signedArea(controls) < 0;
  const found: number[] = [];
  for (let i = 0; i < n; i += 2) {
    const p = (i + n - 2) % n;
    const q = (i + 2) % n;
    const [ax, ay] = [controls[p]!, controls[p + 1]!];
    const [bx, by] = [controls[q]!, controls[q + 1]!];
    // Where the curve is nearest to the control, and the way it faces: borders run clockwise, what they hold lies on the right.
    const x = (ax + 6 * controls[i]! + bx) / 8;
    const y = (ay + 6 * controls[i + 1]! + by) / 8;
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const [inX, inY] = [-(by - ay) / length, (bx - ax) / length];
    /** The nearest pixel with something of a kind on it, inwards (1) or outwards (-1). */
    const seen = (way: 1 | -1, has: (material: number) => boolean): number | undefined => {
      for (const away of AWAY) {
        const column = Math.floor((x + way * inX * away) * scale + originX);
        const row = Math.floor((y + way * inY * away) * scale + originY);
        if (column < 0 || row < 0 || column >= width || row >= height) continue;
        const pixel = row * width + column;
        if (has(material[pixel]!)) return pixel;
      }
      return undefined;
    };
    const within = seen(1, (m) => own[m] === 1);
    const beside = hole ? seen(-1, (m) => m > 0) : undefined;
    const hides =
      beside !== undefined &&
      limb[beside] !== limb[within ?? beside] &&
      depth[beside]! > depth[within ?? beside]! + BEFORE;
    const pixel = hides ? beside : within;
    found.push(pixel === undefined ? (found.at(-1) ?? -1) : limb[pixel]!);
  }
  const first = found.find((one) => one >= 0) ?? 0;
  const known = found.map((one) => (one < 0 ? first : one));
  // One control alone among those of another limb was looked for beside a joint, and would be torn out.
  return known.map((own, i) => {
    const before = known.at(i - 1)!;
    return before === known[(i + 1) % known.length] ? before : own;
  });
}
