import { clamp } from '../../core/maths/scalar.ts';
import type { ClipLayer } from '../../schemas/clip.ts';
import { type FigureRaster, TONES } from './figure.ts';
import { SKIRT_MASS } from './limbOf.ts';
import { MATERIAL, type Material } from './materials.ts';
import { blur, REACH } from './trace/blur.ts';
import type { Field, Spans } from './trace/field.ts';
import { scratch } from './trace/scratch.ts';
import { hysteresis, thicken } from './trace/thicken.ts';

/** A layer's field with its place: sample x, y lies at clip units left + x * step, top + y * step. */
export interface PlacedField extends Field {
  readonly left: number;
  readonly top: number;
  readonly step: number;
  /** 0 to 1: how surely what is painted later covers this place, so that a border here need not be exact. */
  readonly hidden?: Float32Array | undefined;
}

/** All of one or more materials, and the tones of it that are layers: each is where its light exceeds `above`. */
interface Group {
  readonly materials: readonly Material[];
  /** Materials whose full layer is painted later: the group may go on beneath their edges. */
  readonly under: readonly Material[];
  /** Standard deviation, in clip units, by which light is smoothed within the group. */
  readonly calm: number;
  /** The half tone's light, where the second light lifts this group into it. */
  readonly lifted?: number;
  readonly tones: readonly { readonly layer: ClipLayer; readonly above: number }[];
}

/** Net glows: its tones change earlier than those of skin. */
const NET = { half: 0.16, lit: 0.34 } as const;

const WHOLE = Number.NEGATIVE_INFINITY;

const BODY: Group = {
  materials: ['skin', 'lips', 'leotard', 'hair', 'tutu', 'dress', 'stain', 'shoe', 'blade'],
  under: [],
  calm: 1.5,
  tones: [{ layer: 'body', above: WHOLE }],
};

const GROUPS: readonly Group[] = [
  {
    materials: ['skin'],
    under: ['lips', 'shoe', 'blade'],
    calm: 1.5,
    tones: [
      { layer: 'skin-half', above: TONES.half },
      { layer: 'skin-lit', above: TONES.lit },
    ],
  },
  {
    materials: ['lips'],
    under: ['shoe', 'blade'],
    calm: 0.8,
    tones: [{ layer: 'lips', above: TONES.half }],
  },
  {
    materials: ['leotard'],
    under: ['shoe', 'blade'],
    calm: 3,
    tones: [{ layer: 'leotard-lit', above: TONES.lit }],
  },
  {
    materials: ['hair'],
    under: ['shoe', 'blade'],
    calm: 1.6,
    tones: [{ layer: 'hair-lit', above: TONES.sheen }],
  },
  {
    materials: ['tutu'],
    under: ['shoe', 'blade'],
    calm: 1.8,
    lifted: NET.half,
    tones: [
      { layer: 'tutu-shade', above: WHOLE },
      { layer: 'tutu-half', above: NET.half },
      { layer: 'tutu-lit', above: NET.lit },
    ],
  },
  {
    materials: ['dress'],
    under: ['stain', 'shoe', 'blade'],
    calm: 4,
    tones: [
      { layer: 'dress-shade', above: WHOLE },
      { layer: 'dress-half', above: TONES.half },
      { layer: 'dress-lit', above: TONES.lit },
    ],
  },
  {
    materials: ['stain'],
    under: ['shoe', 'blade'],
    calm: 4,
    tones: [
      { layer: 'stain', above: WHOLE },
      { layer: 'stain-lit', above: TONES.half },
    ],
  },
  {
    materials: ['shoe'],
    under: ['blade'],
    calm: 1.4,
    tones: [
      { layer: 'shoe-shade', above: WHOLE },
      { layer: 'shoe-lit', above: (TONES.half + TONES.lit) / 2 },
    ],
  },
  {
    materials: ['blade'],
    under: [],
    calm: 0.8,
    tones: [
      { layer: 'blade', above: WHOLE },
      { layer: 'blade-lit', above: TONES.lit },
    ],
  },
];

