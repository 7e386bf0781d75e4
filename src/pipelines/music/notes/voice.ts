import { fifthsOf } from './keys.ts';
import type { NoteEvent, Pitch, Signature, Voice } from './piece.ts';
import { type Bar, type Clef, DYNAMIC_MARKS, type Dynamic, type DynamicMark } from './piece.ts';
import { placeOf, readPitch } from './pitch.ts';
import type { Token } from './tokens.ts';

type Marks = Pick<NoteEvent, 'staccato' | 'accent' | 'fermata' | 'arpeggio'>;
const NO_MARKS: Marks = { staccato: false, accent: false, fermata: false, arpeggio: false };
const MARK_NAMES: Readonly<Record<string, keyof Marks>> = {
  staccato: 'staccato',
  '>': 'accent',
  fermata: 'fermata',
  arpeggio: 'arpeggio',
};

/** `3/4`, `C` (4/4) or `C|` (2/2) as numbers. */
export function readMeter(text: string): readonly [number, number] {
  if (text === 'C') return [4, 4];
  if (text === 'C|') return [2, 2];
  const [beats, unit] = fraction(text);
  if (!beats || !unit) throw new Error(`not a meter: "${text}"; write it like 3/4`);
  return [beats, unit];
}

/** ABC's `L`, such as `1/8`, in quarters. */
export function readUnit(text: string): number {
  const [over, under] = fraction(text);
  if (!over || !under) throw new Error(`not a length: "${text}"; write it like 1/8`);
  return (over * 4) / under;
}

/** The unit of a tune that has no `L`, in quarters: ABC 2.1, 3.1.7. */
export function unitOf([beats, unit]: readonly [number, number]): number {
  return beats / unit < 0.75 ? 1 / 4 : 1 / 2;
}

/** `1/4=72` in quarters a minute. A number alone is refused: programs differ about its unit. */
export function readTempo(text: string): number {
  const [unit = '', value] = text.split('=');
  const [over, under] = fraction(unit);
  const tempo = (Number(value) * over * 4) / under;
  if (!(tempo > 0)) throw new Error(`not a tempo: "${text}"; write it like 1/4=72`);
  return tempo;
}

/** Not numbers where the text is something else. */
function fraction(text: string): readonly [over: number, under: number] {
  const [, over, under] = /^\s*(\d+)\/(\d+)\s*$/.exec(text) ?? [];
  return [Number(over), Number(under)];
}

/** Collects one voice, token by token. */
export class VoiceReader {
  readonly id: string;
  readonly clef: Clef;
  readonly signatures: Signature[];
  readonly #unit: number;
  readonly #bars: Bar[] = [];
  readonly #dynamics: Dynamic[] = [];
  #events: NoteEvent[] = [];
  #at = 0;
  #barAt = 0;
  #count = 0;
  #slurs = 0;
  #marks: Marks = NO_MARKS;
  #grace: Pitch[] = [];
  #tuplet: { count: number; inTimeOf: number; index: number } | undefined;
  #accidentals = new Map<string, number>();
  /** The pitches that a tie leads on from, under their places; undefined after what is not tied. */
  #tied: ReadonlyMap<string, Pitch> | undefined;

  /** `unit` is ABC's L in quarters. */
  constructor(id: string, clef: Clef, unit: number, start: Signature) {
    this.id = id;
    this.clef = clef;
    this.#unit = unit;
    this.signatures = [start];
  }

  read(token: Token): void {
    if (token.kind === 'bar') this.#endBar();
    else if (token.kind === 'field') this.#field(token.name, token.value);
    else if (token.kind === 'decoration') this.#decoration(token.name);
    else if (token.kind === 'slur') this.#slur(token.open);
    else if (token.kind === 'tuplet')
      this.#tuplet = { count: token.count, inTimeOf: token.inTimeOf, index: 0 };
    else if (token.kind === 'grace') this.#grace = token.notes.map((note) => this.#pitch(note));
    else this.#sound(token);
  }

