/**
 * Red, green and blue of a colour, 0 to 255 each. Pure.
 *
 * @throws Error for a colour that is not `#` and six hexadecimal digits
 */
export function channelsOf(colour: string): readonly number[] {
  const [, ...pairs] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour) ?? [];
  if (pairs.length === 0) throw new Error(`"${colour}" is no colour such as #0c0b0d`);
  return pairs.map((pair) => Number.parseInt(pair, 16));
}
