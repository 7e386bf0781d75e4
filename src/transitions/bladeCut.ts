import { ease, ramp } from '../core/maths/scalar.ts';
import { gouge, polygon } from '../core/paths/path.ts';
import type { Transition } from '../schemas/picture.ts';
import { END, START } from './panes.ts';

/** A blade crosses on the diagonal; the halves slide along the cut and apart. */
export default ((progress, { width }) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const lean = Math.min(300, width * 0.28);
  const top = width / 2 + lean;
  const foot = width / 2 - lean;
  const length = Math.hypot(1000, top - foot);
  const [ux, uy] = [(foot - top) / length, 1000 / length];
  const strike = ease(progress, 0, 0.3);
  const apart = ramp(progress, 0.28, 1) ** 1.8;
  const slide = apart * 260;
  const open = apart * (width / 2 + lean + 60);
  const glint = 1 - ramp(progress, 0.3, 0.6);
  const tip = (share: number) => [top + (foot - top) * share, 1000 * share] as const;
  const [x, y] = tip(Math.max(-0.1, strike * 1.1 - 0.75) * 1.2);
  const [tx, ty] = tip(strike);
  const left = polygon(
    -3000,
    -600,
    top - ux * 600,
    -600 * uy,
    foot + ux * 600,
    1000 + 600 * uy,
    -3000,
    1600,
  );
  const right = polygon(
    top - ux * 600,
    -600 * uy,
    5000,
    -600,
    5000,
    1600,
    foot + ux * 600,
    1000 + 600 * uy,
  );
  return {
    outgoing:
      progress < 0.28
        ? [{}]
        : [
            { clip: left, x: ux * slide - open, y: uy * slide },
            { clip: right, x: -ux * slide + open, y: -uy * slide },
          ],
    incoming: progress < 0.28 ? [] : [{}],
    behind: [-1, 1].map((side) => ({
      d: gouge(
        top + side * open - ux * 400,
        -uy * 400,
        ux * (length + 800),
        uy * (length + 800),
        7,
      ),
      tone: 'red',
      opacity: progress < 0.28 ? 0 : 1 - apart,
    })),
    before: [{ d: gouge(x, y, tx - x, ty - y, 9), tone: 'bone', opacity: glint }],
  };
}) satisfies Transition;
