/** What a line of ABC music consists of, in the subset that `read.ts` documents. */
export type Token =
  | { readonly kind: 'bar' }
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | { readonly kind: 'decoration'; readonly name: string }
  | { readonly kind: 'slur'; readonly open: boolean }
  | { readonly kind: 'tuplet'; readonly count: number; readonly inTimeOf: number }
  | { readonly kind: 'grace'; readonly notes: readonly string[] }
  | {
      readonly kind: 'sound';
      /** Notes with accidental and octave; empty for a rest. */
      readonly notes: readonly string[];
      readonly hidden: boolean;
      /** In unit lengths. */
      readonly length: number;
      readonly tied: boolean;
    };

const NOTE = /[\^_=]*[A-Ga-g][,']*/g;
const PATTERN = new RegExp(
  [
    String.raw`\[(?<field>[KMQ]):(?<value>[^\]]+)\]`,
    '!(?<decoration>[^!]+)!',
    String.raw`\((?<tuplet>\d)(?::(?<inTimeOf>\d))?`,
    String.raw`\{\/?(?<grace>[^}]+)\}`,
    String.raw`(?<bar>\|\]|\|\||\|)`,
    String.raw`(?<open>\()|(?<close>\))|(?<dot>\.)|(?<space>\s+)`,
    String.raw`(?<body>\[[^\]|:]+\]|[\^_=]*[A-Ga-g][,']*|[zx])(?<times>\d*)(?<slashes>\/*)(?<over>\d*)(?<tie>-?)`,
  ].join('|'),
  'y',
);

function unitLength(times: string, slashes: string, over: string): number {
  const numerator = times ? Number(times) : 1;
  if (!slashes) return numerator;
  return numerator / (over ? Number(over) : 2 ** slashes.length);
}

function fromMatch(found: Readonly<Record<string, string | undefined>>): Token | undefined {
  if (found['space'] !== undefined) return undefined;
  if (found['bar']) return { kind: 'bar' };
  if (found['field'])
    return { kind: 'field', name: found['field'], value: found['value']?.trim() ?? '' };
  if (found['decoration']) return { kind: 'decoration', name: found['decoration'] };
  if (found['dot']) return { kind: 'decoration', name: 'staccato' };
  if (found['open'] || found['close']) return { kind: 'slur', open: Boolean(found['open']) };
  if (found['tuplet']) {
    const count = Number(found['tuplet']);
    const usual = count === 3 || count === 6 ? (count * 2) / 3 : count === 5 ? 4 : 2;
    return { kind: 'tuplet', count, inTimeOf: Number(found['inTimeOf'] ?? usual) };
  }
  if (found['grace']) return { kind: 'grace', notes: found['grace'].match(NOTE) ?? [] };
  const body = found['body'] ?? '';
  const rest = body === 'z' || body === 'x';
  return {
    kind: 'sound',
    notes: rest ? [] : (body.match(NOTE) ?? []),
    hidden: body === 'x',
    length: unitLength(found['times'] ?? '', found['slashes'] ?? '', found['over'] ?? ''),
    tied: found['tie'] === '-',
  };
}

/** Splits one line of music. Throws with the column and the rest of the line at what it does not know. */
export function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  let position = 0;
  while (position < line.length) {
    PATTERN.lastIndex = position;
    const match = PATTERN.exec(line);
    if (!match?.groups)
      throw new Error(`not understood at column ${position + 1}: ${line.slice(position)}`);
    position = PATTERN.lastIndex;
    const token = fromMatch(match.groups);
    if (token) tokens.push(token);
  }
  return tokens;
}
