/** The part of subset-font 2.9 that is used here; it brings no types of its own. */
declare module 'subset-font' {
  /** Cuts a font to the letters of a text; layout features stay. @throws Error where `font` is none */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { readonly targetFormat: 'sfnt' | 'woff' | 'woff2' },
  ): Promise<Buffer>;
}
