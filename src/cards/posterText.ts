/** The words of a poster and their setting. Pure. */
import type { Theme } from '../config/themes/theme.ts';
import type { Palette } from '../config/tones.ts';
import { DISPLAY_FACES, type Typeface } from '../config/typefaces.ts';
import { readsRightToLeft } from '../core/fonts/subsets.ts';
import { type SetWords, setWords } from '../core/sharing/setWords.ts';
import type { PosterDirection, Shot } from '../schemas/poster.ts';
import { DISPLAY, TEXT } from './fonts.ts';
import type { Size } from './shot.ts';
import { type Box, box } from './textOutlines.ts';

export interface BillWords {
  readonly title: string;
  /** The story's name, small. */
  readonly story: string;
  /** Shown large; none for an introduction. */
  readonly number?: number;
}

/** Widths of the Didone's letters, as shares of the size: averages that err on the wide side. Others' are shares of them. */
const LETTER = 0.53;
const WIDE_LETTER = 0.66;

/** How wide a line is, as a share of its size; Greek and Cyrillic are wider than Latin. */
const lengthOf = (line: string, { display }: Pick<Theme, 'display'>): number => {
  const { width = 1 }: Typeface = DISPLAY_FACES[display];
  return [...line].reduce(
    (sum, letter) => sum + (/[\u0370-\u052f]/.test(letter) ? WIDE_LETTER : LETTER * width),
    0,
  );
};
const LEADING = 0.98;

/** A bill and how much of the picture's height it takes from the edge at which it stands. */
export interface Bill {
  readonly box: Box;
  readonly depth: number;
}

/** The title in a column beside her, or across the picture above or below her. */
export function bill(
  words: BillWords,
  direction: PosterDirection,
  shot: Shot,
  size: Size,
  look: Pick<Theme, 'palette' | 'display'>,
): Bill {
  const unit = unitOf(size);
  const margin = Math.round(60 * unit);
  const beside = shot.title === 'left' || shot.title === 'right';
  const column = beside ? size.width * (shot.column ?? 0.48) - margin : size.width - 2 * margin;
  const tall = size.height > size.width * 1.2;
  const room = size.height * (beside ? 0.62 : tall ? 0.24 : 0.27);
  const set = fitted(words.title, column, room, unit, look);
  const vertical = beside ? (shot.align ?? 'end') : shot.title === 'top' ? 'start' : 'end';
  const content = box(
    {
      position: 'absolute',
      left: margin,
      top: margin,
      width: size.width - 2 * margin,
      height: size.height - 2 * margin,
      flexDirection: 'column',
      alignItems: shot.title === 'right' ? 'flex-end' : 'flex-start',
      justifyContent: { start: 'flex-start', center: 'center', end: 'flex-end' }[vertical],
    },
    [
      box(
        { flexDirection: 'column', width: column },
        titleBlock(words, direction, set, unit, look.palette),
      ),
    ],
  );
  const height = set.lines.length * set.size * LEADING + 90 * unit;
  return { box: framed(size, [content]), depth: (margin + height) / size.height };
}

/** Lengths are given for a card 1200 pixels wide. */
const unitOf = (size: Size): number => Math.min(size.width, size.height * 1.2) / 1200;

const framed = ({ width, height }: Size, children: readonly Box[]): Box =>
  box({ width, height, position: 'relative' }, children);

/** The cover's: the title as large as it goes, its last word in italics, one line below. */
export function coverBill(
  title: string,
  line: string,
  size: Size,
  look: Pick<Theme, 'palette' | 'display'>,
): Bill {
  const { palette } = look;
  const unit = unitOf(size);
  const margin = 56 * unit;
  const wide = size.width > size.height * 1.2;
  const before = title.split(' ').slice(0, -1).join(' ');
  const last = title.split(' ').at(-1)!;
  const longest = wide
    ? lengthOf(title, look)
    : Math.max(lengthOf(before, look), lengthOf(last, look));
  const at = Math.min(250 * unit, (size.width - 2 * margin) / longest);
  const turned = readsRightToLeft(title);
  const word = (text: string, style: Readonly<Record<string, string | number>>) =>
    box({ ...lettering(at), ...style }, text);
  const words = box(
    { flexDirection: wide ? (turned ? 'row-reverse' : 'row') : 'column', alignItems: 'center' },
    [
      ...(before
        ? [
            word(before, {
              color: palette.bone,
              [turned ? 'marginLeft' : 'marginRight']: wide ? at * 0.24 : 0,
            }),
          ]
        : []),
      word(last, { color: palette.red, fontStyle: 'italic' }),
    ],
  );
  const foot = box(
    {
      marginTop: 18 * unit,
      fontFamily: TEXT,
      fontStyle: 'italic',
      fontSize: 28 * unit,
      color: palette.bone,
    },
    line,
  );
  const content = box(
    {
      position: 'absolute',
      left: 0,
      top: 0,
      width: size.width,
      height: size.height - 44 * unit,
      flexDirection: 'column',
      alignItems: 'center',
      justifyContent: 'flex-end',
    },
    [words, foot],
  );
  const height = (wide ? 1 : 2) * at * LEADING + 90 * unit;
  return { box: framed(size, [content]), depth: height / size.height };
}

const lettering = (size: number) => ({
  fontFamily: DISPLAY,
  fontSize: size,
  lineHeight: LEADING,
  letterSpacing: -0.012 * size,
  whiteSpace: 'pre',
});

function titleBlock(
  { story, number }: BillWords,
  direction: PosterDirection,
  set: SetWords,
  unit: number,
  palette: Palette,
): Box[] {
  const turned = readsRightToLeft(set.lines[0]!) ? { alignSelf: 'flex-end' } : {};
  const rule = box({
    ...turned,
    width: 84 * unit,
    height: 5 * unit,
    marginTop: 26 * unit,
    marginBottom: 18 * unit,
    backgroundColor: palette[direction.number],
  });
  const lines = set.lines.map((line, index) => {
    const last = index === set.lines.length - 1 && set.lines.length > 1;
    return box(
      {
        ...lettering(set.size),
        fontStyle: last ? 'italic' : 'normal',
        color: palette[last ? direction.accent : 'bone'],
      },
      line,
    );
  });
  const name = box(
    {
      ...turned,
      fontFamily: TEXT,
      fontSize: 23 * unit,
      letterSpacing: 4.5 * unit,
      color: palette.bone,
    },
    number === undefined ? story.toUpperCase() : `${story.toUpperCase()}  ·  ${number}`,
  );
  return [...lines, rule, name];
}

/** The largest size at which the title fits; a title that never does is set at the smallest, on one line. */
function fitted(
  title: string,
  width: number,
  height: number,
  unit: number,
  look: Pick<Theme, 'display'>,
): SetWords {
  const column = {
    width,
    height,
    largest: Math.round(150 * unit),
    smallest: Math.round(40 * unit),
    leading: LEADING,
  };
  const measure = (line: string, at: number) => lengthOf(line, look) * at;
  return setWords(title, column, measure) ?? { size: column.smallest, lines: [title] };
}
