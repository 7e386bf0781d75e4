/** Words as outlines, set by satori in the real fonts. */
import satori from 'satori';
import { FIRST_PAIR, type TypePair } from '../config/typefaces.ts';
import { readsRightToLeft } from '../core/fonts/subsets.ts';
import { cardFonts } from './fonts.ts';
import type { Size } from './shot.ts';

type Style = Readonly<Record<string, string | number>>;

/** An element as satori reads it, without React. */
export interface Box {
  readonly type: 'div';
  readonly props: { readonly style: Style; readonly children?: string | readonly Box[] };
}

export const box = (style: Style, children: string | readonly Box[] = []): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/**
 * @returns a nested `<svg>` of that size, its ground transparent
 * @throws Error naming letters that no font has: satori would draw boxes
 */
export async function lettersSvg(
  content: Box,
  { width, height }: Size,
  pair: TypePair = FIRST_PAIR,
): Promise<string> {
  const words = wordsIn(content);
  const { fonts, families } = await cardFonts(words, pair);
  const set = withFamilies(content, families);
  return satori(set as unknown as Parameters<typeof satori>[0], {
    width,
    height,
    fonts,
    loadAdditionalAsset: async (_, letters) => {
      throw new Error(`No typeface has "${letters}" of "${words}": see src/config/typefaces.ts`);
    },
  });
}

function wordsIn({ props: { children = '' } }: Box): string {
  return typeof children === 'string' ? children : children.map(wordsIn).join(' ');
}

/** Roles become families; a line that is read from the right begins there, and its letters stay joined. */
function withFamilies({ type, props }: Box, families: ReadonlyMap<string, string>): Box {
  const { style, children = '' } = props;
  const family = families.get(String(style['fontFamily'])) ?? style['fontFamily'];
  const own = family === undefined ? style : { ...style, fontFamily: family };
  if (typeof children !== 'string') {
    return {
      type,
      props: { style: own, children: children.map((one) => withFamilies(one, families)) },
    };
  }
  const turned = readsRightToLeft(children) ? { direction: 'rtl', letterSpacing: 0 } : {};
  return { type, props: { style: { ...own, ...turned }, children } };
}
