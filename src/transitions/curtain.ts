import { ease, mix } from '../core/maths/scalar.ts';
import { DRAPE_TONES, drape } from '../scenes/shapes/curtain.ts';
import type { Transition } from '../schemas/picture.ts';
import { END, START, swap } from './panes.ts';

/** The red curtain closes on one scene and opens on the next. */
export default ((progress, { width }) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const shut = ease(1 - Math.abs(progress * 2 - 1), 0, 0.9);
  const early = ease(shut, 0, 0.75);
  return swap(
    progress,
    [-1, 1].flatMap((side) => {
      const middle = width / 2 - side * 3;
      const outer = width / 2 + side * (width / 2 + 160);
      return drape({
        outer,
        inner: [
          mix(outer - side * 20, middle, early),
          mix(outer - side * 8, middle, ease(shut, 0.1, 1)),
          mix(outer - side * 14, middle, shut),
        ],
        levels: [-40, mix(560, 800, shut), 1030],
        folds: 10,
        seed: 50 + side,
      }).map((d, i) => ({ d, tone: DRAPE_TONES[i]! }));
    }),
  );
}) satisfies Transition;
