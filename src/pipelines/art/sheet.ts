/**
 * Contact sheets of the written clips, one PNG for each in `sheets/`:
 *
 *     npm run sheet
 *     node src/pipelines/art/sheet.ts [slug …] [--every 6] [--cell 360] [--columns 8]
 *                                     [--from 0] [--to 95] [--zoom 1] [--at 0,-430] [--tone #f3e9dc]
 *
 * `--at` is the point, in clip units, that a zoomed cell is centred on; `--tone`
 * paints the bodies alone in that colour, as her shadows are.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp, { type OverlayOptions } from 'sharp';
import { TONES } from '../../config/tones.ts';
import { outlinePath } from '../../core/clip/outlinePath.ts';
import { type Clip, toneOf } from '../../schemas/clip.ts';
import { readClip } from './danceClip.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Side of the square that a cell shows, in clip units. */
const WINDOW = 1120;

interface View {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** Paints the body alone. */
  readonly tone?: string | undefined;
}

/** One frame as SVG text, `pixels` high and wide. */
export function frameSvg(clip: Clip, frame: number, view: View, pixels: number): string {
  const paths = clip.layers.map((layer, l) => {
    if (view.tone && toneOf(layer) !== 'body') return '';
    const fill = view.tone ?? TONES[toneOf(layer)];
    return `<path fill="${fill}" d="${outlinePath(clip.frames[frame]!.layers[l]!)}"/>`;
  });
  const { x, y, side } = view;
  const box = `${x - side / 2} ${y - side / 2} ${side} ${side}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="${box}">` +
    `<path fill="${TONES.ground}" d="M-5000-5000h10000v10000h-10000z"/>${paths.join('')}</svg>`
  );
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      every: { type: 'string', default: '6' },
      cell: { type: 'string', default: '360' },
      columns: { type: 'string', default: '8' },
      from: { type: 'string', default: '0' },
      to: { type: 'string', default: '9999' },
      zoom: { type: 'string', default: '1' },
      at: { type: 'string', default: '0,-430' },
      tone: { type: 'string' },
      clips: { type: 'string', default: join(ROOT, 'public/clips') },
      out: { type: 'string', default: join(ROOT, 'sheets') },
    },
  });
  const files = (await readdir(values.clips)).filter((name) => name.endsWith('.json')).sort();
  const cell = Number(values.cell);
  const [x = 0, y = 0] = values.at.split(',').map(Number);
  const view = { x, y, side: WINDOW / Number(values.zoom), tone: values.tone };
  await mkdir(values.out, { recursive: true });
  for (const file of files) {
    const slug = file.replace('.json', '');
    if (positionals.length && !positionals.includes(slug)) continue;
    const clip = await readClip(join(values.clips, file));
    const wanted = [...clip.frames.keys()].filter(
      (f) =>
        f >= Number(values.from) &&
        f <= Number(values.to) &&
        ((f - Number(values.from)) % Number(values.every) === 0 || f === clip.frames.length - 1),
    );
    const columns = Math.min(Number(values.columns), wanted.length);
    const cells: OverlayOptions[] = await Promise.all(
      wanted.map(async (frame, i) => ({
        input: await sharp(Buffer.from(frameSvg(clip, frame, view, cell)))
          .png()
          .toBuffer(),
        left: (i % columns) * cell,
        top: Math.floor(i / columns) * cell,
      })),
    );
    const sheet = join(values.out, `clip-${slug}.png`);
    await sharp({
      create: {
        width: columns * cell,
        height: Math.ceil(cells.length / columns) * cell,
        channels: 3,
        background: TONES.ground,
      },
    })
      .composite(cells)
      .png({ palette: true })
      .toFile(sheet);
    console.log(sheet);
  }
}

if (import.meta.main) await main();
