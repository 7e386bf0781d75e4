/** Builders of SVG path data; every number is rounded to one decimal. */

export const round = (value: number): number => Math.round(value * 10) / 10;

const join = (numbers: readonly number[]): string => numbers.map(round).join(' ');

/** Closed polygon through x0, y0, x1, y1, … */
export const polygon = (...points: readonly number[]): string => `M${join(points)}Z`;

/** Axis-aligned rectangle; a negative width or height is allowed. */
export const rect = (x: number, y: number, width: number, height: number): string =>
  `M${join([x, y])}h${round(width)}v${round(height)}h${round(-width)}Z`;

/** Ellipse about (x, y); a circle when `ry` is absent. */
export const ellipse = (x: number, y: number, rx: number, ry = rx): string =>
  `M${join([x - rx, y])}a${join([rx, ry])} 0 1 0 ${join([2 * rx, 0])}a${join([rx, ry])} 0 1 0 ${join([-2 * rx, 0])}Z`;

/** A gouge as a linocutter's tool leaves it: pointed at both ends, `width` across at its middle, from (x, y) along (dx, dy). */
export const gouge = (x: number, y: number, dx: number, dy: number, width: number): string => {
  const k = width / (Math.hypot(dx, dy) || 1);
  return `M${join([x, y])}q${join([dx / 2 - dy * k, dy / 2 + dx * k, dx, dy])}q${join([-dx / 2 + dy * k, -dy / 2 - dx * k, -dx, -dy])}Z`;
};

/** Smooth open line through the midpoints of x0, y0, x1, y1, …, first and last point kept; continues a path, with no leading M. */
const curve = (points: readonly number[]): string => {
  const n = points.length / 2;
  let d = `${join(points.slice(0, 2))}`;
  for (let i = 1; i < n - 1; i++) {
    const x = points[2 * i]!;
    const y = points[2 * i + 1]!;
    const last = i === n - 2;
    const nx = last ? points[2 * i + 2]! : (x + points[2 * i + 2]!) / 2;
    const ny = last ? points[2 * i + 3]! : (y + points[2 * i + 3]!) / 2;
    d += `Q${join([x, y, nx, ny])}`;
  }
  return n === 2 ? `${d}L${join(points.slice(2))}` : d;
};

/** Area between two lines, each smoothed by {@link curve}; the second is walked backwards. */
export const band = (one: readonly number[], other: readonly number[]): string => {
  const back: number[] = [];
  for (let i = other.length - 2; i >= 0; i -= 2) back.push(other[i]!, other[i + 1]!);
  return `M${curve(one)}L${curve(back)}Z`;
};
