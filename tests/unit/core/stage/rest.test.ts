/** Chapters in which nobody dances: light, set and words alone. */
import { expect, test } from 'vitest';
import { TONES } from '../../../../src/config/tones.ts';
import { NOBODY } from '../../../../src/core/clip/nobody.ts';
import type { Playhead } from '../../../../src/core/reading/playhead.ts';
import { compose, type StagedChapter } from '../../../../src/core/stage/compose.ts';
import { posterSide, posterSvg } from '../../../../src/core/stage/poster.ts';
import { countFrames, soundsOfLandings } from '../../../../src/data/clips.ts';
import { readStill } from '../../../../src/data/stills.ts';
import { loadScene, SCENE_IDS } from '../../../../src/scenes/index.ts';
import { NO_DANCE } from '../../../../src/schemas/repertoire.ts';
import { loadTransition, TRANSITION_IDS } from '../../../../src/transitions/index.ts';
import { makeDance } from '../../../fixtures/dance.ts';

const WIDE = { width: 1600, tall: false };
const scene = await loadScene('bareStage');
const transition = await loadTransition('bladeCut');
const danced = { side: 'left', scene, transition } as const;
const empty = { side: 'right', scene, transition, empty: true } as const;

/** She in the middle of a way from one chapter to the next. */
const dancerAt = (progress: number, chapters: readonly StagedChapter[]) => {
  const crossing = { from: 0, to: 1, progress };
  const chapter = progress < 0.5 ? 0 : 1;
  const playhead: Playhead = { chapter, progress: 1 - chapter, crossing, overture: 1 };
  return compose(playhead, chapters, WIDE).dancer;
};

test('she goes before the middle of the way there, on her own spot', () => {
  const opacities = [0, 0.2, 0.4, 0.49, 0.6].map((at) => dancerAt(at, [danced, empty]).opacity);
  expect(opacities).toEqual([...opacities].sort((a, b) => b - a));
  expect(opacities[3]).toBeLessThan(0.05);
  expect(opacities[4]).toBe(0);
  expect(dancerAt(0.45, [danced, empty]).spot).toBe(dancerAt(0, [danced, empty]).spot);
});

test('and comes after the middle of the way back, where she dances', () => {
  expect(dancerAt(0.45, [empty, danced]).opacity).toBe(0);
  expect(dancerAt(0.75, [empty, danced]).opacity).toBeCloseTo(0.5);
  expect(dancerAt(0.55, [empty, danced]).spot).toBe(dancerAt(1, [empty, danced]).spot);
});

test('between two that dance she goes on as ever', () => {
  expect(dancerAt(0.5, [danced, { ...danced, side: 'right' }]).opacity).toBe(1);
});

test('every scene is drawn without her, its reflections and her corps', async () => {
  for (const id of SCENE_IDS) {
    const one = await loadScene(id);
    const draw = (clip = NOBODY) =>
      posterSvg(TONES, WIDE, { scene: one, progress: one.best, clip, side: posterSide(one) });
    const without = draw();
    expect(without, id).toContain('<path');
    expect(without.length, id).toBeLessThan(draw(makeDance(1)).length);
  }
});

test('every way out leads from it and to it', async () => {
  for (const id of TRANSITION_IDS) {
    const way = await loadTransition(id);
    for (const [from, to] of [
      [NOBODY, makeDance(2)],
      [makeDance(2), NOBODY],
      [NOBODY, NOBODY],
    ] as const)
      for (const progress of [0.1, 0.49, 0.5, 0.9])
        expect(
          posterSvg(
            TONES,
            WIDE,
            { scene, progress: 1, clip: from, side: 'left' },
            { transition: way, progress, to: { scene, progress: 0, clip: to, side: 'right' } },
          ),
          id,
        ).toContain('<path');
  }
});

test('it has a still, a length and no steps that are heard', async () => {
  expect(await readStill(NO_DANCE)).toBe(NOBODY);
  expect(await countFrames(NO_DANCE)).toBeGreaterThan(24);
  expect(await soundsOfLandings(NO_DANCE)).toEqual([]);
});
