import { describe, expect, test } from 'vitest';
import { random } from '../../../src/core/maths/chance.ts';
import type { Transition } from '../../../src/schemas/picture.ts';
import { loadTransition, TRANSITION_IDS } from '../../../src/transitions/index.ts';
import { faultOfPath, hasColour, POINTS, SCREENS, WIDE } from '../scenes/inspect.ts';

const transitions = await Promise.all(
  TRANSITION_IDS.map(async (id) => [id, await loadTransition(id)] as const),
);
const FINE = Array.from({ length: 41 }, (_, i) => i / 40);

describe.each(transitions)('%s', (_, transition: Transition) => {
  test.each([
    [0, 'outgoing', 'incoming'],
    [1, 'incoming', 'outgoing'],
  ] as const)('at %d shows the %s scene alone and whole', (progress, shown, hidden) => {
    for (const screen of SCREENS) {
      const picture = transition.at(progress, screen);
      expect(picture[shown]).toEqual([{}]);
      expect(picture[hidden]).toEqual([]);
      expect([...picture.behind, ...picture.before, ...(picture.troupe ?? [])]).toEqual([]);
      expect(picture.dancer?.opacity ?? 1).toBe(1);
    }
  });

  test('is the same picture however one came there, and stays what it was', () => {
    for (const screen of SCREENS) {
      const forwards = FINE.map((progress) => structuredClone(transition.at(progress, screen)));
      const backwards = FINE.toReversed().map((progress) => transition.at(progress, screen));
      expect(backwards.toReversed()).toEqual(forwards);
    }
  });

  test('is drawn with sound paths, known tones and few shapes', () => {
    for (const screen of SCREENS)
      for (const progress of FINE) {
        const { outgoing, incoming, behind, before, troupe = [] } = transition.at(progress, screen);
        const shapes = [...behind, ...before];
        expect(outgoing.length).toBeLessThanOrEqual(12);
        expect(incoming.length).toBeLessThanOrEqual(12);
        expect(shapes.length).toBeLessThanOrEqual(40);
        expect(troupe.length).toBeLessThanOrEqual(16);
        for (const { d, tone, opacity = 1 } of shapes) {
          if (opacity > 0) expect(faultOfPath(d)).toBeNull();
          expect(hasColour(tone), tone).toBe(true);
          expect(opacity).toBeGreaterThanOrEqual(0);
          expect(opacity).toBeLessThanOrEqual(1);
        }
        for (const { clip, x = 0, y = 0, rotate = 0 } of [...outgoing, ...incoming]) {
          if (clip !== undefined) expect(faultOfPath(clip)).toBeNull();
          expect([x, y, rotate].every(Number.isFinite)).toBe(true);
        }
      }
  });

  test('always shows a scene, and the same one when asked again', () => {
    for (const progress of FINE) {
      const picture = transition.at(progress, WIDE);
      expect(picture.outgoing.length + picture.incoming.length).toBeGreaterThan(0);
      expect(transition.at(progress, WIDE)).toEqual(picture);
    }
  });
});

test.each(transitions)('%s is the same picture however one came there', (_, transition) => {
  const chance = random(11);
  const places = Array.from({ length: 60 }, () => Math.round(chance() * 1000) / 1000);
  const forwards = new Map(
    places.toSorted((a, b) => a - b).map((p) => [p, transition.at(p, WIDE)] as const),
  );
  for (const p of [...places, ...places.toSorted((a, b) => b - a), 0, 1, ...places])
    expect(transition.at(p, WIDE), String(p)).toEqual(forwards.get(p) ?? transition.at(p, WIDE));
});

test('no two transitions are alike', () => {
  const seen = transitions.map(([, transition]) =>
    JSON.stringify(POINTS.map((point) => transition.at(point, WIDE))),
  );
  expect(new Set(seen).size).toBe(TRANSITION_IDS.length);
});
