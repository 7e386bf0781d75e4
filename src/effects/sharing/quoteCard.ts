/** Draws words over their chapter's picture on a canvas: a card to send on. Nothing leaves the page. */
import type { ToneName } from '../../config/tones.ts';
import { type SetWords, setWords } from '../../core/sharing/setWords.ts';
import { fetchFile } from '../loading/fetchFile.ts';
import { type Attempt, keepTrying } from '../loading/keepTrying.ts';

export interface QuoteCard {
  /** With their quotation marks. */
  readonly words: string;
  /** Whose they are, one line. */
  readonly credit: string;
  /** Where they are found again, one line. */
  readonly place: string;
  /** Address of the chapter's picture, an SVG of a square. */
  readonly picture: string;
}

/** Pixels: four by five, as tall as most places show an image whole. */
const QUOTE_CARD = { width: 1080, height: 1350 } as const;
const MARGIN = 84;
const LEADING = 1.16;
/** How long the stroke above the words is. */
const BAR = 108;
/** The Didone's cut, in pixels: at its largest its hairlines would break up; it is drawn at this and magnified. */
const CUT = 18;
/** The picture's side, and how far it is moved so that she stands right of the middle. */
const PICTURE = { side: 1180, x: -70, y: 0 };

/** The words do not fit on a card. */
export class TooLong extends Error {}

/** @throws TooLong where the words are too many for a card */
export async function drawQuoteCard(canvas: HTMLCanvasElement, card: QuoteCard): Promise<void> {
  const style = getComputedStyle(document.documentElement);
  const display = style.getPropertyValue('--font-display');
  const text = style.getPropertyValue('--font-text');
  const tone = (name: ToneName) => style.getPropertyValue(`--tone-${name}`);
  const [picture] = await Promise.all([
    loadPicture(card.picture),
    loadFont(`italic 60px ${display}`, card.words),
    loadFont(`30px ${text}`, card.credit + card.place),
  ]);
  const { width, height } = QUOTE_CARD;
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d')!;
  const set = fitted(pen, card.words, display);

  pen.fillStyle = tone('ground');
  pen.fillRect(0, 0, width, height);
  if (picture) pen.drawImage(picture, PICTURE.x, PICTURE.y, PICTURE.side, PICTURE.side);
  // From right to left a line begins at the right.
  const rtl = document.documentElement.dir === 'rtl';
  pen.direction = rtl ? 'rtl' : 'ltr';
  const start = rtl ? width - MARGIN : MARGIN;
  const foot = height - MARGIN - 96;
  const top = foot - set.lines.length * set.size * LEADING;
  shade(pen, style.getPropertyValue('--rgb-ground'), Math.max(0, top - 260), top + 20);

  pen.fillStyle = tone('red');
  pen.fillRect(rtl ? start - BAR : start, top - 44, BAR, 6);
  pen.fillStyle = tone('bone');
  pen.font = `italic ${CUT}px ${display}`;
  pen.textBaseline = 'top';
  set.lines.forEach((line, index) => {
    const scale = set.size / CUT;
    pen.setTransform(scale, 0, 0, scale, start, top + index * set.size * LEADING);
    pen.fillText(line, 0, 0);
  });
  pen.resetTransform();
  pen.textBaseline = 'alphabetic';
  pen.fillStyle = tone('quiet');
  pen.font = `30px ${text}`;
  pen.fillText(card.credit, start, height - MARGIN - 26, width - 2 * MARGIN);
  pen.fillText(card.place, start, height - MARGIN + 16, width - 2 * MARGIN);
}

function fitted(pen: CanvasRenderingContext2D, words: string, family: string): SetWords {
  const column = {
    width: QUOTE_CARD.width - 2 * MARGIN,
    height: QUOTE_CARD.height * 0.62,
    largest: 92,
    smallest: 34,
    leading: LEADING,
  };
  pen.font = `italic ${CUT}px ${family}`;
  const set = setWords(words, column, (line, size) => (pen.measureText(line).width * size) / CUT);
  if (!set) throw new TooLong();
  return set;
}

/** The picture sinks into the ground (its red, green and blue) where the words begin. */
function shade(pen: CanvasRenderingContext2D, ground: string, from: number, to: number): void {
  const { width, height } = QUOTE_CARD;
  const gradient = pen.createLinearGradient(0, from, 0, to);
  gradient.addColorStop(0, `rgb(${ground} / 0)`);
  gradient.addColorStop(1, `rgb(${ground} / 0.9)`);
  pen.fillStyle = gradient;
  pen.fillRect(0, from, width, height - from);
}

/** A canvas does not wait for fonts. Of the family's fallbacks some may not be installed, which is no fault. */
async function loadFont(font: string, letters: string): Promise<void> {
  await document.fonts.load(font.split(',')[0]!, letters).catch(() => {});
}

/** Undefined where it does not come: the words stand without it too. */
async function loadPicture(address: string): Promise<HTMLImageElement | undefined> {
  try {
    const read = async (attempt: Attempt) => (await fetchFile(address, attempt)).text();
    const { side } = PICTURE;
    // Browsers draw an SVG on a canvas only if it says its size.
    const svg = (await keepTrying(read, { attempts: 2 })).replace(
      '<svg ',
      `<svg width="${side}" height="${side}" `,
    );
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await image.decode();
    return image;
  } catch {
    return undefined;
  }
}