/** Materials that have a layer of all of them, painted over the body. */
const FULL: readonly Material[] = ['tutu', 'dress', 'stain', 'shoe', 'blade'];

/** What a skirt is made of. */
const WORN: readonly Material[] = ['tutu', 'dress', 'stain'];

/** Materials the rim layer draws on; the others are lifted into their own half tone. */
const RIMMED: readonly Material[] = ['skin', 'lips', 'leotard', 'hair'];

/** By number of a material, whether a layer is of it. */
export function materialsOf(layer: ClipLayer): Uint8Array {
  if (layer === 'rim') return isOneOf(RIMMED);
  const group = GROUPS.find(({ tones }) => tones.some((tone) => tone.layer === layer));
  return isOneOf((group ?? BODY).materials);
}

/** Lengths in clip units. */
const MARGIN = 6;
/** Smoothing of an area's border. */
const EDGE = 0.65;
/** Lines thinner than this grow, by so much all round. */
const THIN = 1.8;
const GROWTH = 0.8;
/** Standard deviation by which the rim is smoothed. */
const RIM_CALM = 1.2;
/** Head and bodice are large dark masses: there the second light is a line along the silhouette, this broad. */
const RIM_LINE = 2.6;
const LINED: readonly Material[] = ['hair', 'leotard'];
/** The head: from its joint upwards, and how far round. */
const HEAD = { above: 18, radius: 46 } as const;
/** An area goes on beneath what is painted over it until its blurred self has fallen to this. */
const BENEATH = 0.01;
/** Steepness with which light beyond a tone's threshold crosses the level 0.5. */
const STEEPNESS = 5;
/** Depth of a border that is painted over, as a level of the blurred area: 0.75 is two thirds of a deviation in. */
const RECESS = 0.75;
/** The whole figure also stands alone, as a shadow: it recedes less. */
const RECESS_BODY = 0.64;

/** What is traced of a layer, and the raster that it is seen in. */
export interface LayerField {
  readonly layer: ClipLayer;
  readonly field: PlacedField;
  readonly raster: FigureRaster;
}

/**
 * The fields to trace, by layer: an area is where a field exceeds 0.5. Light
 * is smoothed within a material only, so that tones are big calm shapes while
 * silhouettes stay crisp. A layer with no pixel is absent; the body's have a field for each of her masses.
 */
export function layerFields(raster: FigureRaster): Map<ClipLayer, PlacedField[]> {
  const fields = new Map<ClipLayer, PlacedField[]>();
  for (const { layer, field } of eachField(raster, (size) => new Float32Array(size)))
    fields.set(layer, [...(fields.get(layer) ?? []), field]);
  return fields;
}

/**
 * The same, one after another.
 * @param take gives arrays for what is returned; when absent, a field is good until the next is asked for.
 */
export function* eachField(
  raster: FigureRaster,
  take: (size: number) => Float32Array = scratch.take,
): Generator<LayerField> {
  yield* massFields(raster, take);
  const bare: FigureRaster = { ...raster, ...raster.skirt };
  const [boxes, bareBoxes] = [boxesOf(raster), boxesOf(bare)];
  for (const group of GROUPS) {
    scratch.release();
    // What is painted before the limbs that stand before it goes on beneath them.
    const window = group.materials.some((name) => WORN.includes(name))
      ? cut(bare, bareBoxes, group.materials)
      : cut(raster, boxes, group.materials);
    if (!window) continue;
    const tones = tonesOf(window, group, take);
    for (const [k, { layer }] of group.tones.entries()) yield { layer, field: tones[k]!, raster };
  }
  scratch.release();
  const window = cut(raster, boxes, RIMMED);
  if (window) yield { layer: 'rim', field: rimOf(window, raster.joints.head, take), raster };
}

/**
 * The body's layers: each of her masses, also where it is hidden; together they are her silhouette. Each is seen in a
 * raster of its own, in which what others hide of it is dark.
 */
