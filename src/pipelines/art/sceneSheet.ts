/**
 * Contact sheets of scenes and transitions: each at five points of progress,
 * wide and tall, one PNG each in `sheets/`.
 *
 *   node src/pipelines/art/sceneSheet.ts [id …] [--clip file.json] [--height 450] [--at 0.5,0.6] [--words right]
 *
 * Ids are scenes or transitions; all when none is given. `--clip` is a clip
 * as `npm run art` writes it; it dances in every scene, in place of the one made for it.
 * `--words` is the side on which words stand; the one that each scene keeps quiet when absent.
 */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import sharp, { type OverlayOptions } from 'sharp';
import { TALL_SHARE } from '../../config/stage.ts';
import { TONES } from '../../config/tones.ts';
import { type PosterChapter, posterSide, posterSvg } from '../../core/stage/poster.ts';
import { repertoireOf } from '../../core/story/repertoire.ts';
import { loadScene, SCENE_IDS } from '../../scenes/index.ts';
import type { Screen } from '../../schemas/picture.ts';
import type { SceneId, TransitionId } from '../../schemas/repertoire.ts';
import { loadTransition, TRANSITION_IDS } from '../../transitions/index.ts';
import { WRITTEN_DANCES } from './choreography/dances/index.ts';
import { danceClip, readClip } from './danceClip.ts';

/** A desktop's window, and the picture above the text on a phone of 390 x 844. */
const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: Math.round(844 * TALL_SHARE) },
];
const GAP = 6;
const OUT = 'sheets';

const screenOf = ({ width, height }: { width: number; height: number }): Screen => ({
  width: (width / height) * 1000,
  tall: width < height,
});

/** The pictures one after another, three wide ones to a row. */
async function sheet(
  file: string,
  points: readonly number[],
  height: number,
  draw: (progress: number, screen: Screen) => string,
): Promise<void> {
  const cells: OverlayOptions[] = [];
  const limit = 3 * (Math.round(1.6 * height) + GAP);
  let left = 0;
  let top = 0;
  for (const size of SCREENS) {
    const width = Math.round((size.width / size.height) * height);
    for (const progress of points) {
      if (left + width > limit) {
        left = 0;
        top += height + GAP;
      }
      const svg = draw(progress, screenOf(size)).replace(
        '<svg ',
        `<svg width="${width}" height="${height}" `,
      );
      cells.push({ input: await sharp(Buffer.from(svg)).png().toBuffer(), left, top });
      left += width + GAP;
    }
  }
  await sharp({ create: { width: limit, height: top + height, channels: 3, background: '#555' } })
    .composite(cells)
    .png()
    .toFile(`${OUT}/${file}.png`);
  console.log(`${OUT}/${file}.png`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clip: { type: 'string' },
    height: { type: 'string', default: '450' },
    at: { type: 'string', default: '0,0.25,0.5,0.75,1' },
    words: { type: 'string' },
  },
});
const wanted = (id: string): boolean => positionals.length === 0 || positionals.includes(id);
const points = values.at.split(',').map(Number);
const height = Number(values.height);
const words = values.words === 'left' || values.words === 'right' ? values.words : undefined;
const standIn = values.clip ? await readClip(values.clip) : undefined;

const { entries } = repertoireOf(
  await Promise.all(SCENE_IDS.map(async (id) => [id, await loadScene(id)] as const)),
  [],
  Object.fromEntries(WRITTEN_DANCES.map(({ id, begins, ends }) => [id, { begins, ends }])),
);

const setting = async (id: SceneId): Promise<Omit<PosterChapter, 'progress'>> => {
  const scene = await loadScene(id);
  const { dance } = scene.suits ?? entries[0]!;
  return {
    scene,
    side: words ?? posterSide(scene),
    clip: standIn ?? (await danceClip(dance)),
  };
};

const sheetOfTransition = async (id: TransitionId): Promise<void> => {
  const made = entries.findIndex(({ transition }) => transition === id);
  const at = Math.max(0, made);
  const transition = await loadTransition(id);
  const from = await setting(entries[at]!.scene);
  const following = entries[at + 1]?.scene;
  const to = following ? await setting(following) : undefined;
  await sheet(`transition-${id}`, points, height, (progress, screen) =>
    posterSvg(
      TONES,
      screen,
      { ...from, progress: 0.95 + progress * 0.05 },
      {
        transition,
        progress,
        to: to && { ...to, progress: progress * 0.05 },
      },
    ),
  );
};

await mkdir(OUT, { recursive: true });
for (const id of SCENE_IDS) {
  if (!wanted(id)) continue;
  const on = await setting(id);
  await sheet(`scene-${id}`, points, height, (progress, screen) =>
    posterSvg(TONES, screen, { ...on, progress }),
  );
}
for (const id of TRANSITION_IDS) if (wanted(id)) await sheetOfTransition(id);
