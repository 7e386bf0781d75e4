/**
 * A contact sheet of poses in flat tones, to be looked at while choreographing:
 *
 *     node src/pipelines/art/preview.ts <module.ts>[#export] … [options]
 *
 * A module's exports may be a Pose, an array of poses (a move), or a record of
 * poses; without #export all of them are shown. Options: `--facing 0,60,180`
 * turns every pose so, `--costume white|blades|bare|shoes`, `--stain 0.5`,
 * `--cell 500` pixels across, `--columns 4`, `--key x,y,z`, `--zoom 2 --at x,y`
 * (clip units), `--out /tmp/preview.png`.
 */

import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import sharp, { type OverlayOptions } from 'sharp';
import { TONES as COLOURS } from '../../config/tones.ts';
import { clamp } from '../../core/maths/scalar.ts';
import { loadBody } from './anatomy.ts';
import { MissingBodyError } from './body.ts';
import { BLACK_AND_RED, type Costume, type CostumeState, settle, WHITE } from './costume.ts';
import { type FigureRaster, renderFigure, TONES } from './figure.ts';
import type { Vec3 } from './linear.ts';
import { MATERIALS, type Material } from './materials.ts';
import type { Pose } from './pose.ts';

const GROUND = COLOURS.ground;
/** Black, half and lit tone by material. */
const PALETTE: Readonly<Record<Material, readonly [string, string, string]>> = {
  none: [GROUND, GROUND, GROUND],
  skin: ['#1a171b', '#8a7f78', '#f3e9dc'],
  lips: ['#1a171b', '#b3202c', '#b3202c'],
  leotard: ['#0a090b', '#241c23', '#3f343b'],
  hair: ['#070607', '#2a2226', '#5c4e4a'],
  tutu: ['#3a0910', '#94151f', '#d92735'],
  dress: ['#35343c', '#a5a3a6', '#fffdf8'],
  stain: ['#3a0910', '#94151f', '#d92735'],
  shoe: ['#4a0c14', '#94151f', '#e2363f'],
  blade: ['#3a3a40', '#8c8c94', '#ffffff'],
};

const rgb = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** Rows of RGB of a raster in three flat tones a material; the rim gives the middle tone at most. */
export function flatTones(raster: FigureRaster): Uint8Array {
  const colours = MATERIALS.map((name) => PALETTE[name].map(rgb));
  const out = new Uint8Array(raster.material.length * 3);
  for (let i = 0; i < raster.material.length; i++) {
    const light = raster.light[i]!;
    const tone = light > TONES.lit ? 2 : light > TONES.half || raster.rim[i]! > TONES.rim ? 1 : 0;
    out.set(colours[raster.material[i]!]![tone]!, i * 3);
  }
  return out;
}

const isPose = (value: unknown): value is Pose =>
  typeof value === 'object' && value !== null && 'legLeft' in value && 'armLeft' in value;

/** All poses in an export, with names. */
function posesIn(name: string, value: unknown): [string, Pose][] {
  if (isPose(value)) return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((v, i) => posesIn(`${name}[${i}]`, v));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, v]) => posesIn(key, v));
  return [];
}

const COSTUMES: Readonly<Record<string, Costume>> = {
  black: BLACK_AND_RED,
  blades: { ...BLACK_AND_RED, blades: [true, true] },
  white: WHITE,
  bare: { ...BLACK_AND_RED, skirt: 'none' },
  shoes: { ...BLACK_AND_RED, figure: false },
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      facing: { type: 'string' },
      costume: { type: 'string', default: 'black' },
      stain: { type: 'string', default: '0' },
      cell: { type: 'string', default: '500' },
      columns: { type: 'string' },
      key: { type: 'string' },
      zoom: { type: 'string', default: '1' },
      at: { type: 'string', default: '0,-430' },
      out: { type: 'string', default: join(tmpdir(), 'preview.png') },
    },
  });
  const poses: [string, Pose][] = [];
  for (const argument of positionals) {
    const [path = '', wanted] = argument.split('#');
    const module: Record<string, unknown> = await import(pathToFileURL(resolve(path)).href);
    for (const [name, value] of Object.entries(module))
      poses.push(
        ...posesIn(name, value).filter(([n]) => !wanted || n === wanted || name === wanted),
      );
  }
  const facings = values.facing?.split(',').map(Number);
  const shown = facings
    ? poses.flatMap(([name, pose]) =>
        facings.map((facing): [string, Pose] => [`${name} ${facing}`, { ...pose, facing }]),
      )
    : poses;
  const costume = { ...COSTUMES[values.costume]!, stain: Number(values.stain) };
  const body = loadBody();
  const zoom = Number(values.zoom);
  const [atX = 0, atY = 0] = values.at.split(',').map(Number);
  const cell = Number(values.cell);
  const columns = Number(values.columns ?? Math.min(4, shown.length));
  const window = 1120 / zoom;
  const key = values.key?.split(',').map(Number) as unknown as Vec3 | undefined;
  const tiles: OverlayOptions[] = [];
  for (const [index, [name, pose]] of shown.entries()) {
    let state: CostumeState | undefined;
    for (let i = 0; i < 24; i++) state = settle(body, state, pose, costume, 1 / 12);
    const began = performance.now();
    const raster = renderFigure(body, pose, costume, state, {
      scale: clamp(Math.ceil((cell * 2) / window), 1, 6),
      ...(key && { key }),
    });
    console.log(name, Math.round(performance.now() - began), 'ms');
    const side = Math.round(window * raster.scale);
    const left = Math.round(raster.originX + atX * raster.scale - side / 2);
    const top = Math.round(raster.originY + atY * raster.scale - side / 2);
    const whole = sharp(flatTones(raster), {
      raw: { width: raster.width, height: raster.height, channels: 3 },
    });
    const cutLeft = Math.max(0, left);
    const cutTop = Math.max(0, top);
    const cutRight = Math.min(raster.width, left + side);
    const cutBottom = Math.min(raster.height, top + side);
    const cut = await whole
      .extract({
        left: cutLeft,
        top: cutTop,
        width: cutRight - cutLeft,
        height: cutBottom - cutTop,
      })
      .png()
      .toBuffer();
    const framed = await sharp(cut)
      .extend({
        left: cutLeft - left,
        top: cutTop - top,
        right: left + side - cutRight,
        bottom: top + side - cutBottom,
        background: GROUND,
      })
      .png()
      .toBuffer();
    tiles.push({
      input: await sharp(framed).resize(cell, cell).png().toBuffer(),
      left: (index % columns) * cell,
      top: Math.floor(index / columns) * cell,
    });
  }
  const rows = Math.ceil(shown.length / columns);
  await sharp({
    create: { width: columns * cell, height: rows * cell, channels: 3, background: GROUND },
  })
    .composite(tiles)
    .png()
    .toFile(values.out);
  console.log(values.out);
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof MissingBodyError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
