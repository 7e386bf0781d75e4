import { ease } from '../core/maths/scalar.ts';
import { polygon, rect } from '../core/paths/path.ts';
import type { Shape, Transition } from '../schemas/picture.ts';
import { END, START, swap } from './panes.ts';

const SLATS = 14;

/** The blinds turn until no light comes through, and turn again. */
export default ((progress, { width }) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const before: Shape[] = [];
  let faces = '';
  let shades = '';
  let edges = '';
  for (let i = 0; i < SLATS; i++) {
    const delay = (i / SLATS) * 0.2;
    const turn =
      progress < 0.5
        ? ease(progress, delay, delay + 0.28)
        : 1 - ease(progress, 0.54 + delay, 0.8 + delay);
    const pitch = 1000 / SLATS;
    const y = (i + 0.5) * pitch;
    const h = (pitch / 2 + 2) * turn;
    if (h < 0.4) continue;
    faces += rect(-9, y - h, width + 18, 2 * h);
    shades += polygon(-9, y + h * 0.3, width + 9, y + h * 0.15, width + 9, y + h, -9, y + h);
    edges += polygon(-9, y - h, width + 9, y - h, width + 9, y - h + 2.4, -9, y - h + 1.2);
  }
  if (faces)
    before.push({ d: faces, tone: 'soot' }, { d: shades, tone: 'coal' }, { d: edges, tone: 'ash' });
  before.push({
    d: rect(width * 0.2, 0, 3, 1000) + rect(width * 0.8, 0, 3, 1000),
    tone: 'ground',
    opacity: ease(1 - Math.abs(progress * 2 - 1), 0, 0.4),
  });
  return swap(progress, before);
}) satisfies Transition;
