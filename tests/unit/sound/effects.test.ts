import { describe, expect, test } from 'vitest';
import { danceStart, type Geometry, locate } from '../../../src/core/reading/playhead.ts';
import { Restraint } from '../../../src/core/sound/restraint.ts';
import { lastingAt, soundsBetween, soundsOfTurn } from '../../../src/core/sound/triggers.ts';
import { soundsOfLandings } from '../../../src/data/clips.ts';
import { WRITTEN_DANCES } from '../../../src/pipelines/art/choreography/dances/index.ts';
import blinds from '../../../src/scenes/blinds.ts';
import emptyTheatre from '../../../src/scenes/emptyTheatre.ts';
import type { Performed } from '../../../src/schemas/audioManifest.ts';
import bladeCut from '../../../src/transitions/bladeCut.ts';
import curtain from '../../../src/transitions/curtain.ts';

const page: Geometry = { viewport: 800, tops: [800, 6000, 11000, 17000] };
const quiet: Performed = { during: [], leaving: [], lasting: [] };
const chapters: readonly Performed[] = [
  { ...quiet, leaving: curtain.sounds! },
  { ...quiet, during: blinds.sounds!, leaving: bladeCut.sounds! },
  quiet,
];

/** What is heard when one scrolls from one place to another, in steps. */
function heard(from: number, to: number, step = 37): readonly string[] {
  const sounds: string[] = [];
  const steps = Math.ceil(Math.abs(to - from) / step);
  for (let i = 0; i < steps; i++) {
    const at = (k: number) => locate(from + ((to - from) * k) / steps, page);
    sounds.push(...soundsBetween(at(i), at(i + 1), chapters));
  }
  return sounds;
}
const GUNS = blinds.sounds!.map(({ effect }) => effect);

describe('scrolling', () => {
  test.each([[3], [37], [300]])('sets each sound off once, by steps of %i px', (step) => {
    expect(heard(0, 17000, step)).toEqual(['curtain', ...GUNS, 'blade']);
    expect(heard(17000, 0, step)).toEqual(['blade', ...GUNS, 'curtain']);
  });

  test('standing still is quiet; a leap too', () => {
    const place = locate(8000, page);
    expect(soundsBetween(place, place, chapters)).toEqual([]);
    expect(soundsBetween(locate(1000, page), locate(16000, page), chapters)).toEqual([]);
    // As when a frame's dance begins anew.
    const [begun, ended] = [danceStart(1, page) + 40, danceStart(2, page) - 40];
    expect(soundsBetween(locate(ended, page), locate(begun, page), chapters)).toEqual([]);
  });

  test('turning back within a passage sounds only what lies that way', () => {
    const middle = danceStart(1, page);
    expect(heard(middle - 400, middle)).toEqual(['curtain']);
    expect(heard(middle, middle - 400)).toEqual([]);
  });
});

test('where pictures stand still, turning a page sounds the passage', () => {
  expect(soundsOfTurn(0, 1, chapters)).toEqual(['curtain']);
  expect(soundsOfTurn(1, 0, chapters)).toEqual(['curtain']);
  expect(soundsOfTurn(2, 1, chapters)).toEqual(['blade']);
  expect(soundsOfTurn(0, 2, chapters)).toEqual([]);
});

test('a shot is heard as the window flashes', () => {
  const screen = { width: 1600, tall: false };
  for (const { at } of blinds.sounds!) {
    const { parts } = blinds.at(at + 0.015, screen);
    const lit = Object.entries(parts ?? {}).filter(
      ([id, part]) => id.startsWith('shot') && (part.opacity ?? 0) > 0.5,
    );
    expect(lit).toHaveLength(1);
  }
});

test.each(WRITTEN_DANCES.map(({ id, notation }) => [id, notation] as const))(
  '%s: a shoe is heard as she comes down, as often as she jumps',
  async (id, notation) => {
    const heard = (await soundsOfLandings(id)).map(({ at }) => at * (notation.frames - 1));
    const danced = (notation.jumps ?? []).map(({ landing }) => landing);
    expect(heard).toHaveLength(danced.length);
    // Her toes touch the floor up to two frames before she stands; a clip may hold fewer frames than the dance.
    heard.forEach((frame, i) => {
      expect(frame).toBeGreaterThanOrEqual(danced[i]! - 2);
      expect(frame).toBeLessThanOrEqual(danced[i]! + 1);
    });
  },
);

test('some of them jump', () => {
  expect(WRITTEN_DANCES.filter(({ notation }) => notation.jumps?.length).length).toBeGreaterThan(1);
});

test('the empty theatre hums, and at last a heart is heard', () => {
  const spans = emptyTheatre.lasting!;
  expect([...lastingAt(spans, 0)]).toEqual(['roomTone']);
  expect([...lastingAt(spans, 0.9)]).toEqual(['roomTone', 'heartbeat']);
  expect(lastingAt([], 0.9).size).toBe(0);
});

test('scrubbing to and fro is no machine gun', () => {
  const restraint = new Restraint();
  let shots = 0;
  let any = 0;
  for (let time = 0; time < 10; time += 0.02) {
    if (restraint.allows('farShot', time)) shots++;
    if (restraint.allows('pointeShoe', time)) any++;
  }
  expect(shots).toBeGreaterThan(5);
  expect(shots).toBeLessThanOrEqual(17);
  expect(any).toBeGreaterThan(10);
  expect(any).toBeLessThanOrEqual(50);
});
