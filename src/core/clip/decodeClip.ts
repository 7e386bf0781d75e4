import type { Clip, ClipFrame, ClipLayer, Motion, Outline } from '../../schemas/clip.ts';
import {
  CLIP_FORMAT,
  CLIP_VERSION,
  type ClipText,
  DIGITS,
  FAR,
  NEAR,
  RUN_SHIFT,
} from './format.ts';

import { anchorsIn, LIMBS } from './limbs.ts';
import { nearest } from './nearest.ts';
import { layersAt, seenAt } from './seenAt.ts';

/** Reads a clip's text (see `format.ts`). @throws Error when it is not a clip, newer than this reader, or incomplete. */
export function decodeClip(text: string): Clip {
  const work = decodingClip(text);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same in small steps, for those who have something more urgent to do in between. */
export function* decodingClip(text: string): Generator<undefined, Clip> {
  const read = parse(text);
  const { format, version, grid, layers } = read;
  if (format !== CLIP_FORMAT) throw new Error(`Not a clip: its format is ${format}`);
  if (version !== CLIP_VERSION)
    throw new Error(
      `The clip's format is ${version > CLIP_VERSION ? 'newer' : 'older'} (${version}) than this reader (${CLIP_VERSION})`,
    );
  const drawn = momentsOf(read.drawn);
  const head = reader(read.heads);
  const across = reader(read.x);
  const down = reader(read.y);
  const at: [number, number] = [0, 0];
  const outline = (): Outline => {
    const count = head();
    let px = at[0] + head();
    let py = at[1] + head();
    at[0] = px;
    at[1] = py;
    const points = [px * grid, py * grid];
    for (let i = 1; i < count; i++) {
      px += across();
      py += down();
      points.push(px * grid, py * grid);
    }
    return points;
  };
  const run = reader(read.limbs);
  const byLayer: Outline[][][] = [];
  const limbsByLayer: number[][][][] = [];
  for (const _ of layers) {
    const layer: Outline[][] = [];
    const limbs: number[][][] = [];
    for (let d = 0; d < drawn.length; d++) {
      layer.push(times(head(), outline));
      limbs.push(read.limbs ? layer[d]!.map((points) => limbsOf(points.length / 2, run)) : []);
      if (d % 8 === 7) yield;
    }
    byLayer.push(layer);
    limbsByLayer.push(limbs);
  }
  const joints = placesOf(read);
  const frames: ClipFrame[] = [];
  const motion: Motion | undefined = read.limbs
    ? { drawn, limbs: drawn.map((_, d) => limbsByLayer.map((layer) => layer[d]!)), joints }
    : undefined;
  for (let moment = 0; moment < read.frames; moment++) {
    const anchors = anchorsIn(joints[read.limbs ? 2 * moment : moment]!);
    const d = drawn.indexOf(moment);
    frames.push(
      d < 0
        ? carriedFrame(anchors, () =>
            layersAt(frames, motion!, nearest(drawn, moment), joints[2 * moment]!),
          )
        : { layers: byLayer.map((layer) => layer[d]!), anchors },
    );
  }
  const clip: Clip = { layers: layers as readonly ClipLayer[], frames };
  return motion
    ? {
        ...clip,
        motion,
        seenAt: (place, gradual = false) => {
          const shown = seenAt(frames, motion, place);
          return gradual ? shown : [shown[0]];
        },
      }
    : clip;
}

/** A frame that is not drawn: its layers are worked out when they are first looked at. */
function carriedFrame(
  anchors: ClipFrame['anchors'],
  layersOf: () => ClipFrame['layers'],
): ClipFrame {
  let layers: ClipFrame['layers'] | undefined;
  return {
    anchors,
    get layers() {
      layers ??= layersOf();
      return layers;
    },
  };
}

/** The moments that are drawn. */
function momentsOf(stream: string): number[] {
  const gap = reader(stream);
  const drawn: number[] = [];
  for (let i = 0, at = 0; i < stream.length; i++) {
    at += gap();
    drawn.push(at);
  }
  return drawn;
}

/** The limb of each of an outline's controls. */
function limbsOf(controls: number, run: () => number): number[] {
  const limbs: number[] = [];
  while (limbs.length < controls) {
    const told = run() + RUN_SHIFT;
    const last = told >= LIMBS.length;
    const limb = last ? told - LIMBS.length : told;
    const end = last ? controls : limbs.length + run();
    while (limbs.length < end) limbs.push(limb);
  }
  return limbs;
}

/** Where the joints are seen: at each moment, and where they carry drawings halfway to the next, too. */
function placesOf({ places, limbs, joints, frames, grid }: ClipText): number[][] {
  const step = reader(places);
  const out = times(limbs ? 2 * frames - 1 : frames, (): number[] => []);
  for (let channel = 0; channel < 2 * joints; channel++) {
    let [at, way] = [0, 0];
    for (const [moment, row] of out.entries()) {
      // The first step is from 0, and no way that goes on.
      way = moment === 1 ? step() : way + step();
      at += way;
      if (moment === 0) way = 0;
      row.push(at * grid);
    }
  }
  return out;
}

function parse(text: string): ClipText {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    throw new Error('Not a clip, or only a part of one');
  }
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Reads one number after another from a stream. */
function reader(stream: string): () => number {
  let i = 0;
  const digit = (): number => {
    const code = stream.charCodeAt(i++);
    // Past the end it is NaN, and no comparison holds.
    if (!(code > 34)) throw new Error('The clip ends too early');
    return code > 92 ? code - 36 : code - 35;
  };
  return () => {
    const first = digit();
    if (first <= 2 * NEAR) return first - NEAR;
    const far = (first < FAR ? first - 2 * NEAR - 1 : digit()) * DIGITS + digit();
    const size = NEAR + 1 + (far >> 1);
    return far & 1 ? -size : size;
  };
}
