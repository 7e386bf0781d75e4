import { FLOOR_SHARE, PICTURE_UNITS, SPOT } from '../config/stage.ts';
import { ease, mix } from '../core/maths/scalar.ts';
import { ellipse, rect, round } from '../core/paths/path.ts';
import type { Transition } from '../schemas/picture.ts';
import { END, START } from './panes.ts';

/** The light goes out, and only the ghost light stays; from it the next scene dawns. */
export default ((progress, screen) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const { width, tall } = screen;
  const scale = 1000 / PICTURE_UNITS;
  // Where the lamp of the empty theatre stands.
  const x = width * (tall ? SPOT.tall : SPOT.left) + 245 * scale;
  const y = 1000 * FLOOR_SHARE - 430 * scale;
  const far = Math.hypot(Math.max(x, width - x), 1000 - y) + 60;
  const shut = progress < 0.5;
  const r = shut
    ? mix(far, 46 * scale, ease(progress, 0, 0.4))
    : mix(46 * scale, far, ease(progress, 0.56, 1));
  /** The dusk at the circle's rim is not there at either end. */
  const rim = ease(progress, 0, 0.1) * (1 - ease(progress, 0.78, 0.98));
  const lamp = 1 - ease(progress, 0.72, 0.95);
  return {
    ...(shut ? START : END),
    behind: [],
    before: [
      { d: cutout(x, y, r, width), tone: 'ground' },
      { d: cutout(x, y, r * 0.72, width), tone: 'ground', opacity: 0.5 * rim },
      { d: cutout(x, y, r * 0.5, width), tone: 'ground', opacity: 0.35 * rim },
      {
        d: ellipse(x, y, 58 * scale),
        tone: 'bone',
        opacity: 0.14 * lamp * ease(progress, 0.1, 0.4),
      },
      { d: ellipse(x, y, 15 * scale, 18 * scale), tone: 'bone', opacity: lamp },
      {
        d: rect(x - 3 * scale, y + 18 * scale, 6 * scale, 440 * scale),
        tone: 'iron',
        opacity: lamp * ease(progress, 0.1, 0.4),
      },
    ],
  };
}) satisfies Transition;

/** The screen without a disc. */
function cutout(x: number, y: number, r: number, width: number): string {
  const q = round(r);
  return `M-9 -9V1009H${width + 9}V-9ZM${round(x - q)} ${round(y)}a${q} ${q} 0 0 1 ${2 * q} 0a${q} ${q} 0 0 1 ${-2 * q} 0Z`;
}
