/** Which of the compressed copies a client takes. */

/** Content codings that the build makes copies in, best first, with the ending of the copy. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * The best coding that an Accept-Encoding header allows; nothing when only the
 * plain file will do. A coding with `q=0` is refused (RFC 9110, section 12.5.3).
 */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  const weights = new Map(
    (header ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2))] as const;
    }),
  );
  return ENCODINGS.find(({ name }) => (weights.get(name) ?? weights.get('*') ?? 0) > 0);
}
