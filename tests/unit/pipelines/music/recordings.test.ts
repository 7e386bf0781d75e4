import { describe, expect, it } from 'vitest';
import sheet from '../../../../src/data/cues.json' with { type: 'json' };
import { CUE_IDS, notesOf, readCue } from '../../../../src/pipelines/music/cues/index.ts';
import { perform } from '../../../../src/pipelines/music/interpretation/perform.ts';
import { offsetOf } from '../../../../src/pipelines/music/makeCue.ts';
import { loudness } from '../../../../src/pipelines/music/sound/loudness.ts';
import { truePeak } from '../../../../src/pipelines/music/sound/peak.ts';
import { AFTER_SEAM } from '../../../../src/pipelines/music/sound/seam.ts';
import { hear, lateness } from './support/onsets.ts';
import { decodeMp3, type Recording } from './support/recording.ts';

/** Root mean square in dB of a stretch of both channels. */
function level({ left, right, rate }: Recording, from: number, to: number): number {
  const start = Math.max(0, Math.round(from * rate));
  const end = Math.min(left.length, Math.round(to * rate));
  let sum = 1e-12;
  for (let i = start; i < end; i++) sum += left[i]! ** 2 + right[i]! ** 2;
  return 10 * Math.log10(sum / Math.max(1, 2 * (end - start)));
}

const PLANS = await Promise.all(CUE_IDS.map(readCue));

describe.each(CUE_IDS)('the recording of %s', (id) => {
  const plan = PLANS.find((one) => one.id === id)!;
  const cue = sheet.cues.find((c) => c.id === id)!;
  const played = perform(notesOf(id), plan.interpretation);
  const offset = offsetOf(plan);
  const notes = played.notes
    .filter(({ ornament }) => !ornament)
    .map((note) => ({ ...note, at: note.at + offset }));
  const recording = decodeMp3(cue.sources[1]!.url);

  it('lets every note be heard in its time and at its pitch', async () => {
    const heard = hear(await recording, notes);
    expect(heard.begun / heard.of).toBeGreaterThan(0.9);
    expect(heard.pitched / heard.of).toBeGreaterThan(0.8);
    // The ear that finds them would not find them a semitone higher.
    const wrong = notes.map((note) => ({ ...note, midi: note.midi + 1 }));
    expect(hear(await recording, wrong).pitched / heard.of).toBeLessThan(
      heard.pitched / heard.of - 0.4,
    );
  });

  it('keeps within 60 ms of the times that the staff follows', async () => {
    const staff = notes.filter(({ voice }) => plan.staff.voices.includes(voice));
    expect(Math.abs(lateness(await recording, staff))).toBeLessThan(0.06);
  });

  it('is as loud as the others, and its peaks stay below -1 dB', async () => {
    const sound = await recording;
    expect(Math.abs(loudness(sound, sound.rate) + 20)).toBeLessThan(0.5);
    expect(truePeak(sound)).toBeLessThan(-1);
  });

  it('has no gap while notes sound', async () => {
    const sound = await recording;
    for (const note of notes) {
      if (note.length < 0.1) continue;
      const heard = level(sound, note.at + 0.03, note.at + Math.min(0.4, note.length));
      expect(heard, `${note.voice} at ${note.at.toFixed(2)}`).toBeGreaterThan(-62);
    }
  });

  it('has the length that the sheet says', async () => {
    const { left, rate } = await recording;
    expect(Math.abs(left.length / rate - cue.duration)).toBeLessThan(0.06);
  });

  if (cue.loop)
    it('returns to its start without a seam', async () => {
      const sound = await recording;
      const { start, end } = cue.loop!;
      expect(end - start).toBeCloseTo(played.length, 2);
      // Around the seam the recording repeats itself: what follows the end is what follows the start.
      const at = (seconds: number) => Math.round(seconds * sound.rate);
      const window = at(AFTER_SEAM);
      let same = 0;
      let all = 1e-12;
      for (let i = -window; i < window; i++) {
        const a = sound.left[at(start) + i] ?? 0;
        const b = sound.left[at(end) + i] ?? 0;
        same += (a - b) ** 2;
        all += a * a + b * b;
      }
      expect(same / all).toBeLessThan(0.05);
    });
  else
    it('begins and ends in silence', async () => {
      const sound = await recording;
      expect(level(sound, 0, 0.004)).toBeLessThan(-50);
      expect(level(sound, cue.duration - 0.05, cue.duration)).toBeLessThan(-60);
    });
});