function* massFields(
  raster: FigureRaster,
  take: (size: number) => Float32Array,
): Generator<LayerField> {
  for (const [index, { limb, near }] of raster.masses.entries()) {
    scratch.release();
    const alone = seenAlone(raster, limb);
    const window = cut(alone, boxesOf(alone), BODY.materials);
    if (!window) continue;
    const layer = near ? 'near' : 'body';
    const [field] = tonesOf(window, BODY, take) as [PlacedField];
    // A skirt is painted over by its own tones: elsewhere its border may be off, but not carried away from theirs.
    if (index === SKIRT_MASS) {
      yield { layer, field: { ...field, hidden: undefined }, raster: alone };
      continue;
    }
    // What is hidden need not be exact.
    const column = Math.round(field.left * raster.scale + raster.originX - 0.5);
    const row = Math.round(field.top * raster.scale + raster.originY - 0.5);
    for (let y = Math.max(0, -row); y < Math.min(field.height, raster.height - row); y++)
      for (let x = Math.max(0, -column); x < Math.min(field.width, raster.width - column); x++) {
        const i = (y + row) * raster.width + x + column;
        if (raster.material[i] && !isSeen(raster, limb, i)) field.hidden![y * field.width + x] = 1;
      }
    yield { layer, field, raster: alone };
  }
}

/** Whether a mass is what is seen at a pixel. */
const isSeen = ({ limb }: FigureRaster, mass: Uint8Array, i: number): boolean =>
  limb[i]! + 1 === mass[i];

/** Until the scratch arrays are released. */
function seenAlone(raster: FigureRaster, mass: Uint8Array): FigureRaster {
  const size = mass.length;
  const material = new Uint8Array(size);
  const light = scratch.take(size);
  const rim = scratch.take(size);
  const limb = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const own = mass[i]!;
    if (own === 0) continue;
    limb[i] = own - 1;
    if (raster.limb[i]! + 1 === own) {
      material[i] = raster.material[i]!;
      light[i] = raster.light[i]!;
      rim[i] = raster.rim[i]!;
    } else material[i] = MATERIAL.leotard;
  }
  return { ...raster, material, light, rim, limb, depth: scratch.take(size) };
}

/** The part of a raster that holds the materials, with a margin; until the scratch arrays are released. */
interface Window {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  /** Pixels in one clip unit. */
  readonly scale: number;
  readonly material: Uint8Array;
  readonly light: Float32Array;
  readonly rim: Float32Array;
}

function isOneOf(materials: readonly Material[]): Uint8Array {
  const out = new Uint8Array(256);
  for (const name of materials) out[MATERIAL[name]] = 1;
  return out;
}

/** First and last column and row. */
type Box = [x0: number, x1: number, y0: number, y1: number];

/** Where each material is, by its number. */
function boxesOf(raster: FigureRaster): Box[] {
  const { width, height, material } = raster;
  const boxes = Array.from({ length: 256 }, (): Box => [width, -1, height, -1]);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const m = material[i]!;
      if (m === 0) continue;
      const box = boxes[m]!;
      if (x < box[0]) box[0] = x;
      if (x > box[1]) box[1] = x;
      if (y < box[2]) box[2] = y;
      box[3] = y;
    }
  }
  return boxes;
}

