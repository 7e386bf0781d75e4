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
const NOTES = new RegExp(String.raw`^(?:\s*${NOTE.source})+\s*$`);
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

/** The notes within the brackets of a chord or of graces. */
function notesIn(inside: string): readonly string[] {
  if (!NOTES.test(inside))
    throw new Error(`"${inside}" is not notes alone: lengths and ties stand behind the brackets`);
  return inside.match(NOTE)!;
}

/** Of `count` notes without a second number, in the time of how many they are; of others programs know by the metre. */
const USUAL_TUPLETS: Readonly<Record<number, number>> = { 2: 3, 3: 2, 4: 3, 6: 2, 8: 3 };

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
    const inTimeOf = Number(found['inTimeOf'] ?? USUAL_TUPLETS[count] ?? 0);
    if (!(count > 1 && inTimeOf > 0))
      throw new Error(`in whose time is (${count}? write it like (${count}:4`);
    return { kind: 'tuplet', count, inTimeOf };
  }
  if (found['grace']) return { kind: 'grace', notes: notesIn(found['grace']) };
  const body = found['body'] ?? '';
  const rest = body === 'z' || body === 'x';
  return {
    kind: 'sound',
    notes: rest ? [] : notesIn(body.replace(/^\[|\]$/g, '')),
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
