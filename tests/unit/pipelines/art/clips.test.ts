/** The committed clips: their size, and whether one dance flows into the next. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeClip } from '../../../../src/core/clip/decodeClip.ts';
import { flows } from '../../../../src/core/story/repertoire.ts';
import dances from '../../../../src/data/dances.json' with { type: 'json' };
import { agreement, painted } from '../../../../src/pipelines/art/areas.ts';
import { WRITTEN_DANCES } from '../../../../src/pipelines/art/choreography/dances/index.ts';
import { brotliBytes, CLIP_BUDGET, CLIPS_BUDGET } from '../../../../src/pipelines/art/write.ts';
import { type Clip, type ClipFrame, toneOf } from '../../../../src/schemas/clip.ts';
import { REPERTOIRE } from '../../../helpers/repertoire.ts';

const PUBLIC = join(import.meta.dirname, '../../../../public');
const IDS = WRITTEN_DANCES.map(({ id }) => id);
const textOf = (folder: string, id: string): string =>
  readFileSync(join(PUBLIC, folder, `${id}.json`), 'utf8');
const clipOf = (id: string): Clip => decodeClip(textOf('clips', id));

/** How far the bodies of two frames cover the same. */
const overlap = (a: [Clip, ClipFrame], b: [Clip, ClipFrame]): number => {
  const [first, second] = [a, b].map(([clip, frame]) =>
    painted(
      [clip.layers.flatMap((layer, l) => (toneOf(layer) === 'body' ? frame.layers[l]! : []))],
      4,
    ),
  );
  return agreement(first!, second!).silhouette;
};

describe('the committed clips', () => {
  test('have at most 590 kB together', () => {
    const bytes = IDS.map((id) => brotliBytes(textOf('clips', id)));
    expect(bytes.reduce((sum, own) => sum + own, 0)).toBeLessThanOrEqual(CLIPS_BUDGET);
  });

  test.each(IDS)(
    '%s: at most 75 kB with brotli, 48 frames at least, a still of one frame',
    (id) => {
      const text = textOf('clips', id);
      expect(brotliBytes(text)).toBeLessThanOrEqual(CLIP_BUDGET);
      const clip = decodeClip(text);
      expect(clip.frames.length).toBeGreaterThanOrEqual(48);
      for (const frame of clip.frames)
        expect(frame.layers.reduce((sum, layer) => sum + layer.length, 0)).toBeGreaterThan(0);
      expect(decodeClip(textOf('stills', id)).frames).toHaveLength(1);
    },
  );

  test.each(IDS.slice(1).map((id, i) => [IDS[i]!, id]))('%s ends as %s begins', (before, after) => {
    const [first, second] = [clipOf(before), clipOf(after)];
    const end = WRITTEN_DANCES.find(({ id }) => id === before)!;
    const start = WRITTEN_DANCES.find(({ id }) => id === after)!;
    const changes = end.costume(end.notation.frames - 1).skirt !== start.costume(0).skirt;
    const same = overlap([first, first.frames.at(-1)!], [second, second.frames[0]!]);
    // A long dress hides what a tutu shows: then only the pose can be compared.
    expect(same).toBeGreaterThan(changes ? 0.4 : 0.97);
    first.frames.at(-1)!.anchors.forEach(([x, y], i) => {
      const [x1, y1] = second.frames[0]!.anchors[i]!;
      expect(Math.hypot(x1 - x, y1 - y)).toBeLessThan(3);
    });
  });

  test('flow into each other as the repertoire says, and only so', () => {
    const clips = new Map(IDS.map((id) => [id, clipOf(id)]));
    for (const before of IDS)
      for (const after of IDS) {
        const end = clips.get(before)!.frames.at(-1)!.anchors;
        const start = clips.get(after)!.frames[0]!.anchors;
        const off = end.map(([x, y], i) => Math.hypot(start[i]![0] - x, start[i]![1] - y));
        expect(Math.max(...off) < 3, `${before} to ${after}`).toBe(
          flows(REPERTOIRE, before, after),
        );
      }
  });

  test('are those that chapters may dance', () => {
    const facts = WRITTEN_DANCES.map(({ id, begins, ends }) => [id, { begins, ends }]);
    expect(dances).toEqual(Object.fromEntries(facts));
  });

  test('there is a clip and a still for each dance and nothing else', () => {
    for (const folder of ['clips', 'stills']) {
      expect(existsSync(join(PUBLIC, folder))).toBe(true);
      expect(readdirSync(join(PUBLIC, folder)).sort()).toEqual(
        IDS.map((id) => `${id}.json`).sort(),
      );
    }
  });
});
