import { ease, mix } from '../core/maths/scalar.ts';
import { rect } from '../core/paths/path.ts';
import type { Transition } from '../schemas/picture.ts';
import { END, START } from './panes.ts';

/** The ground rises over the stage, carrying one red line, and the line goes out. */
export default ((progress, { width }) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const y = mix(1004, -8, ease(progress, 0.12, 0.94));
  const drawn = ease(progress, 0, 0.3);
  const gone = ease(progress, 0.7, 0.98);
  const x = width * 0.5;
  return {
    outgoing: [{ clip: rect(-9, -9, width + 18, y + 12) }],
    incoming: [],
    behind: [],
    before: [
      { d: rect(-9, y, width + 18, 1100), tone: 'ground' },
      {
        d: rect(x - (width / 2) * drawn * (1 - gone), y - 3, width * drawn * (1 - gone), 4),
        tone: 'red',
      },
    ],
  };
}) satisfies Transition;
