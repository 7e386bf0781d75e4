import { fifthsOf } from './keys.ts';
import type { NoteEvent, Pitch, Signature, Voice } from './piece.ts';
import { type Bar, type Clef, DYNAMIC_MARKS, type Dynamic, type DynamicMark } from './piece.ts';
import { readPitch } from './pitch.ts';
import type { Token } from './tokens.ts';

type Marks = Pick<NoteEvent, 'staccato' | 'accent' | 'fermata' | 'arpeggio'>;
const NO_MARKS: Marks = { staccato: false, accent: false, fermata: false, arpeggio: false };
const MARK_NAMES: Readonly<Record<string, keyof Marks>> = {
  staccato: 'staccato',
  '>': 'accent',
  fermata: 'fermata',
  arpeggio: 'arpeggio',
};

/** `3/4` as numbers. */
export function readMeter(text: string): readonly [number, number] {
  const [beats, unit] = text.split('/').map(Number);
  if (!beats || !unit) throw new Error(`not a meter: "${text}"; write it like 3/4`);
  return [beats, unit];
}

/** `1/4=72` or `72`, in quarters a minute. */
export function readTempo(text: string): number {
  const [unit, value] = text.includes('=') ? text.split('=') : ['1/4', text];
  const [over, under] = (unit ?? '').split('/').map(Number);
  const tempo = (Number(value) * (over ?? 1) * 4) / (under ?? 4);
  if (!(tempo > 0)) throw new Error(`not a tempo: "${text}"; write it like 1/4=72`);
  return tempo;
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
    return { id: this.id, clef: this.clef, bars: this.#bars, dynamics: this.#dynamics };
  }

  get #signature(): Signature {
    return this.signatures[this.signatures.length - 1]!;
  }

  #pitch(note: string): Pitch {
    return readPitch(note, this.#signature.fifths, this.#accidentals);
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
    this.#events.push({
      id: `${this.id.toLowerCase()}${this.#count}`,
      at: this.#at,
      length,
      drawn,
      pitches: token.notes.map((note) => this.#pitch(note)),
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
