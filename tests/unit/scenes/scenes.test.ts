import { describe, expect, test } from 'vitest';
import { TONES } from '../../../src/config/tones.ts';
import { random } from '../../../src/core/maths/chance.ts';
import { tinted } from '../../../src/core/stage/tints.ts';
import { loadScene, SCENE_IDS } from '../../../src/scenes/index.ts';
import type { Scene } from '../../../src/schemas/picture.ts';
import { allShapes, faultOfPath, hasColour, POINTS, SCREENS, WIDE } from './inspect.ts';

const scenes = await Promise.all(SCENE_IDS.map(async (id) => [id, await loadScene(id)] as const));

describe.each(scenes)('%s', (_, scene: Scene) => {
  const ids = allShapes(scene).flatMap(({ id }) => id ?? []);
  const moments = SCREENS.flatMap((screen) =>
    POINTS.map((point) => structuredClone(scene.at(point, screen))),
  );

  test('is the same picture however one came there, and stays what it was', () => {
    const backwards = SCREENS.toReversed().flatMap((screen) =>
      POINTS.toReversed().map((point) => scene.at(point, screen)),
    );
    expect(backwards.toReversed()).toEqual(moments);
  });

  test('covers the world behind everything', () => {
    expect(scene.set.far[0]).toMatchObject({ d: 'M-1800 -1500h3600v2400h-3600Z', tone: 'ground' });
  });

  test('is drawn with sound paths in known tones', () => {
    for (const { d, tone } of allShapes(scene)) {
      expect(faultOfPath(d)).toBeNull();
      expect(hasColour(tone, scene.tones), tone).toBe(true);
    }
  });

  test('names each part once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('moves parts that exist, by finite amounts, within visible opacities', () => {
    for (const { parts = {}, camera, echoes = [], dancer, tones = {} } of moments) {
      for (const [id, state] of Object.entries(parts)) {
        expect(ids).toContain(id);
        if (state.d !== undefined) expect(faultOfPath(state.d)).toBeNull();
        expect(state.transform ?? '').not.toMatch(/NaN|Infinity|undefined|e-/);
        if (state.tone) expect(hasColour(state.tone, scene.tones)).toBe(true);
      }
      const opacities = [
        ...Object.values(parts).map(({ opacity = 1 }) => opacity),
        ...echoes.map(({ opacity = 1 }) => opacity),
        dancer?.opacity ?? 1,
      ];
      for (const opacity of opacities) {
        expect(opacity).toBeGreaterThanOrEqual(0);
        expect(opacity).toBeLessThanOrEqual(1);
      }
      for (const { tone } of echoes) if (tone) expect(hasColour(tone, scene.tones)).toBe(true);
      const colours = tinted(TONES, scene.tones, tones);
      for (const colour of Object.values(colours)) expect(colour).toMatch(/^#[\da-f]{6}$/);
      if (camera) expect(Object.values(camera).every(Number.isFinite)).toBe(true);
    }
  });

  test('is lit and set in depth, and stays within what a phone can draw', () => {
    expect(scene.set.far.length).toBeGreaterThan(1);
    expect(scene.set.middle.length).toBeGreaterThan(2);
    expect(scene.set.near.length).toBeGreaterThan(0);
    expect(allShapes(scene).length).toBeLessThanOrEqual(80);
    expect(moments[0]!.echoes?.length ?? 0).toBeLessThanOrEqual(8);
  });

  test('changes with progress, and is the same when asked again', () => {
    const seen = POINTS.map((point) => JSON.stringify(scene.at(point, WIDE)));
    expect(new Set(seen).size).toBe(POINTS.length);
    expect(POINTS.map((point) => JSON.stringify(scene.at(point, WIDE)))).toEqual(seen);
  });

  test('is the same however one came there', () => {
    const chance = random(7);
    const places = Array.from({ length: 40 }, () => Math.round(chance() * 1000) / 1000);
    const forwards = new Map(
      places.toSorted((a, b) => a - b).map((at) => [at, JSON.stringify(scene.at(at, WIDE))]),
    );
    for (const at of [...places, ...places.toSorted((a, b) => b - a), ...places])
      expect(JSON.stringify(scene.at(at, WIDE)), String(at)).toBe(forwards.get(at));
  });

  test('says how its poster is composed, and what of it may be left out', () => {
    expect(scene.poster).toBeDefined();
    expect(allShapes(scene).some(({ spare }) => spare)).toBe(true);
    for (const { d, spare } of allShapes(scene))
      if (spare) expect(d.startsWith('M-1800 -1500h3600v2400')).toBe(false);
  });

  test('has its best moment outside the transitions', () => {
    expect(scene.best).toBeGreaterThan(0.08);
    expect(scene.best).toBeLessThan(0.92);
  });
});

test('no two scenes share a set', () => {
  const sets = scenes.map(([, scene]) => JSON.stringify(scene.set));
  expect(new Set(sets).size).toBe(SCENE_IDS.length);
});