function cut(
  raster: FigureRaster,
  boxes: readonly Box[],
  materials: readonly Material[],
): Window | undefined {
  const own = materials.map((name) => boxes[MATERIAL[name]]!);
  const x0 = Math.min(...own.map((box) => box[0]));
  const x1 = Math.max(...own.map((box) => box[1]));
  const y0 = Math.min(...own.map((box) => box[2]));
  const y1 = Math.max(...own.map((box) => box[3]));
  if (x1 < 0) return undefined;
  const margin = Math.ceil(MARGIN * raster.scale);
  const [left, top] = [x0 - margin, y0 - margin];
  const [width, height] = [x1 - left + margin + 1, y1 - top + margin + 1];
  const window = {
    width,
    height,
    left: (left + 0.5 - raster.originX) / raster.scale,
    top: (top + 0.5 - raster.originY) / raster.scale,
    scale: raster.scale,
    material: new Uint8Array(width * height),
    light: scratch.take(width * height),
    rim: scratch.take(width * height),
  };
  for (let y = Math.max(0, -top); y < Math.min(height, raster.height - top); y++) {
    const skipped = Math.max(0, -left);
    const from = (y + top) * raster.width + left + skipped;
    const to = (y + top) * raster.width + Math.min(raster.width, left + width);
    window.material.set(raster.material.subarray(from, to), y * width + skipped);
    window.light.set(raster.light.subarray(from, to), y * width + skipped);
    window.rim.set(raster.rim.subarray(from, to), y * width + skipped);
  }
  return window;
}

/** Everything of a group's mask is smoothed and lit once; each tone is then cut from it. */
function tonesOf(
  window: Window,
  group: Group,
  take: (size: number) => Float32Array,
): PlacedField[] {
  const { width, height, scale, material } = window;
  const own = isOneOf(group.materials);
  const over = isOneOf(group.under);
  const size = material.length;
  const sigma = group.calm * scale;
  const spans = spansOf(window, own, Math.ceil(REACH * sigma) + Math.ceil(MARGIN * scale));
  const area = new Uint8Array(size);
  const mask = scratch.take(size);
  const light = scratch.take(size);
  for (const [from, to] of spans)
    for (let i = from; i < to; i++) {
      if (!own[material[i]!]) continue;
      area[i] = 1;
      mask[i] = 1;
      light[i] = Math.max(window.light[i]!, group.lifted ? lift(window.rim[i]!, group.lifted) : 0);
    }
  const soften = (values: Float32Array): Float32Array =>
    blur({ width, height, values, spans }, sigma, scratch.take(size)).values;
  const shares = soften(mask);
  const lit = group.tones.some(({ above }) => above !== WHOLE);
  const calm = lit ? soften(light) : light;
  // Only thick parts recede: a thin one would be gone.
  const core = scratch.take(size);
  for (const [from, to] of spans)
    for (let i = from; i < to; i++) {
      const share = shares[i]!;
      if (share < BENEATH) continue;
      if (lit) calm[i] = calm[i]! / share;
      if (over[material[i]!]) area[i] = 1;
      if (share > 0.85) core[i] = 1;
    }
  const whole = group.tones[0]!.layer === 'body';
  const recedes = whole || group.tones.length > 1;
  const thick = recedes ? soften(core) : core;
  const edge = smoothMask(window, area, spans, scratch.take(size));
  const full = isOneOf(FULL);
  const recess = whole ? RECESS_BODY : RECESS;
  return group.tones.map(({ above }, k) => {
    const next = group.tones[k + 1]?.above ?? Number.POSITIVE_INFINITY;
    const covers = whole || k + 1 < group.tones.length;
    const hidden = take(size);
    if (covers) {
      const covered = scratch.take(size);
      for (const [from, to] of spans)
        for (let i = from; i < to; i++) {
          if (!area[i]) continue;
          const over = whole
            ? full[material[i]!] === 1 ||
              window.light[i]! > TONES.half ||
              window.rim[i]! > TONES.rim
            : mask[i] === 1 && calm[i]! > next;
          if (over) covered[i] = 1;
        }
      blur({ width, height, values: covered, spans }, sigma, hidden);
    }
    const values = take(size);
    for (const [from, to] of spans)
      for (let i = from; i < to; i++) {
        const soft = edge[i]!;
        if (soft === 0) continue;
        const most = above === WHOLE ? 1 : 0.5 + STEEPNESS * (calm[i]! - above);
        if (hidden[i] === 0) values[i] = soft < most ? soft : most;
        else {
          const share = shares[i]!;
          const sure = share < BENEATH ? 0 : clamp((hidden[i]! / share - 0.8) / 0.18);
          hidden[i] = sure * Math.min(1, 8 * thick[i]!);
          const receded = soft + hidden[i]! * (Math.min(soft, 0.5 + share - recess) - soft);
          values[i] = Math.min(receded, most);
        }
        if (over[material[i]!]) hidden[i] = 1;
      }
    return { ...placed(window), values, hidden, spans };
  });
}

