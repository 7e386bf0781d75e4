import type { NoteEvent, Piece, Pitch } from './piece.ts';

/** One sounding note: tied notes joined. Times in quarters. */
export interface Tone {
  readonly voice: string;
  readonly at: number;
  readonly length: number;
  readonly midi: number;
  /** Ids of the written events it sounds for, in order. */
  readonly events: readonly string[];
  /** The event that begins it, for its marks. */
  readonly first: NoteEvent;
  /** Place in its chord from below, and of how many. */
  readonly rank: readonly [number, number];
  /** Grace notes before it (only on the top note of a chord). */
  readonly grace: readonly Pitch[];
}

interface OpenTone extends Omit<Tone, 'length' | 'events'> {
  length: number;
  readonly events: string[];
}

/** All tones of a piece in order of time, then pitch. */
export function soundingTones(piece: Piece): Tone[] {
  const tones: OpenTone[] = [];
  for (const voice of piece.voices) {
    let open = new Map<number, OpenTone>();
    for (const event of voice.bars.flatMap((bar) => bar.events)) {
      const held = new Map<number, OpenTone>();
      const ranked = [...event.pitches].sort((a, b) => a.midi - b.midi);
      ranked.forEach((pitch, rank) => {
        const continued = open.get(pitch.midi);
        const top = rank === ranked.length - 1;
        const tone: OpenTone = continued ?? {
          voice: voice.id,
          at: event.at,
          length: 0,
          midi: pitch.midi,
          events: [],
          first: event,
          rank: [rank, ranked.length],
          grace: top ? event.grace : [],
        };
        if (!continued) tones.push(tone);
        tone.length += event.length;
        tone.events.push(event.id);
        if (event.tied) held.set(pitch.midi, tone);
      });
      open = held;
    }
  }
  return tones.sort((a, b) => a.at - b.at || a.midi - b.midi);
}
