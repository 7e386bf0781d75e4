import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { captionAt } from '../../../src/core/staff/captionAt.ts';
import { glide } from '../../../src/core/staff/glide.ts';
import { soundingAt } from '../../../src/core/staff/soundingAt.ts';
import { middleLine, placeAt, runTo, turnTo } from '../../../src/core/staff/staffPlace.ts';
import { surnames } from '../../../src/core/staff/surnames.ts';
import { CUE_IDS } from '../../../src/pipelines/music/cues/index.ts';
import type { StaffFile } from '../../../src/schemas/cue.ts';

test('the caption is the last that has begun', () => {
  const captions = [
    [0, 'oboe'],
    [5.5, 'harp'],
  ] as const;
  expect(captionAt(captions, 0)).toBe('oboe');
  expect(captionAt(captions, 5.499)).toBe('oboe');
  expect(captionAt(captions, 5.5)).toBe('harp');
  expect(captionAt(captions, 900)).toBe('harp');
  expect(captionAt(captions, -1)).toBeNull();
  expect(captionAt([], 3)).toBeNull();
});

const NOTES = [
  ['a', 1000, 2000, 100],
  ['b', 2000, 4000, 200],
  ['c', 2000, 2500, 190],
  ['d', 3000, 3500, 300],
] as const;
const STAFF = { notes: NOTES, size: [400, 90] } as const;

test('notes sound from their beginning to just before their end, several at once', () => {
  const ids = (ms: number) => soundingAt(NOTES, ms).map((index) => NOTES[index]![0]);
  expect(ids(999)).toEqual([]);
  expect(ids(1000)).toEqual(['a']);
  expect(ids(2000)).toEqual(['b', 'c']);
  expect(ids(2500)).toEqual(['b']);
  expect(ids(3200)).toEqual(['b', 'd']);
  expect(ids(4000)).toEqual([]);
});

describe('the place on the staff', () => {
  it('is on a note as it begins, and between notes in between', () => {
    expect(placeAt(STAFF, 1000)).toBe(100);
    expect(placeAt(STAFF, 1500)).toBe(150);
    expect(placeAt(STAFF, 2000)).toBe(200);
    expect(placeAt(STAFF, 3000)).toBe(300);
  });

  it('keeps the mean pace before the first and after the last, within the picture', () => {
    expect(placeAt(STAFF, 500)).toBe(50);
    expect(placeAt(STAFF, -9000)).toBe(0);
    expect(placeAt(STAFF, 3500)).toBe(350);
    expect(placeAt(STAFF, 60_000)).toBe(400);
    expect(placeAt({ notes: [], size: [400, 90] }, 100)).toBe(0);
  });
});

describe.each(CUE_IDS)('the staff of %s', (id) => {
  const staff = JSON.parse(readFileSync(`public/scores/${id}.json`, 'utf8')) as StaffFile;

  it('is run along without a step back or a leap', () => {
    const last = staff.notes.at(-1)![1];
    let before = placeAt(staff, 0);
    for (let ms = 20; ms <= last + 3000; ms += 20) {
      const place = placeAt(staff, ms);
      expect(place).toBeGreaterThanOrEqual(before);
      expect(place - before).toBeLessThan(staff.size[0] / 50);
      before = place;
    }
  });

  it('has its middle line inside the picture', () => {
    const middle = middleLine(staff.svg);
    expect(middle).toBeGreaterThan(400);
    expect(middle).toBeLessThan(staff.size[1] - 400);
  });
});

test('a picture without a staff has no middle line', () => {
  expect(middleLine('<svg><path d="M0 1"/></svg>')).toBeNull();
});

test('the clef waits until the note is at a third; the end comes no nearer than two thirds', () => {
  expect(runTo(0, 3000, 900)).toBe(0);
  expect(runTo(300, 3000, 900)).toBe(0);
  expect(runTo(1000, 3000, 900)).toBe(700);
  expect(runTo(3000, 3000, 900)).toBe(2400);
  expect(runTo(400, 500, 900)).toBe(0);
});

test('pages are turned when the note leaves the last fifth', () => {
  expect(turnTo(719, 3000, 900)).toBe(0);
  expect(turnTo(720, 3000, 900)).toBe(720);
  expect(turnTo(1500, 3000, 900)).toBe(1440);
  expect(turnTo(3000, 3000, 900)).toBe(2100);
  expect(turnTo(400, 500, 900)).toBe(0);
});

test('gliding depends on time, not on frames, and arrives', () => {
  const once = glide(0, 100, 0.2);
  expect(glide(glide(0, 100, 0.1), 100, 0.1)).toBeCloseTo(once, 9);
  expect(once).toBeGreaterThan(50);
  expect(once).toBeLessThan(100);
  expect(glide(99.99, 100, 0.1)).toBe(100);
});

test('surnames', () => {
  expect(surnames('Erik Satie')).toBe('Satie');
  expect(surnames('Modest Mussorgsky, Nikolai Rimsky-Korsakov')).toBe(
    'Mussorgsky, Rimsky-Korsakov',
  );
});
