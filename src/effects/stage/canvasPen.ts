/** Draws on a canvas. The only code that does. */

import { matrixOf } from '../../core/paths/transform.ts';
import type { Grouping, Pen } from '../../core/stage/drawPicture.ts';
import type { Outline } from '../../schemas/clip.ts';
import { LruCache } from './lruCache.ts';

export type StageCanvas = OffscreenCanvas | HTMLCanvasElement;
type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** Paths kept as the browser knows them: those of two scenes and of some figures. */
const PATHS_KEPT = 600;
/** The place of the sheet that is kept. */
const KEPT = 0;

export class CanvasPen implements Pen {
  #context: Context;
  /** Sheets for what is drawn as a whole first: one that is kept for the next picture, then one for each depth of nesting. */
  readonly #sheets: Context[] = [];
  #depth = 0;
  /** What the kept sheet shows. */
  #keptFor: readonly unknown[] = [];
  readonly #paths = new LruCache<string, Path2D>(PATHS_KEPT, (path) => new Path2D(path));
  readonly #outlines = new LruCache<readonly Outline[], Path2D>(PATHS_KEPT, outlined);

  constructor(canvas: StageCanvas) {
    // Opaque: what lies under it need not be drawn.
    this.#context = contextOf(canvas, false);
  }

  /** Draws a picture anew, `scale` canvas pixels to a unit. */
  begin(scale: number): void {
    this.#context.setTransform(scale, 0, 0, scale, 0, 0);
  }

  /** Whatever was kept may be lost. */
  forget(): void {
    this.#keptFor = [];
  }

  fill(path: string, colour: string, opacity: number, transform?: string): void {
    const context = this.#context;
    context.save();
    if (transform) context.transform(...matrixOf(transform));
    this.#fill(this.#paths.get(path), colour, opacity);
    context.restore();
  }

  fillOutlines(outlines: readonly Outline[], colour: string, opacity: number): void {
    this.#fill(this.#outlines.get(outlines), colour, opacity);
  }

  group(how: Grouping, draw: () => void): void {
    const { opacity = 1 } = how;
    this.#placed(how, (context) => {
      if (opacity >= 1) return draw();
      const sheet = this.#onSheet(draw);
      // The sheet is in its place already.
      context.resetTransform();
      context.globalAlpha = opacity;
      context.drawImage(sheet, 0, 0);
    });
  }

  copies(places: readonly Grouping[], draw: () => void, sameFor?: readonly unknown[]): void {
    const context = this.#context;
    const placed = context.getTransform().inverse();
    const image = sameFor ? this.#kept(sameFor, draw) : this.#onSheet(draw);
    let pattern: CanvasPattern | undefined;
    for (const { transform, clip } of places) {
      context.save();
      if (transform) context.transform(...matrixOf(transform));
      // What flies is not looked at closely.
      context.imageSmoothingEnabled = false;
      context.globalAlpha = 1;
      if (clip === undefined) {
        context.transform(placed.a, placed.b, placed.c, placed.d, placed.e, placed.f);
        context.drawImage(image, 0, 0);
      } else {
        // Filled with, not cut from: many clips in turn are several times as dear.
        if (!pattern) {
          pattern = context.createPattern(image, 'no-repeat')!;
          pattern.setTransform(placed);
        }
        context.fillStyle = pattern;
        context.fill(this.#paths.get(clip));
      }
      context.restore();
    }
  }

  #kept(sameFor: readonly unknown[], draw: () => void): StageCanvas {
    if (sameFor.some((member, index) => member !== this.#keptFor[index])) {
      this.#keptFor = sameFor;
      this.#onSheet(draw, KEPT);
    }
    return this.#sheets[KEPT]!.canvas;
  }

  #placed({ transform, clip }: Grouping, draw: (context: Context) => void): void {
    const context = this.#context;
    context.save();
    if (transform) context.transform(...matrixOf(transform));
    if (clip !== undefined) context.clip(this.#paths.get(clip));
    draw(context);
    context.restore();
  }

  #fill(shape: Path2D, colour: string, opacity: number): void {
    const context = this.#context;
    context.fillStyle = colour;
    context.globalAlpha = opacity;
    context.fill(shape);
  }

  /** Draws on an empty sheet as large as the canvas, where what overlaps does not show through. */
  #onSheet(draw: () => void, place = this.#depth + 1): StageCanvas {
    const under = this.#context;
    const { width, height } = under.canvas;
    this.#sheets[place] ??= contextOf(newCanvas(width, height), true);
    const sheet = this.#sheets[place]!;
    const { canvas } = sheet;
    if (canvas.width !== width || canvas.height !== height)
      Object.assign(canvas, { width, height });
    sheet.resetTransform();
    sheet.clearRect(0, 0, width, height);
    sheet.setTransform(under.getTransform());
    this.#context = sheet;
    this.#depth++;
    draw();
    this.#depth--;
    this.#context = under;
    return canvas;
  }
}

/** @throws Error where there is none */
export function contextOf(canvas: StageCanvas, alpha: boolean): Context {
  const context = canvas.getContext('2d', { alpha }) as Context | null;
  if (!context) throw new Error('no canvas to draw on');
  return context;
}

/** Where there are no canvases without a document, one of the document's. */
function newCanvas(width: number, height: number): StageCanvas {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

/** Closed uniform quadratic B-splines, as in `core/clip/outlinePath.ts`, and rings. */
function outlined(outlines: readonly Outline[]): Path2D {
  const path = new Path2D();
  for (const outline of outlines) {
    const n = outline.length;
    if (outline instanceof Float32Array) {
      path.moveTo(outline[0]!, outline[1]!);
      for (let i = 2; i < n; i += 2) path.lineTo(outline[i]!, outline[i + 1]!);
      path.closePath();
      continue;
    }
    path.moveTo((outline[n - 2]! + outline[0]!) / 2, (outline[n - 1]! + outline[1]!) / 2);
    for (let i = 0; i < n; i += 2) {
      const [x, y] = [outline[i]!, outline[i + 1]!];
      const k = i + 2 < n ? i + 2 : 0;
      path.quadraticCurveTo(x, y, (x + outline[k]!) / 2, (y + outline[k + 1]!) / 2);
    }
    path.closePath();
  }
  return path;
}