/** By row of a window, from which sample to which anything of some materials can be within `reach`. */
function spansOf({ width, height, material }: Window, own: Uint8Array, reach: number): Spans {
  const firsts = new Int32Array(height).fill(width);
  const lasts = new Int32Array(height).fill(-1);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!own[material[i]!]) continue;
      if (lasts[y]! < 0) firsts[y] = x;
      lasts[y] = x;
    }
  return Array.from({ length: height }, (_, y) => {
    let first = width;
    let last = -1;
    for (let k = Math.max(0, y - reach); k <= Math.min(height - 1, y + reach); k++) {
      first = Math.min(first, firsts[k]!);
      last = Math.max(last, lasts[k]!);
    }
    if (last < 0) return [0, 0] as const;
    const row = y * width;
    return [row + Math.max(0, first - reach), row + Math.min(width, last + reach + 1)] as const;
  });
}

/** Light that a rim stands for: half tone at most. */
const lift = (rim: number, half: number): number => Math.min(half + 0.1, half + rim - TONES.rim);

/** The edge light on dark skin, leotard and hair, as lines that do not break. */
function rimOf(
  window: Window,
  head: readonly [number, number],
  take: (size: number) => Float32Array,
): PlacedField {
  const { width, height, scale, material } = window;
  const rimmed = isOneOf(RIMMED);
  const size = material.length;
  const spans = spansOf(window, rimmed, Math.ceil(MARGIN * scale));
  const there = scratch.take(size);
  const values = scratch.take(size);
  for (const [from, to] of spans)
    for (let i = from; i < to; i++) {
      if (!rimmed[material[i]!]) continue;
      there[i] = 1;
      values[i] = window.rim[i]!;
    }
  const soften = (field: Float32Array, deviation: number): Float32Array =>
    blur({ width, height, values: field, spans }, deviation * scale, scratch.take(size)).values;
  const calm = soften(values, RIM_CALM);
  const share = soften(there, RIM_CALM);
  // It may lie over the half tone, being of the same kind, but never over the lit one.
  const dark = TONES.half * 1.2;
  const open = scratch.take(size);
  const lined = isOneOf(LINED);
  const nearHead = (i: number): boolean => {
    const x = window.left + (i % width) / scale - head[0];
    const y = window.top + Math.floor(i / width) / scale - head[1] + HEAD.above;
    return x * x + y * y < HEAD.radius ** 2;
  };
  const inside = soften(there, RIM_LINE);
  for (const [from, to] of spans)
    for (let i = from; i < to; i++) {
      if (there[i] === 0) continue;
      // One deviation within a straight border a blurred mask is at 0.84.
      if (inside[i]! > 0.84 && (lined[material[i]!] || nearHead(i))) continue;
      if (window.light[i]! < dark) open[i] = calm[i]! / share[i]!;
    }
  const mask = hysteresis(open, width, TONES.rim * 0.8, TONES.rim * 1.1);
  return { ...placed(window), values: smoothMask(window, mask, spans, take(size)), spans };
}

function smoothMask(
  window: Window,
  mask: Uint8Array,
  spans: Spans,
  into: Float32Array,
): Float32Array {
  const { width, height, scale } = window;
  const values = scratch.take(mask.length);
  values.set(thicken(mask, width, THIN * scale, GROWTH * scale, spans));
  return blur({ width, height, values, spans }, EDGE * scale, into).values;
}

function placed(window: Window): Omit<PlacedField, 'values'> {
  const { width, height, left, top } = window;
  return { width, height, left, top, step: 1 / window.scale };
}