  finish(): Voice {
    this.#endBar();
    if (this.#tied) throw new Error(`the last tie of voice ${this.id} leads nowhere`);
    if (this.#slurs > 0) throw new Error(`a slur of voice ${this.id} has no end`);
    return { id: this.id, clef: this.clef, bars: this.#bars, dynamics: this.#dynamics };
  }

  get #signature(): Signature {
    return this.signatures[this.signatures.length - 1]!;
  }

  #pitch(note: string): Pitch {
    return readPitch(note, this.#signature.fifths, this.#accidentals);
  }

  /** The pitches of a note or chord, to some of which a tie may lead. */
  #pitches(notes: readonly string[]): Pitch[] {
    const from = [...(this.#tied?.values() ?? [])];
    const alters = new Map(from.map((pitch) => [placeOf(pitch), pitch.alter]));
    const pitches = notes.map((note) =>
      readPitch(note, this.#signature.fifths, this.#accidentals, alters),
    );
    if (this.#tied && !pitches.some(({ midi }) => from.some((pitch) => pitch.midi === midi)))
      throw new Error('a tie leads to no note of its pitch');
    return pitches;
  }

  #endBar(): void {
    if (this.#events.length === 0) return;
    this.#bars.push({ at: this.#barAt, length: this.#at - this.#barAt, events: this.#events });
    this.#events = [];
    this.#barAt = this.#at;
    this.#accidentals = new Map();
  }

  #field(name: string, value: string): void {
    if (this.#events.length > 0) throw new Error(`[${name}:${value}] must open a bar`);
    const changed: Signature = {
      ...this.#signature,
      bar: this.#bars.length,
      ...(name === 'K' ? { fifths: fifthsOf(value) } : {}),
      ...(name === 'M' ? { meter: readMeter(value) } : {}),
      ...(name === 'Q' ? { tempo: readTempo(value) } : {}),
    };
    if (this.#signature.bar === changed.bar) this.signatures.pop();
    this.signatures.push(changed);
  }

  #decoration(name: string): void {
    const mark = MARK_NAMES[name];
    if (mark) this.#marks = { ...this.#marks, [mark]: true };
    else if ((DYNAMIC_MARKS as readonly string[]).includes(name))
      this.#dynamics.push({ at: this.#at, mark: name as DynamicMark, towardNext: false });
    else if (name === '<' || name === 'to') this.#growFromHere();
    else throw new Error(`unknown decoration !${name}!`);
  }

  /** From here on the loudness moves evenly toward the next mark. */
  #growFromHere(): void {
    const last = this.#dynamics.at(-1);
    if (!last) throw new Error('!to! needs a dynamic mark before it');
    if (last.at === this.#at) this.#dynamics.pop();
    this.#dynamics.push({ at: this.#at, mark: last.mark, towardNext: true });
  }

  #slur(open: boolean): void {
    if (open) this.#slurs += 1;
    else {
      if (this.#slurs === 0) throw new Error('a slur ends that has not begun');
      this.#slurs -= 1;
      const last = this.#events.pop();
      if (last) this.#events.push({ ...last, slurred: this.#slurs > 0 });
    }
  }

  #sound(token: Extract<Token, { kind: 'sound' }>): void {
    const tuplet = this.#tuplet;
    const drawn = token.length * this.#unit;
    const length = tuplet ? (drawn * tuplet.inTimeOf) / tuplet.count : drawn;
    this.#count += 1;
    const pitches = this.#pitches(token.notes);
    this.#tied = token.tied ? new Map(pitches.map((pitch) => [placeOf(pitch), pitch])) : undefined;
    this.#events.push({
      id: `${this.id.toLowerCase()}${this.#count}`,
      at: this.#at,
      length,
      drawn,
      pitches,
      hidden: token.hidden,
      tied: token.tied,
      slurred: this.#slurs > 0,
      grace: this.#grace,
      ...this.#marks,
      ...(tuplet ? { tuplet: { ...tuplet } } : {}),
    });
    this.#at = roundTime(this.#at + length);
    this.#marks = NO_MARKS;
    this.#grace = [];
    if (tuplet) {
      const index = tuplet.index + 1;
      this.#tuplet = index < tuplet.count ? { ...tuplet, index } : undefined;
    }
  }
}

/** Thirds of beats must add up to whole beats again: times lie on a grid of 1/5040 quarter. */
function roundTime(quarters: number): number {
  return Math.round(quarters * 5040) / 5040;
}
