import { expect, test } from 'vitest';
import { TONES } from '../../../src/config/tones.ts';
import { posterSvg } from '../../../src/core/stage/poster.ts';
import { loadScene, SCENE_IDS } from '../../../src/scenes/index.ts';
import { WIDE } from './inspect.ts';
import { COLUMN, loudness } from './loudness.ts';

test.each(SCENE_IDS.flatMap((id) => [[id, 'left'] as const, [id, 'right'] as const]))(
  '%s keeps dark where words stand, at the %s too',
  async (id, side) => {
    const scene = await loadScene(id);
    for (const progress of [0.1, 0.5, 0.9]) {
      const svg = posterSvg(TONES, WIDE, { scene, progress, side });
      expect(await loudness(svg, COLUMN[side])).toBeLessThan(0.005);
    }
  },
);
