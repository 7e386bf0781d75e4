/** First and last byte of a part of a file. */
export type ByteRange = readonly [first: number, last: number];

/**
 * The part of a file that a Range header asks for (RFC 9110, section 14.1.2).
 *
 * @param size of the whole file in bytes
 * @returns 'whole' where the header is to be ignored: no bytes range, several
 *   ranges, or one that ends before it starts; 'none' where no byte of it is there
 */
export function byteRange(header: string, size: number): ByteRange | 'whole' | 'none' {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header) ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'none' : [size - length, size - 1];
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= size
    ? 'none'
    : [start, last === '' ? size - 1 : Math.min(Number(last), size - 1)];
}
