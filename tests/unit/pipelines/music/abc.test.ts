import { describe, expect, it } from 'vitest';
import { fifthsOf } from '../../../../src/pipelines/music/notes/keys.ts';
import { readPiece } from '../../../../src/pipelines/music/notes/read.ts';
import { soundingTones } from '../../../../src/pipelines/music/notes/sounding.ts';

/** One voice in 4/4, unit an eighth. */
function piece(music: string, key = 'C', meter = '4/4') {
  return readPiece(
    `T:Title\nC:Composer\nM:${meter}\nL:1/8\nQ:1/4=90\nV:A clef=bass\nK:${key}\nV:A\n${music}`,
  );
}

function pitches(music: string, key = 'C'): number[] {
  return piece(music, key).voices[0]!.bars.flatMap((bar) =>
    bar.events.flatMap((event) => event.pitches.map(({ midi }) => midi)),
  );
}

describe('the ABC reader', () => {
  it('reads title, composer, clef and tempo', () => {
    const read = piece('C8 |]');
    expect([read.title, read.composer]).toEqual(['Title', 'Composer']);
    expect(read.voices[0]!.clef).toBe('bass');
    expect(read.signatures[0]).toEqual({ bar: 0, meter: [4, 4], fifths: 0, tempo: 90 });
  });

  it('places octaves: C is middle C, c above it, C, below it', () => {
    expect(pitches("C2 c2 c'2 C,2 |]")).toEqual([60, 72, 84, 48]);
  });

  it('applies the key, and an accidental to the end of the bar in its octave only', () => {
    expect(pitches('F2 ^G2 G2 g2 | G8 |]', 'Bm')).toEqual([66, 68, 68, 79, 67]);
    expect(pitches('B2 =B2 B2 E2 | B8 |]', 'Cm')).toEqual([70, 71, 71, 63, 70]);
    expect(pitches('^^F4 _B4 |]', 'C#m')).toEqual([67, 70]);
  });

  it('knows keys by their signatures', () => {
    expect(['C', 'D', 'Bb', 'Bm', 'F#m', 'C#m', 'Cm', 'Dm'].map(fifthsOf)).toEqual([
      0, 2, -2, 2, 3, 4, -3, -1,
    ]);
    expect(() => fifthsOf('H')).toThrow('unknown key');
  });

  it('reads lengths, rests, dotted and halved values', () => {
    const [bar] = piece('C3/2 D/ z2 E/ F/ G C//D//E/ x |]').voices[0]!.bars;
    expect(bar!.events.map(({ length }) => length)).toEqual([
      0.75, 0.25, 1, 0.25, 0.25, 0.5, 0.125, 0.125, 0.25, 0.5,
    ]);
    expect(bar!.events.filter((event) => event.pitches.length === 0)).toHaveLength(2);
  });

  it('fits triplets into their time', () => {
    const [bar] = piece('(3CDE (3F2G2A2 C2 |]').voices[0]!.bars;
    expect(bar!.length).toBe(4);
    expect(bar!.events[1]!.length).toBeCloseTo(1 / 3, 3);
    expect(bar!.events[4]!.length).toBeCloseTo(2 / 3, 3);
  });

  it('joins ties across the bar, of a chord only the pitches that return', () => {
    const tones = soundingTones(piece('[CE]8- | [CF]8 |]'));
    expect(tones.map(({ midi, at, length }) => [midi, at, length])).toEqual([
      [60, 0, 8],
      [64, 0, 4],
      [65, 4, 4],
    ]);
    expect(tones[0]!.events).toEqual(['a1', 'a2']);
  });

  it('keeps marks with their note and changes of key with their bar', () => {
    const read = piece('!p! .C2 !>!D2 {ag}E2 (FG) | [K:D] [Q:1/4=60] !arpeggio! [FA]8 |]');
    const [c, d, e, f, g] = read.voices[0]!.bars[0]!.events;
    expect([c!.staccato, d!.accent, e!.grace.length, f!.slurred, g!.slurred]).toEqual([
      true,
      true,
      2,
      true,
      false,
    ]);
    expect(read.voices[0]!.dynamics).toEqual([{ at: 0, mark: 'p', towardNext: false }]);
    expect(read.signatures[1]).toMatchObject({ bar: 1, fifths: 2, tempo: 60 });
    expect(read.voices[0]!.bars[1]!.events[0]!.pitches[0]!.midi).toBe(66);
  });

  it('allows a short first bar, and no other', () => {
    expect(piece('C2 | D8 |]').voices[0]!.bars.map(({ length }) => length)).toEqual([1, 4]);
    expect(() => piece('C8 | D6 |]')).toThrow('voice A, bar 2: 3 quarters instead of 4');
  });

  it('says where it does not understand', () => {
    expect(() => piece('C8 | H8 |]')).toThrow(/line 9: not understood at column 6: H8/);
    expect(() => piece('!loud! C8 |]')).toThrow('unknown decoration !loud!');
  });

  it('refuses voices that differ in bars', () => {
    const text = 'M:4/4\nL:1/8\nV:A\nV:B\nK:C\nV:A\nC8 | D8 |]\nV:B\nC8 |]';
    expect(() => readPiece(text)).toThrow('voice B has 1 bars, A 2');
  });

  it('lets an accidental go over the bar with a tie, for the tied note and no other', () => {
    expect(pitches('^F8- | F4 F4 |]')).toEqual([66, 66, 65]);
    expect(pitches('^F8- | F8- | F4 F4 |]')).toEqual([66, 66, 66, 65]);
    // In its octave; to the chord's notes that return; past graces; into another key.
    expect(pitches('[^Ff]8- | [Ff]4 F4 |]')).toEqual([66, 77, 66, 77, 65]);
    expect(pitches('[^CE]8- | [CF]4 C4 |]')).toEqual([61, 64, 61, 65, 60]);
    expect(pitches('=F8- | {f}F4 F4 |]', 'D')).toEqual([65, 65, 66]);
    expect(pitches('F8- | [K:D] F4 F4 |]')).toEqual([65, 65, 66]);
    // A sign of its own counts, and from then on in its bar.
    expect(pitches('^F4 ^F4- | ^F4 F4 |]')).toEqual([66, 66, 66, 66]);
    const tones = soundingTones(piece('^F8- | F4 F4 |]'));
    expect(tones.map(({ midi, length }) => [midi, length])).toEqual([
      [66, 6],
      [65, 2],
    ]);
  });

  it('takes a tune’s unit from its metre where L: is missing', () => {
    const first = (meter: string, rest: string) =>
      readPiece(`M:${meter}\nV:A\nK:C\nV:A\nC ${rest} |]`).voices[0]!.bars[0]!.events[0]!.length;
    expect(first('2/4', 'z7')).toBe(0.25);
    expect(first('5/8', 'z9')).toBe(0.25);
    expect(first('3/4', 'z5')).toBe(0.5);
    expect(first('6/8', 'z5')).toBe(0.5);
    expect(first('C', 'z7')).toBe(0.5);
    expect(first('C|', 'z7')).toBe(0.5);
    const whole = readPiece('M:4/4\nL:1/1\nV:A\nK:C\nV:A\nC |]');
    expect(whole.voices[0]!.bars[0]!.length).toBe(4);
  });

  it.each([
    ['C8- | D8 |]', 'a tie leads to no note of its pitch'],
    ['C8- | z8 |]', 'a tie leads to no note of its pitch'],
    ['C8- |]', 'the last tie of voice A leads nowhere'],
    ['(C8 |]', 'a slur of voice A has no end'],
    ['C8) |]', 'a slur ends that has not begun'],
    ['[C2E2] z6 |]', 'not notes alone'],
    ['[C-E]8 |]', 'not notes alone'],
    ['{a2}C8 |]', 'not notes alone'],
    ['^_C8 |]', 'not an accidental: "^_"'],
    ['(5CDEFG C4 |]', 'write it like (5:4'],
    ['C8 |\nL:1/16\nD8 |]', 'L: may not stand in the music'],
    ['C8 |\nK:D\nD8 |]', '[K:D] may'],
    ['[Q:90] C8 |]', 'not a tempo: "90"'],
  ])('refuses %j, which it would have to guess at', (music, reason) => {
    expect(() => piece(music)).toThrow(reason);
  });
});
