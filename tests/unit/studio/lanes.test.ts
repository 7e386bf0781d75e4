import { expect, test } from 'vitest';
import { loadScene, SCENE_IDS } from '../../../src/scenes/index.ts';
import { lanesOf } from '../../../src/studio/lanes.ts';
import type { ArrangedScene } from '../../../src/timelines/scene.ts';
import { type Actors, scrubbed } from '../../../src/timelines/scrubbed.ts';
import type { ArrangedTransition } from '../../../src/timelines/transition.ts';
import { loadTransition, TRANSITION_IDS } from '../../../src/transitions/index.ts';

test('each actor has its bars, with when and how', () => {
  const motion = scrubbed(
    { lamp: { lit: 0 }, rows: [{ up: 0 }, { up: 0 }] },
    (timeline, { lamp, rows }) => {
      timeline
        .addLabel('dawn', 0.25)
        .to(lamp, { lit: 1, duration: 0.5, ease: 'sine.out' }, 0.25)
        .to(rows, { up: 1, duration: 0.2, stagger: 0.1 }, 0.5);
    },
  );
  const { labels, lanes } = lanesOf(motion);
  expect(labels).toEqual([{ name: 'dawn', at: 0.25 }]);
  expect(
    lanes.map(({ name, bars }) => [name, bars.map(({ from, to, moves }) => [from, to, moves])]),
  ).toEqual([
    ['lamp', [[0.25, 0.75, 'lit']]],
    [
      'rows',
      [
        [0.5, 0.7, 'up'],
        [0.6, expect.closeTo(0.8), 'up'],
      ],
    ],
  ]);
  const { ease, curve } = lanes[0]!.bars[0]!;
  expect(ease).toBe('sine.out');
  expect(curve[0]).toBe(0);
  expect(curve.at(-1)).toBeCloseTo(1);
  expect(curve[8]).toBeGreaterThan(0.6);
});

test('every scene and transition can be drawn so', async () => {
  const motions = [
    ...(await Promise.all(
      SCENE_IDS.map(async (id) => ((await loadScene(id)) as ArrangedScene).motion),
    )),
    ...(await Promise.all(
      TRANSITION_IDS.map(async (id) => ((await loadTransition(id)) as ArrangedTransition).motion),
    )),
  ];
  for (const motion of motions) {
    const { lanes } = lanesOf(motion as { actors: Actors; at: () => Actors });
    for (const { bars } of lanes)
      for (const { from, to, curve } of bars) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(1.000001);
        expect(curve.every(Number.isFinite)).toBe(true);
      }
  }
  expect(motions.some((motion) => lanesOf(motion).labels.length > 1)).toBe(true);
});
