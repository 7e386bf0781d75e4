import type { Piece } from '../notes/piece.ts';
import { type StaffOptions, toMei } from './mei.ts';
import { minify } from './minify.ts';

interface Toolkit {
  setOptions(options: Readonly<Record<string, unknown>>): void;
  loadData(data: string): boolean;
  renderToSVG(page: number): string;
}

let toolkit: Promise<Toolkit> | undefined;

async function verovio(): Promise<Toolkit> {
  const { default: createModule } = await import('verovio/wasm');
  const { VerovioToolkit } = await import('verovio/esm');
  return new VerovioToolkit(await createModule()) as Toolkit;
}

/** Engraves a piece as one endless staff: minified SVG, its lines in currentColor, ids as in the piece. */
export async function engrave(piece: Piece, staff: StaffOptions): Promise<string> {
  toolkit ??= verovio();
  const engraver = await toolkit;
  engraver.setOptions({
    inputFrom: 'mei',
    xmlIdSeed: 1,
    breaks: 'none',
    scale: 40,
    adjustPageWidth: true,
    adjustPageHeight: true,
    pageHeight: 60_000,
    pageMarginTop: 20,
    pageMarginBottom: 20,
    pageMarginLeft: 20,
    pageMarginRight: 20,
    header: 'none',
    footer: 'none',
    svgViewBox: true,
    svgRemoveXlink: true,
    mnumInterval: 64,
  });
  if (!engraver.loadData(toMei(piece, staff))) throw new Error('verovio refused the MEI');
  const ids = new Set(
    piece.voices.flatMap((v) => v.bars.flatMap((bar) => bar.events.map((event) => event.id))),
  );
  return minify(engraver.renderToSVG(1), ids);
}
