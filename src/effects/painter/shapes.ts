/** A list of shapes that changes from frame to frame, in elements that are kept and used again. */
import type { Shape } from '../../schemas/picture.ts';
import { fillOf, svgElement, write, writeFade } from './nodes.ts';

/** Makes the children of `parent` show exactly these shapes. */
export function paintShapes(parent: Element, shapes: readonly Shape[]): void {
  for (let i = parent.childElementCount; i < shapes.length; i++) parent.append(svgElement('path'));
  for (let i = 0; i < parent.childElementCount; i++) {
    const path = parent.children[i]!;
    const shape = shapes[i];
    if (!shape) {
      writeFade(path, 0);
      continue;
    }
    write(path, 'd', shape.d);
    write(path, 'fill', fillOf(shape.tone));
    writeFade(path, shape.opacity ?? 1);
  }
}
