import { describe, expect, test } from 'vitest';
import { FLOOR_SHARE, PICTURE_UNITS } from '../../../../src/config/stage.ts';
import { pathOf, whereAt } from '../../../../src/core/clip/whereabouts.ts';
import { compose } from '../../../../src/core/stage/compose.ts';
import { CAMERA_AT_REST, framingOf } from '../../../../src/core/stage/framing.ts';
import { seenAt } from '../../../../src/core/stage/viewport.ts';
import { danceClip } from '../../../../src/pipelines/art/danceClip.ts';
import { loadScene, SCENE_IDS } from '../../../../src/scenes/index.ts';
import { REPERTOIRE } from '../../../helpers/repertoire.ts';
import { TALL, WIDE } from '../../scenes/inspect.ts';

const DANCES = Object.keys(REPERTOIRE.ends);
const PATHS = new Map(
  await Promise.all(DANCES.map(async (id) => [id, pathOf(await danceClip(id))] as const)),
);
const POINTS = Array.from({ length: 41 }, (_, i) => i / 40);
/** The lower edge of the picture, and its upper. */
const BOTTOM = (1 - FLOOR_SHARE) * PICTURE_UNITS;
const TOP = BOTTOM - PICTURE_UNITS;

describe.each(SCENE_IDS)('%s', (id) => {
  test('keeps its own camera for the dance that it was made for', async () => {
    const scene = await loadScene(id);
    const path = PATHS.get(scene.suits!.dance)!;
    for (const screen of [WIDE, TALL])
      for (const at of POINTS) {
        const moment = scene.at(at, screen);
        expect(framingOf(scene, moment, path, at)).toEqual({
          camera: moment.camera ?? CAMERA_AT_REST,
          shift: 0,
          follow: 0,
        });
      }
  });

  test.each(DANCES)('has all of %s in its picture', async (dance) => {
    const scene = await loadScene(id);
    const path = PATHS.get(dance)!;
    for (const at of POINTS) {
      const moment = scene.at(at, TALL);
      const { camera } = framingOf(scene, moment, path, at);
      const her = whereAt(path, at);
      expect(Math.abs(her.x - camera.x), `beside, at ${at}`).toBeLessThan(125);
      const lower = seenAt(camera, 'middle', 0, BOTTOM).y;
      const upper = seenAt(camera, 'middle', 0, TOP).y;
      const own = seenAt(moment.camera ?? CAMERA_AT_REST, 'middle', 0, BOTTOM).y;
      expect(lower, 'below the floor').toBeLessThan(Math.max(BOTTOM, own) + 0.01);
      expect((her.head - upper) / (lower - upper), `low, at ${at}`).toBeLessThan(0.93);
    }
  });
});

test('a still is framed as its moment of the dance is, near enough', async () => {
  const clip = await danceClip('john-wick');
  const scene = await loadScene('bareStage');
  const still = { layers: clip.layers, frames: [clip.frames[Math.round(scene.best * 95)]!] };
  const at = (path: ReturnType<typeof pathOf>) =>
    framingOf(scene, scene.at(scene.best, WIDE), path, scene.best);
  expect(Math.abs(at(pathOf(still)).camera.x - at(pathOf(clip)).camera.x)).toBeLessThan(60);
});

test('the same place is the same picture, whatever was danced there before', async () => {
  const scene = await loadScene('suits');
  const drawn = (dance: string, progress: number) =>
    JSON.stringify(
      compose(
        { chapter: 0, progress, crossing: null, overture: 1 },
        [{ side: 'left', scene, path: PATHS.get(dance) }],
        WIDE,
      ).dancer.camera,
    );
  const first = DANCES.map((dance) => drawn(dance, 0.3));
  const again = DANCES.toReversed().map((dance) => drawn(dance, 0.3));
  expect(again.toReversed()).toEqual(first);
  expect(new Set(first).size).toBeGreaterThan(1);
});
