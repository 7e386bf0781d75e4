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
import { nearest } from '../../../src/core/clip/nearest.ts';
import { placeAt } from '../../../src/core/clip/placeAt.ts';
import { random } from '../../../src/core/maths/chance.ts';
import { type Body, loadBody } from '../../../src/pipelines/art/anatomy.ts';
import {
  type Agreement,
  agreement,
  painted,
  type Ring,
  type Tones,
} from '../../../src/pipelines/art/areas.ts';
import type { Dance } from '../../../src/pipelines/art/choreography/dance.ts';
import { DANCES } from '../../../src/pipelines/art/choreography/dances/index.ts';
import { readClip } from '../../../src/pipelines/art/danceClip.ts';
import { renderFigure } from '../../../src/pipelines/art/figure.ts';
import { layerFields } from '../../../src/pipelines/art/layers.ts';
import { type Moment, momentBetween, simulate } from '../../../src/pipelines/art/simulate.ts';
import { contoursOf } from '../../../src/pipelines/art/trace/contours.ts';
import { brotliBytes } from '../../../src/pipelines/art/write.ts';
import type { Clip, ClipLayer } from '../../../src/schemas/clip.ts';

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
  const frame = Math.floor(place);
  const { pose, costume, state, key } = momentBetween(
    body,
    dance,
    moments[frame]!,
    frame,
    place - frame,
  );
  const raster = renderFigure(body, pose, costume, state, { scale: 1.25, key });
  const fields = layerFields(raster);
  const rings = (layer: ClipLayer): Ring[] =>
    (fields.get(layer) ?? []).flatMap((field) => {
      const { left, top, step } = field;
      return contoursOf(field).map((contour) =>
        Float32Array.from(contour, (value, i) => (i % 2 ? top : left) + value * step),
      );
    });
  return painted(clip.layers.map(rings), 1, clip.layers);
}

/** What changes along a dance, as shares of the picture. */
interface Course {
  /** The most within a hundredth of the progress, and where. */
  readonly most: number;
  readonly at: number;
  /** Where one drawing gives way to the next at once: how often, on average and the most. */
  readonly turns: { readonly count: number; readonly mean: number; readonly most: number };
  /** Milliseconds to work a picture out. */
  readonly ms: number;
}

function course(clip: Clip): Course {
  const start = performance.now();
  const pictures = Array.from({ length: STEPS + 1 }, (_, i) =>
    frameAt(clip, placeAt(clip, i / STEPS)),
  );
  const ms = (performance.now() - start) / (STEPS + 1);
  const tones = pictures.map(({ layers }) => painted(layers, 1, clip.layers));
  const span = STEPS / 100;
  let [most, at] = [0, 0];
  for (let i = 0; i + span <= STEPS; i++) {
    const change = 1 - agreement(tones[i]!, tones[i + span]!).tones;
    if (change > most) [most, at] = [change, i / STEPS];
  }
  const { drawn } = clip.motion!;
  const turns = drawn.slice(1).flatMap((moment, d) => {
    const turn = Math.ceil(8 * (moment + drawn[d]!)) / 16;
    // Where one gives way to the other little by little there is no step.
    if (clip.seenAt!(turn, true).length > 1) return [];
    const [before, after] = [turn - 1 / 16, turn].map((place) =>
      painted(frameAt(clip, place).layers, 1, clip.layers),
    );
    return [1 - agreement(before!, after!).tones];
  });
  return {
    most,
    at,
    turns: {
      count: turns.length,
      mean: turns.reduce((sum, turn) => sum + turn, 0) / Math.max(1, turns.length),
      most: Math.max(0, ...turns),
    },
    ms,
  };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

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
    const { drawn } = clip.motion!;
    const drawing = clip.frames[drawn[nearest(drawn, progress * (clip.frames.length - 1))]!]!;
    found.nearest.push(agreement(real, painted(drawing.layers, 1, clip.layers)));
    found.shown.push(
      agreement(real, painted(frameAt(clip, placeAt(clip, progress)).layers, 1, clip.layers)),
    );
  }
  all.nearest.push(...found.nearest);
  all.shown.push(...found.shown);
  const { most, at, turns, ms } = course(clip);
  console.log(
    `${dance.id}: ${clip.motion!.drawn.length} drawings for ${clip.frames.length} moments, ${(brotliBytes(readFileSync(file, 'utf8')) / 1000).toFixed(1)} kB\n` +
      `  nearest drawing  ${summary(found.nearest)}\n` +
      `  what is shown    ${summary(found.shown)}\n` +
      `  at ${turns.count} places one drawing gives way at once, and ${percent(turns.mean)} of the picture change, ${percent(turns.most)} at most; ${percent(most)} within a hundredth, at ${at.toFixed(3)}; ${ms.toFixed(2)} ms to work a picture out`,
  );
}
console.log(
  `all\n  nearest drawing  ${summary(all.nearest)}\n  what is shown    ${summary(all.shown)}`,
);
