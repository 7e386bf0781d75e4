/**
 * How true the dance is where it is not drawn:
 *
 *     npm run fidelity [-- dance …] [--positions n] [--seed n] [--clips folder]
 *
 * At positions chosen by the seed, the same number in each dance, the body is rendered there and compared
 * with the nearest drawing and with what the stage shows. Needs the body, see src/pipelines/art/body.ts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { frameAt } from '../../../src/core/clip/frameAt.ts';
import { placeAt } from '../../../src/core/clip/placeAt.ts';
import { random } from '../../../src/core/maths/chance.ts';
import { type Body, loadBody } from '../../../src/pipelines/art/anatomy.ts';
import type { Dance } from '../../../src/pipelines/art/choreography/dance.ts';
import { DANCES } from '../../../src/pipelines/art/choreography/dances/index.ts';
import { settle } from '../../../src/pipelines/art/costume.ts';
import { readClip } from '../../../src/pipelines/art/danceClip.ts';
import { renderFigure } from '../../../src/pipelines/art/figure.ts';
import { layerFields } from '../../../src/pipelines/art/layers.ts';
import { type Moment, STEP, simulate } from '../../../src/pipelines/art/simulate.ts';
import { contoursOf } from '../../../src/pipelines/art/trace/contours.ts';
import { brotliBytes } from '../../../src/pipelines/art/write.ts';
import type { Clip, ClipLayer, Ring } from '../../../src/schemas/clip.ts';
import { type Agreement, agreement, painted, type Tones } from './areas.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    positions: { type: 'string', default: '36' },
    seed: { type: 'string', default: '22' },
    clips: { type: 'string', default: join(import.meta.dirname, '../../../public/clips') },
  },
});
/** A chapter's progress is cut into so many for what changes within a hundredth. */
const STEPS = 400;

/** The body at any place between a dance's frames, traced but not drawn. */
function truth(
  body: Body,
  dance: Dance,
  moments: readonly Moment[],
  place: number,
  clip: Clip,
): Tones {
  const before = moments[Math.floor(place)]!;
  const share = place % 1;
  const t = place / (dance.frames - 1);
  const pose = dance.poseAt(t);
  const costume = dance.costumeAt(t);
  const same = costume.skirt === before.costume.skirt;
  const state =
    same && share > 0 ? settle(body, before.state, pose, costume, share * STEP) : before.state;
  const raster = renderFigure(body, pose, costume, state, { scale: 1.25, key: dance.lightAt(t) });
  const fields = layerFields(raster);
  const rings = (layer: ClipLayer): Ring[] => {
    const field = fields.get(layer);
    if (!field) return [];
    const { left, top, step } = field;
    return contoursOf(field).map((contour) =>
      Float32Array.from(contour, (value, i) => (i % 2 ? top : left) + value * step),
    );
  };
  return painted(clip.layers.map(rings));
}

/** The greatest share of the picture that another tone is seen in a hundredth later; where; and milliseconds a picture. */
function course(clip: Clip): { most: number; at: number; stepped: number; ms: number } {
  const start = performance.now();
  const pictures = Array.from({ length: STEPS + 1 }, (_, i) =>
    frameAt(clip, placeAt(clip, i / STEPS)),
  );
  const ms = (performance.now() - start) / (STEPS + 1);
  const drawn = new Set<unknown>(clip.frames);
  const tones = pictures.map(({ layers }) => painted(layers));
  const span = STEPS / 100;
  let [most, at] = [0, 0];
  for (let i = 0; i + span <= STEPS; i++) {
    const change = 1 - agreement(tones[i]!, tones[i + span]!).tones;
    if (change > most) [most, at] = [change, i / STEPS];
  }
  return {
    most,
    at,
    stepped: pictures.filter((picture) => drawn.has(picture)).length / (STEPS + 1),
    ms,
  };
}

const summary = (found: readonly Agreement[]): string => {
  const mean = (of: keyof Agreement) =>
    (found.reduce((sum, one) => sum + one[of], 0) / found.length).toFixed(4);
  const worst = Math.min(...found.map(({ silhouette }) => silhouette)).toFixed(3);
  return `silhouette ${mean('silhouette')}, worst ${worst}; tones ${mean('tones')}`;
};

const body = loadBody();
const wanted = (dance: Dance) => !positionals.length || positionals.includes(dance.id);
const uniform = random(Number(values.seed));
const all: { nearest: Agreement[]; shown: Agreement[] } = { nearest: [], shown: [] };
for (const [dance, moments] of simulate(body, DANCES, wanted)) {
  const file = join(values.clips, `${dance.id}.json`);
  const clip = await readClip(file);
  const found: typeof all = { nearest: [], shown: [] };
  for (let i = 0; i < Number(values.positions); i++) {
    const progress = uniform();
    const real = truth(body, dance, moments, progress * (dance.frames - 1), clip);
    const nearest = clip.frames[Math.round(progress * (clip.frames.length - 1))]!;
    found.nearest.push(agreement(real, painted(nearest.layers)));
    found.shown.push(agreement(real, painted(frameAt(clip, placeAt(clip, progress)).layers)));
  }
  all.nearest.push(...found.nearest);
  all.shown.push(...found.shown);
  const { most, at, stepped, ms } = course(clip);
  console.log(
    `${dance.id}: ${(brotliBytes(readFileSync(file, 'utf8')) / 1000).toFixed(1)} kB\n` +
      `  nearest drawing  ${summary(found.nearest)}\n` +
      `  what is shown    ${summary(found.shown)}\n` +
      `  at ${Math.round(100 * stepped)} % of the places a drawing stands; ${(100 * most).toFixed(0)} % of the picture changes within a hundredth at ${at.toFixed(3)}; ${ms.toFixed(2)} ms to work a picture out`,
  );
}
console.log(
  `all\n  nearest drawing  ${summary(all.nearest)}\n  what is shown    ${summary(all.shown)}`,
);
