/** Which transitions hide the dancer in the middle, where one dance gives way to the next. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { FLOOR_SHARE, SPOT } from '../../../src/config/stage.ts';
import type { Screen } from '../../../src/schemas/picture.ts';
import { loadTransition, TRANSITION_IDS } from '../../../src/transitions/index.ts';
import { TALL, WIDE } from '../scenes/inspect.ts';

/** Half of the width that she takes with her arms spread, and her height on her toes, in screen units. */
const REACH = 240;
const HEIGHT = 800;
/** Screen units to a pixel. */
const UNITS = 4;

/** Share of her place that nothing before her covers. */
async function seen(id: string, progress: number, screen: Screen) {
  const { before, dancer } = (await loadTransition(id)).at(progress, screen);
  if (dancer?.opacity === 0) return 0;
  const shapes = before
    .filter(({ opacity = 1 }) => opacity > 0.98)
    .map(({ d }) => `<path d="${d}" fill="#fff" fill-rule="nonzero"/>`);
  const spot = screen.tall ? SPOT.tall : (SPOT.left + SPOT.right) / 2;
  const [width, height] = [2 * REACH, HEIGHT].map((units) => Math.round(units / UNITS));
  const view = `${spot * screen.width - REACH} ${1000 * FLOOR_SHARE - HEIGHT} ${2 * REACH} ${HEIGHT}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" width="${width}" height="${height}">${shapes.join('')}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: '#000' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  let open = 0;
  for (let i = 0; i < data.length; i += info.channels) if (data[i]! < 200) open++;
  return open / (info.width * info.height);
}

test('those that are said to hide her do, and no others', async () => {
  const hiding = [];
  const said = [];
  for (const id of TRANSITION_IDS) {
    if ((await loadTransition(id)).hides !== undefined) said.push(id);
    const open = await Promise.all(
      [WIDE, TALL].flatMap((screen) => [0.49, 0.5, 0.51].map((at) => seen(id, at, screen))),
    );
    // The ghost light's lamp is a glimpse of a hand, no more.
    if (Math.max(...open) < 0.03) hiding.push(id);
  }
  expect(hiding).toEqual(said);
});
