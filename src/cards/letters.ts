/** Words as outlines, set by satori in the real fonts. */
import satori from 'satori';
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

/** @returns a nested `<svg>` of that size, its ground transparent */
export async function lettersSvg(content: Box, { width, height }: Size): Promise<string> {
  return satori(content as unknown as Parameters<typeof satori>[0], {
    width,
    height,
    fonts: await cardFonts(),
  });
}
