/** Which of the compressed copies a client takes. */

/** Content codings that the build makes copies in, best first, with the ending of the copy. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;
export type Encoding = (typeof ENCODINGS)[number];

const ALIASES: Readonly<Record<string, string>> = { 'x-gzip': 'gzip' };

/**
 * The codings that an Accept-Encoding header prefers to the plain file, the one it
 * likes best first. `q=0` is a refusal, `*` stands for all that are not named, and
 * the plain file is liked least where it is not named (RFC 9110, section 12.5.3).
 */
export function acceptedEncodings(header: string | undefined): readonly Encoding[] {
  const weights = readWeights(header ?? '');
  const plain = weights.get('identity') ?? 0;
  const weigh = ({ name }: Encoding) => weights.get(name) ?? weights.get('*') ?? 0;
  return ENCODINGS.filter((encoding) => weigh(encoding) > 0 && weigh(encoding) >= plain).sort(
    (a, b) => weigh(b) - weigh(a),
  );
}

/** Weights by coding, both in lower case; what is no weight is a refusal. */
function readWeights(header: string): ReadonlyMap<string, number> {
  return new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((parameter) => /^q\s*=/.test(parameter));
      return [
        ALIASES[name] ?? name,
        weight === undefined ? 1 : Number(weight.replace(/^q\s*=\s*/, '')),
      ];
    }),
  );
}
