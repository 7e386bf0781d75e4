/**
 * A `Range` header whose end lies within a file: HTTP takes one that lies behind it for the
 * file's end (RFC 9110, 14.1.2), where Workbox 7.4.1 answers 416. Whatever else it asks for
 * stays as it is.
 *
 * @param size the file's, in bytes
 */
export function rangeWithin(range: string, size: number): string {
  const [, unit, first, last] = /^(bytes=)(\d*)-(\d+)$/.exec(range.trim()) ?? [];
  if (last === undefined || Number(first) >= size) return range;
  return `${unit}${first}-${Math.min(Number(last), first ? size - 1 : size)}`;
}
