/** A stage picture as SVG text: the same strokes that the page's canvas gets, for files. */
import type { Outline } from '../../schemas/clip.ts';
import { outlinePath } from '../clip/outlinePath.ts';
import type { StagePicture } from './compose.ts';
import { type Cast, drawPicture, type Grouping, type Pen } from './drawPicture.ts';
import type { Colours } from './tints.ts';
import type { StageWindow } from './viewport.ts';

/** The picture in a window, as a complete SVG document of the window's screen units. Throws on a tone without colour. */
export function pictureMarkup(
  picture: StagePicture,
  window: StageWindow,
  cast: (chapter: number) => Cast | undefined,
  tones: Colours,
): string {
  const pen = new MarkupPen();
  drawPicture(pen, picture, { window, cast, tones });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${window.screen.width} 1000">${pen.markup}</svg>`;
}

class MarkupPen implements Pen {
  markup = '';
  #cuts = 0;

  fill(path: string, colour: string, opacity: number, transform?: string): void {
    this.markup += `<path d="${path}" fill="${colour}"${thin(opacity)}${moved(transform)}/>`;
  }

  fillOutlines(outlines: readonly Outline[], colour: string, opacity: number): void {
    this.fill(outlinePath(outlines), colour, opacity);
  }

  group({ transform, clip, opacity = 1 }: Grouping, draw: () => void): void {
    const before = this.markup;
    this.markup = '';
    draw();
    let content = this.markup;
    if (content !== '' && clip !== undefined) {
      const id = `cut${this.#cuts++}`;
      content = `<clipPath id="${id}"><path d="${clip}"/></clipPath><g clip-path="url(#${id})">${content}</g>`;
    }
    const how = `${thin(opacity)}${moved(transform)}`;
    this.markup = before + (content === '' || how === '' ? content : `<g${how}>${content}</g>`);
  }

  copies(places: readonly Grouping[], draw: () => void): void {
    for (const place of places) this.group(place, draw);
  }
}

const thin = (opacity: number): string => (opacity >= 1 ? '' : ` opacity="${opacity}"`);
const moved = (transform: string | undefined): string =>
  transform ? ` transform="${transform}"` : '';
