/** The part of subset-font 2.9 that is used here; it brings no types of its own. */
declare module 'subset-font' {
  /**
   * Cuts a font to the letters of a text.
   *
   * @param options with `keepFeatures` it has these layout features and no others; with `variationAxes` each axis keeps that one value of it
   * @throws Error where `font` is none, or has no such axis
   */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'sfnt' | 'woff' | 'woff2';
      readonly keepFeatures?: readonly string[];
      readonly variationAxes?: Readonly<Record<string, number>>;
    },
  ): Promise<Buffer>;
}
