import { describe, expect, it } from 'vitest';
import { CUE_IDS, notesOf, readCue } from '../../../../src/pipelines/music/cues/index.ts';
import { INSTRUMENTS } from '../../../../src/pipelines/music/instruments/list.ts';
import { perform } from '../../../../src/pipelines/music/interpretation/perform.ts';
import { midiFile } from '../../../../src/pipelines/music/midi.ts';
import { lengthOf } from '../../../../src/pipelines/music/notes/piece.ts';
import { signatureAt } from '../../../../src/pipelines/music/notes/read.ts';
import { soundingTones } from '../../../../src/pipelines/music/notes/sounding.ts';

/** The opening of each melody as scale steps (1 the tonic), written out a second time from memory of the tunes. */
const OPENINGS: Readonly<Record<string, readonly [voice: string, steps: string]>> = {
  'swan-lake-scene': ['OB', '5 1 2 3 4 5 3 5 3 5 1 3 1 6 3 1'],
  'sugar-plum': ['CE', '3 1 3 2 #7 1 7 7 7 #6 #6 #6 6 6 6 5 1 6 1 5'],
  'mountain-king': ['VC', '1 2 3 4 5 3 5 #4 2 #4 4 b2 4 1 2 3 4 5 3 5 8 7 5 3 5 7'],
  'aases-death': ['V1', '5 1 2 5 1 2 3 2 1 2 3 4 3 2'],
  'the-swan': ['VC', '1 7 3 6 5 1 2 3 4'],
  'gymnopedie-1': ['RH', '3 5 4 3 7 6 7 1 5 3'],
  'little-swans': ['O1', '1 3 3 3 3 2 3 4 3 2 4 4 4 4 3 4 5 4 3 5 1 #7 5 5 4 3 2 1'],
  'swan-lake-finale': ['V1', '1 2 3 4 5 6 7 6 5 6 7 1 7 6 7 1 2 1 #7'],
};
const PLANS = await Promise.all(CUE_IDS.map(readCue));
const MAJOR = [0, 2, 4, 5, 7, 9, 11];
const MINOR = [0, 2, 3, 5, 7, 8, 10];

/** Pitch class above the tonic of a step like `3`, `#7`, `b2`, `8`. */
function pitchClass(step: string, minor: boolean): number {
  const number = Number(step.replace(/[#b]/, ''));
  const shift = step.startsWith('#') ? 1 : step.startsWith('b') ? -1 : 0;
  return ((minor ? MINOR : MAJOR)[(number - 1) % 7]! + shift + 12) % 12;
}

describe.each(PLANS)('the notes of $id', (plan) => {
  const { id } = plan;
  const piece = notesOf(id);
  const played = perform(piece, plan.interpretation);

  it('fill every bar of every voice', () => {
    for (const voice of piece.voices)
      voice.bars.forEach((bar, index) => {
        const [beats, unit] = signatureAt(piece, index).meter;
        const sum = bar.events.reduce((total, event) => total + event.length, 0);
        if (index > 0) expect(sum, `${voice.id} ${index + 1}`).toBeCloseTo((beats * 4) / unit, 2);
      });
  });

  it('lie within the ranges of the instruments', () => {
    for (const tone of soundingTones(piece)) {
      const { range, name } = INSTRUMENTS[plan.interpretation.voices[tone.voice]!.instrument];
      expect(tone.midi, `${name}, ${tone.first.id}`).toBeGreaterThanOrEqual(range[0]);
      expect(tone.midi, `${name}, ${tone.first.id}`).toBeLessThanOrEqual(range[1]);
    }
  });

  it('last 30 to 50 seconds', () => {
    const seconds = played.bars.at(-1)!;
    expect(seconds).toBeGreaterThan(30);
    expect(seconds).toBeLessThan(50);
  });

  it('are performed alike each time, in order, each tone once', () => {
    expect(perform(piece, plan.interpretation)).toEqual(played);
    expect(played.notes.filter(({ ornament }) => !ornament)).toHaveLength(
      soundingTones(piece).length,
    );
    const starts = played.bars;
    expect([...starts].sort((a, b) => a - b)).toEqual(starts);
  });

  it('never strike a key that the same voice still holds', () => {
    const ends = new Map<string, number>();
    for (const note of played.notes) {
      const key = `${note.voice} ${note.midi}`;
      expect(note.at, key).toBeGreaterThan(ends.get(key) ?? -1);
      ends.set(key, note.at + note.length);
    }
  });

  it('go into a MIDI file that begins and ends as one should', () => {
    const file = midiFile(played, plan.interpretation);
    expect(file.toString('latin1', 0, 4)).toBe('MThd');
    expect([...file.subarray(-3)]).toEqual([0xff, 0x2f, 0]);
    expect(file.readUInt32BE(18)).toBe(file.length - 22);
  });

  it('are captioned from the first bar on, within the piece', () => {
    const bars = plan.captions.map(([bar]) => bar);
    expect(bars[0]).toBe(1);
    expect([...bars].sort((a, b) => a - b)).toEqual(bars);
    expect(bars.at(-1)).toBeLessThanOrEqual(piece.voices[0]!.bars.length + 1);
    expect(lengthOf(piece)).toBeGreaterThan(0);
  });
});

it.each(Object.entries(OPENINGS))('the melody of %s is the tune', (id, [voice, steps]) => {
  const piece = notesOf(id);
  const { fifths } = piece.signatures[0]!;
  const minor = PLANS.find((plan) => plan.id === id)!.key.includes('minor');
  const tonic = (((fifths * 7 + (minor ? 9 : 0)) % 12) + 12) % 12;
  const expected = steps.split(' ').map((step) => pitchClass(step, minor));
  const melody = soundingTones(piece)
    .filter((tone) => tone.voice === voice)
    .map(({ midi }) => (midi - tonic + 120) % 12);
  expect(melody.slice(0, expected.length)).toEqual(expected);
});
