/**
 * The part of a file that a Range header asks for, as first and last byte
 * (RFC 9110, section 14.1.2).
 *
 * @param size of the whole file in bytes
 * @returns undefined where the header is to be ignored and the whole file sent:
 *   no bytes range, several ranges, or one that ends before it starts. A range
 *   that starts beyond the end is returned as it is, to be refused with 416.
 */
export function byteRange(header: string, size: number): [number, number] | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (!match) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '') return suffixRange(last, size);
  const start = Number(first);
  const end = last === '' ? Math.max(start, size - 1) : Number(last);
  return end < start ? undefined : [start, start < size ? Math.min(end, size - 1) : end];
}

/** The last `length` bytes. */
function suffixRange(length: string, size: number): [number, number] | undefined {
  if (length === '' || Number(length) === 0 || size === 0) return undefined;
  return [Math.max(0, size - Number(length)), size - 1];
}
