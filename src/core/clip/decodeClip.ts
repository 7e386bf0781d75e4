import { CLIP_ANCHORS, type Clip, type ClipLayer, type Outline } from '../../schemas/clip.ts';
import { CLIP_FORMAT, CLIP_VERSION, type ClipText, DIGITS, FAR, NEAR } from './format.ts';

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
  const { format, version, grid, frames, layers, heads, x, y } = parse(text);
  if (format !== CLIP_FORMAT) throw new Error(`Not a clip: its format is ${format}`);
  if (version > CLIP_VERSION)
    throw new Error(`The clip's format is newer (${version}) than this reader (${CLIP_VERSION})`);
  const head = reader(heads);
  const across = reader(x);
  const down = reader(y);
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
  const byLayer: Outline[][][] = [];
  for (const _ of layers) {
    const layer: Outline[][] = [];
    for (let f = 0; f < frames; f++) {
      layer.push(times(head(), outline));
      if (f % 8 === 7) yield;
    }
    byLayer.push(layer);
  }
  const places = CLIP_ANCHORS.map((): [number, number] => [0, 0]);
  return {
    layers: layers as readonly ClipLayer[],
    frames: times(frames, (f) => ({
      layers: byLayer.map((layer) => layer[f]!),
      anchors: places.map((place): [number, number] => {
        place[0] += head();
        place[1] += head();
        return [place[0] * grid, place[1] * grid];
      }),
    })),
  };
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
