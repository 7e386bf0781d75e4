/** The first bars of an engraving, as a picture of its own. Pure. */
import type { StaffFile } from '../../schemas/cue.ts';
import { round } from '../paths/path.ts';
import { type EngravedMark, engravedMarks } from './engravedMarks.ts';

/** Units of an engraving; a staff is 720 high. */
const ROOM = 11_500;
/** Where Verovio lets a staff begin. */
const START = 200;
const MARGIN = 320;
const SCALE = 20;
/** No bar line is thinner. */
const BAR_LINE = 25;

/** Where it ends, and its view. */
function opening({ svg, size: [, height] }: Engraved) {
  const marks = engravedMarks(svg);
  const lines = marks.flatMap((mark) => barLineAt(mark) ?? []).filter((x) => x <= ROOM);
  const end = lines.length > 0 ? Math.max(...lines) : ROOM;
  const [left, width] = [START - MARGIN, end - START + 2 * MARGIN];
  return { marks, end, left, width, height };
}

type Engraved = Pick<StaffFile, 'svg' | 'size'>;

/** Its size at a pixel for so many units that two or three bars fill a column. */
export function openingSize(staff: Engraved): { readonly width: number; readonly height: number } {
  const { width, height } = opening(staff);
  return { width: Math.round(width / SCALE), height: Math.round(height / SCALE) };
}

/** As much of the engraving as has room, cut at a bar line, dark on a slip of paper. */
export function openingBars(
  staff: Engraved,
  { ink, paper }: { readonly ink: string; readonly paper: string },
): string {
  const { marks, end, left, width, height } = opening(staff);
  // Of a symbol only its own place is sure; how far it reaches is guessed.
  const drawn = marks
    .filter(({ from, at }) => Math.max(from, at[4]) <= end)
    .map((mark) => printed(mark, end));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} 0 ${round(width)} ${height}" fill="${ink}" stroke="${ink}" stroke-width="0">`,
    `<path fill="${paper}" d="M${left} 0h${round(width)}v${height}h${round(-width)}z"/>`,
    ...drawn,
    '</svg>',
  ].join('');
}

const matrixText = (at: EngravedMark['at']): string =>
  at.every((value, index) => value === [1, 0, 0, 1, 0, 0][index])
    ? ''
    : ` transform="matrix(${at.map((value) => Number(value.toFixed(3))).join(' ')})"`;

function printed({ path, at, stroke }: EngravedMark, end: number): string {
  const width = stroke > 0 ? ` stroke-width="${stroke}"` : '';
  // The lines of the staff may go on into the next bar.
  const across = /^M(-?[\d.]+) (-?[\d.]+) L(-?[\d.]+) \2$/.exec(path);
  const d = across
    ? `M${across[1]} ${across[2]}H${Math.min(Number(across[3]), end - at[4])}`
    : path;
  return `<path d="${d}"${matrixText(at)}${width}/>`;
}

/** X of a line across the whole staff. */
function barLineAt({ path, at, stroke }: EngravedMark): number | undefined {
  const [, x, top, foot] = /^M(-?[\d.]+) (-?[\d.]+) L\1 (-?[\d.]+)$/.exec(path) ?? [];
  if (x === undefined || stroke < BAR_LINE) return undefined;
  return Math.abs(Number(foot) - Number(top)) >= 700 ? Number(x) + at[4] : undefined;
}
