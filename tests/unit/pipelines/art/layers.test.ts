import { describe, expect, test } from 'vitest';
import { decodeClip } from '../../../../src/core/clip/decodeClip.ts';
import { JOINTS } from '../../../../src/core/clip/limbs.ts';
import { assembleClip, stillOf } from '../../../../src/pipelines/art/assemble.ts';
import { encodeClip } from '../../../../src/pipelines/art/encode.ts';
import { type FigureRaster, TONES } from '../../../../src/pipelines/art/figure.ts';
import type { Joints } from '../../../../src/pipelines/art/joints.ts';
import { layerFields, type PlacedField } from '../../../../src/pipelines/art/layers.ts';
import { MATERIAL, type Material } from '../../../../src/pipelines/art/materials.ts';
import { traceFigure } from '../../../../src/pipelines/art/traceFigure.ts';
import { writeClip } from '../../../../src/pipelines/art/write.ts';
import { CLIP_LAYERS } from '../../../../src/schemas/clip.ts';

const SCALE = 2;
const SIZE = 240;
const JOINTS_AT_ZERO = Object.fromEntries(
  JOINTS.map((name) => [name, [0, 0]]),
) as unknown as Joints;

interface Pixel {
  readonly material: Material;
  readonly light?: number;
  readonly rim?: number;
}

/** A raster drawn by a function of clip units; the spot lies in its middle. */
function rasterOf(draw: (x: number, y: number) => Pixel | undefined): FigureRaster {
  const material = new Uint8Array(SIZE * SIZE);
  const light = new Float32Array(SIZE * SIZE);
  const rim = new Float32Array(SIZE * SIZE);
  for (let i = 0; i < material.length; i++) {
    const x = ((i % SIZE) + 0.5 - SIZE / 2) / SCALE;
    const y = (Math.floor(i / SIZE) + 0.5 - SIZE / 2) / SCALE;
    const pixel = draw(x, y);
    if (!pixel) continue;
    material[i] = MATERIAL[pixel.material];
    light[i] = pixel.light ?? 0;
    rim[i] = pixel.rim ?? 0;
  }
  return {
    width: SIZE,
    height: SIZE,
    scale: SCALE,
    originX: SIZE / 2,
    originY: SIZE / 2,
    material,
    light,
    rim,
    limb: new Uint8Array(SIZE * SIZE),
    depth: new Float32Array(SIZE * SIZE),
    masses: [{ limb: material.map((m) => (m ? 1 : 0)), near: false }],
    skirt: { material, light, rim },
    joints: { ...JOINTS_AT_ZERO, head: [0, -50], handLeft: [30.4, 0], handRight: [-30, 0] },
  };
}

/** Whether a layer covers a point in clip units. */
function covers(fields: readonly PlacedField[] | undefined, x: number, y: number): boolean {
  const [field] = fields ?? [];
  if (!field) return false;
  const column = Math.round((x - field.left) / field.step);
  const row = Math.round((y - field.top) / field.step);
  if (column < 0 || row < 0 || column >= field.width || row >= field.height) return false;
  return field.values[row * field.width + column]! > 0.5;
}

/** A disc of skin, lit from the right, over the upper half of which a plate of tutu is laid. */
const figure = rasterOf((x, y) => {
  if (Math.hypot(x, y) > 45) return undefined;
  return { material: y < 0 ? 'tutu' : 'skin', light: x / 45, rim: x < -40 ? 0.9 : 0 };
});

