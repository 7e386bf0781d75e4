import { existsSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import sheet from '../../../../src/data/cues.json' with { type: 'json' };
import { CUE_IDS } from '../../../../src/pipelines/music/cues/index.ts';
import { CREDITS, SOUND_EFFECT_IDS, type StaffFile } from '../../../../src/schemas/cue.ts';
import { published } from './support/recording.ts';

it('the sheet lists every cue and effect once', () => {
  expect(sheet.cues.map(({ id }) => id).sort()).toEqual([...CUE_IDS]);
  expect(sheet.effects.map(({ id }) => id)).toEqual([...SOUND_EFFECT_IDS]);
});

describe.each(sheet.cues)('$id', (cue) => {
  const staff = JSON.parse(readFileSync(published(cue.staff), 'utf8')) as StaffFile;

  it('costs at most 8 kB a second and 400 kB in the preferred codec', () => {
    const [opus, mp3] = cue.sources;
    expect(opus!.bytes).toBe(statSync(published(opus!.url)).size);
    expect(opus!.bytes).toBeLessThan(400_000);
    expect(opus!.bytes / cue.duration).toBeLessThan(8_000);
    expect(mp3!.type).toBe('audio/mpeg');
    expect(mp3!.bytes).toBe(statSync(published(mp3!.url)).size);
  });

  it('has captions in order within its time', () => {
    const times = cue.captions.map(([at]) => at as number);
    expect(times[0]).toBe(0);
    expect(times.every((at, i) => i === 0 || at > times[i - 1]!)).toBe(true);
    expect(times.at(-1)).toBeLessThan(cue.duration);
    for (const [, text] of cue.captions) expect(String(text).length).toBeLessThan(60);
  });

  it('names who made its sounds', () => {
    expect(cue.credits.length).toBeGreaterThan(0);
    for (const credit of cue.credits) expect(CREDITS).toHaveProperty(credit);
  });

  it('has a staff of at most 10 kB compressed, in the colour of the text', () => {
    expect(gzipSync(readFileSync(published(cue.staff)), { level: 9 }).length).toBeLessThan(10_000);
    expect(staff.svg).toContain('stroke="currentColor"');
    expect(staff.svg).not.toMatch(/black|<style|script|xlink/);
  });

  it('has every note of the staff, in time and from left to right', () => {
    let last = -1;
    let rightmost = -1;
    for (const [id, from, to, x] of staff.notes) {
      expect(staff.svg, id).toContain(`id="${id}"`);
      expect(from).toBeGreaterThanOrEqual(last);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThan(cue.duration * 1000 + 300);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(staff.size[0]);
      expect(x).toBeGreaterThanOrEqual(rightmost - 700);
      last = from;
      rightmost = Math.max(rightmost, x);
    }
    expect(staff.notes.length).toBeGreaterThan(20);
  });
});

it.each(sheet.effects)('the effect $id is small and there', ({ sources, duration }) => {
  for (const { url, bytes } of sources) {
    expect(existsSync(published(url))).toBe(true);
    expect(statSync(published(url)).size).toBe(bytes);
    expect(bytes).toBeLessThan(60_000);
  }
  expect(duration).toBeLessThan(8);
});
