/** The figures of a path, each with the box it cannot leave. Pure. */
import type { Bounds } from './bounds.ts';

export interface Figure {
  readonly d: string;
  /** Holds the figure and all its control points. */
  readonly bounds: Bounds;
}

/** Numbers that each command takes at a time (https://www.w3.org/TR/SVG2/paths.html#PathData). */
const TAKES: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  Q: 4,
  T: 2,
  C: 6,
  S: 4,
  A: 7,
  Z: 0,
};
const TOKEN = /[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi;

/** @param d path data whose figures all begin with an absolute `M`, its numbers set apart by spaces, commas or signs */
export const figuresOf = (d: string): Figure[] =>
  d.split(/(?=M)/).map((figure) => ({ d: figure, bounds: boundsOf(figure) }));

function boundsOf(d: string): Bounds {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const [tokens, pen, start] = [d.match(TOKEN) ?? [], { x: 0, y: 0 }, { x: 0, y: 0 }];
  /** The last control point, which smooth curves mirror. */
  let control = pen;
  const hold = (x: number, y: number, around = 0) => {
    box.left = Math.min(box.left, x - around);
    box.right = Math.max(box.right, x + around);
    box.top = Math.min(box.top, y - around);
    box.bottom = Math.max(box.bottom, y + around);
  };
  let command = 'M';
  for (let at = 0; at < tokens.length; ) {
    if (/[a-z]/i.test(tokens[at]!)) command = tokens[at++]!;
    const kind = command.toUpperCase();
    const takes = TAKES[kind];
    if (takes === undefined) throw new Error(`path command "${command}" in "${d.slice(0, 40)}"`);
    if (takes === 0) {
      Object.assign(pen, start);
      continue;
    }
    const numbers = tokens.slice(at, at + takes).map(Number);
    at += takes;
    const [fromX, fromY] = command === kind ? [0, 0] : [pen.x, pen.y];
    const mirrored = { x: 2 * pen.x - control.x, y: 2 * pen.y - control.y };
    const before = { ...pen };
    if (kind === 'H') pen.x = fromX + numbers[0]!;
    else if (kind === 'V') pen.y = fromY + numbers[0]!;
    else {
      pen.x = fromX + numbers.at(-2)!;
      pen.y = fromY + numbers.at(-1)!;
    }
    const controls: { x: number; y: number }[] = [];
    if (kind === 'T' || kind === 'S') controls.push(mirrored);
    if (kind === 'Q' || kind === 'C' || kind === 'S')
      for (let i = 0; i < numbers.length - 2; i += 2)
        controls.push({ x: fromX + numbers[i]!, y: fromY + numbers[i + 1]! });
    for (const { x, y } of controls) hold(x, y);
    control = controls.at(-1) ?? { ...pen };
    // No point of an arc is further from its ends than its ellipse is long; one too small for them grows.
    const chord = Math.hypot(pen.x - before.x, pen.y - before.y);
    const longest = kind === 'A' ? Math.max(2 * numbers[0]!, 2 * numbers[1]!, chord) : 0;
    hold(pen.x, pen.y, longest);
    if (kind === 'M') {
      Object.assign(start, pen);
      // Further pairs are lines.
      command = command === 'M' ? 'L' : 'l';
    }
  }
  return box;
}
