import { ramp } from '../core/paths/ease.ts';
import { band } from '../core/paths/path.ts';
import { random } from '../core/paths/random.ts';
import type { Shape, Transition } from '../schemas/picture.ts';
import { END, START } from './panes.ts';

const STRIPS = 9;
const CLOTH = ['deep', 'wine', 'blood'];

/** A storm: strips of torn cloth fly across, and each leaves a strip of the next scene. */
export default ((progress, { width }) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const noise = random(23);
  const pitch = 1100 / STRIPS;
  /** The wavy border above strip `i`, from x0 to x1. */
  const border = (i: number, x0: number, x1: number, extra = 0): number[] => {
    const points: number[] = [];
    for (let k = 0; k <= 6; k++) {
      const x = x0 + ((x1 - x0) * k) / 6;
      points.push(
        x,
        i * pitch - 50 - (x / width - 0.5) * 90 + Math.sin(x / 170 + i * 2) * 13 + extra,
      );
    }
    return points;
  };
  let came = '';
  let stays = '';
  const before: Shape[] = [];
  for (let i = 0; i < STRIPS; i++) {
    const delay = noise() * 0.34;
    const long = width * (0.7 + noise() * 0.5);
    const head = -80 + (width + long + 160) * ramp(progress, delay, delay + 0.66);
    const tail = head - long;
    const cut = Math.min(width + 60, Math.max(-60, head - long * 0.45));
    if (cut > -59) came += band(border(i, -60, cut), border(i + 1, -60, cut, 1));
    if (cut < width + 59)
      stays += band(border(i, cut, width + 60), border(i + 1, cut, width + 60, 1));
    const flap = Math.sin(progress * 24 + i) * 16;
    before.push({
      d: band(border(i, tail, head, -8 + flap), border(i + 1, tail, head, 14 - flap)),
      tone: CLOTH[i % 3]!,
    });
    before.push({
      d: band(border(i, tail + 60, head - 90, 34), border(i, tail + 20, head - 20, 52 + flap)),
      tone: CLOTH[(i + 1) % 3]!,
    });
  }
  return {
    outgoing: stays ? [{ clip: stays }] : [],
    incoming: came ? [{ clip: came }] : [],
    behind: [],
    before,
  };
}) satisfies Transition;