describe('the layers of a figure', () => {
  const fields = layerFields(figure);

  test('lie where the raster says', () => {
    const body = fields.get('body');
    expect(covers(body, 0, 43)).toBe(true);
    expect(covers(body, 43, 0)).toBe(true);
    expect(covers(body, 0, 47)).toBe(false);
    expect(covers(body, 33, 33)).toBe(false);
  });

  test('a tone covers what is lit beyond its threshold, within its material', () => {
    const half = TONES.half * 45;
    const lit = TONES.lit * 45;
    expect(covers(fields.get('skin-half'), half + 2, 20)).toBe(true);
    expect(covers(fields.get('skin-half'), half - 2, 20)).toBe(false);
    expect(covers(fields.get('skin-lit'), lit + 2, 20)).toBe(true);
    expect(covers(fields.get('skin-lit'), lit - 2, 20)).toBe(false);
    expect(covers(fields.get('tutu-lit'), lit + 2, -20)).toBe(true);
    expect(covers(fields.get('tutu-shade'), -20, -20)).toBe(true);
    expect(covers(fields.get('skin-lit'), 30, -20)).toBe(false);
  });

  test('go on a little beneath what is painted over them, so that no gap shows', () => {
    const shod = layerFields(
      rasterOf((x, y) =>
        Math.hypot(x, y) < 45 ? { material: y > 0 ? 'shoe' : 'skin', light: 0.8 } : undefined,
      ),
    );
    expect(covers(shod.get('skin-lit'), 20, 1.5)).toBe(true);
    expect(covers(shod.get('shoe-lit'), 20, -2)).toBe(false);
  });

  test('a skirt goes on behind the limb that stands before it, which is painted after it', () => {
    const before = rasterOf((x, y) =>
      Math.abs(y) < 30 && Math.abs(x) < 40
        ? Math.abs(x) < 8
          ? { material: 'skin', light: 0.8 }
          : { material: 'tutu', light: 0.8 }
        : undefined,
    );
    const whole = rasterOf((x, y) =>
      Math.abs(y) < 30 && Math.abs(x) < 40 ? { material: 'tutu', light: 0.8 } : undefined,
    );
    const arm = before.material.map((m) => (m === MATERIAL.skin ? 1 : 0));
    const skirt = before.material.map((m) => (m === MATERIAL.tutu ? 1 : 0));
    const fields = layerFields({
      ...before,
      masses: [
        { limb: skirt, near: false },
        { limb: arm, near: true },
      ],
      skirt: whole,
    });
    expect(covers(fields.get('tutu-lit'), 0, 0)).toBe(true);
    expect(covers(fields.get('near'), 0, 0)).toBe(true);
    expect(covers(fields.get('near'), 20, 0)).toBe(false);
    expect(CLIP_LAYERS.indexOf('near')).toBeGreaterThan(CLIP_LAYERS.indexOf('tutu-lit'));
    expect(CLIP_LAYERS.indexOf('near')).toBeLessThan(CLIP_LAYERS.indexOf('skin-half'));
  });

  test('the rim draws on dark skin, and lifts the tutu into its half tone', () => {
    expect(covers(fields.get('rim'), -42, 8)).toBe(true);
    expect(covers(fields.get('rim'), -42, -8)).toBe(false);
    expect(covers(fields.get('tutu-half'), -42, -8)).toBe(true);
    expect(covers(fields.get('rim'), 42, 8)).toBe(false);
  });

  test('a layer that nothing is on is absent', () => {
    expect(fields.has('dress-lit')).toBe(false);
    expect(fields.has('blade')).toBe(false);
  });

  test('a spotted light makes one calm shape, a silhouette stays crisp', () => {
    const spotted = rasterOf((x, y) =>
      Math.abs(x) < 30 && Math.abs(y) < 30
        ? { material: 'skin', light: (Math.floor(x) + Math.floor(y)) % 3 === 0 ? 0.2 : 0.8 }
        : undefined,
    );
    const lit = traceFigure(spotted).islands['skin-lit']!;
    expect(lit).toHaveLength(1);
    expect(lit[0]!.area).toBeCloseTo(3600, -2);
  });

  test('a hair line of blade stays one line', () => {
    const knife = rasterOf((x, y) =>
      Math.abs(x) < 40 && Math.abs(y - 0.2 * x) < 0.35
        ? { material: 'blade', light: 1 }
        : undefined,
    );
    const { islands } = traceFigure(knife);
    expect(islands.blade).toHaveLength(1);
    expect(islands.blade![0]!.width).toBeGreaterThan(1);
  });
});

describe('a clip of traced figures', () => {
  const frames = [figure, figure, figure].map(traceFigure);

  test('holds the layers that are drawn, in their order, and whole anchors', () => {
    const clip = assembleClip(frames);
    expect(clip.layers).toEqual([
      'body',
      'tutu-shade',
      'tutu-half',
      'tutu-lit',
      'skin-half',
      'skin-lit',
      'rim',
    ]);
    expect(clip.frames[0]!.anchors[2]).toEqual([30, 0]);
  });

  test('is the same every time, and small', () => {
    const once = writeClip(frames, new Set()).text;
    expect(writeClip([figure, figure, figure].map(traceFigure), new Set()).text).toBe(once);
    expect(decodeClip(once).frames).toHaveLength(3);
    expect(once.length).toBeLessThan(3 * 700);
  });

  test('has the drawings that are worth their price, fewer where they would not fit, and those that it must have', () => {
    // The second is unlike what the others would be there.
    const turned = rasterOf((x, y) => (Math.hypot(x, y) < 45 ? { material: 'skin' } : undefined));
    const unlike = [figure, turned, figure, figure, figure].map(traceFigure);
    const drawn = (must: number[], budget?: number, price = 1e-4) =>
      decodeClip(writeClip(unlike, new Set(must), budget, price).text).motion!.drawn;
    const cheap = writeClip(unlike, new Set(), undefined, 1e-4);
    expect(cheap.drawn).toEqual([0, 1, 3, 4]);
    expect(drawn([])).toEqual([0, 1, 3, 4]);
    expect(drawn([], undefined, 9)).toEqual([0, 4]);
    expect(drawn([], cheap.bytes - 1)).toEqual([0, 4]);
    expect(drawn([2])).toContain(2);
    expect(() => writeClip(unlike, new Set(), 100)).toThrow('100 bytes');
  });

  test('gives a still without the layers that are empty in it', () => {
    const bare = traceFigure(
      rasterOf((x, y) => (Math.hypot(x, y) < 30 ? { material: 'skin' } : undefined)),
    );
    const still = stillOf(assembleClip([frames[0]!, bare]), 1);
    expect(still.layers).toEqual(['body']);
    expect(decodeClip(encodeClip(still)).frames).toHaveLength(1);
  });
});
