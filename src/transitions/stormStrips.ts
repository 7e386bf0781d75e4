import { clamp } from '../core/maths/scalar.ts';
import { band } from '../core/paths/path.ts';
import type { Shape } from '../schemas/picture.ts';
import { transition } from '../timelines/transition.ts';

const CLOTH = ['deep', 'wine', 'blood', 'wine'];
/** How long each strip is, in widths of the screen, and how late it is torn loose. */
const LONG = [1.08, 1.2, 1.16, 1.53, 1.05, 1.15, 1.54, 1.29];
const LATE = [0.03, 0.19, 0.1, 0.15, 0.25, 0.21, 0.02, 0.24];
const PITCH = 145;

/** A storm: strips of torn cloth fly across, and each leaves a strip of the next scene. */
export default transition({
  actors: {
    /** Heads of the strips: 0 beyond the left edge, 1 when the tail has left at the right. */
    strips: LONG.map(() => ({ across: 0 })),
    /** Radians of the flutter. */
    wind: { phase: 0 },
  },
  arrange(timeline, { strips, wind }) {
    timeline
      .addLabel('gusts')
      .to(
        strips,
        { across: 1, duration: 0.7, ease: 'sine.inOut', stagger: (i: number) => LATE[i]! },
        0,
      )
      .to(wind, { phase: 20 }, 0);
  },
  draw({ strips, wind }, { width }) {
    /** The line at share `v` between strips, from x0 to x1: the wind's path. */
    const line = (v: number, x0: number, x1: number, wave = 0): number[] => {
      const points: number[] = [];
      for (let k = 0; k <= 7; k++) {
        const x = x0 + ((x1 - x0) * k) / 7;
        const u = x / width - 0.5;
        points.push(
          x,
          v * PITCH -
            80 -
            u * 150 +
            Math.sin(u * 7 + v * 1.3) * 22 +
            wave * Math.sin(u * 11 - wind.phase + v),
        );
      }
      return points;
    };
    /** A torn length of cloth: pointed at both ends. */
    const shred = (v: number, x0: number, x1: number, half: number, wave: number): string => {
      const middle = line(v, x0, x1, wave);
      const sides: [number[], number[]] = [[], []];
      for (let k = 0; k < 8; k++) {
        const h = half * PITCH * Math.min(1, k * 0.7, (7 - k) * 0.85) ** 0.6;
        sides[0].push(middle[2 * k]!, middle[2 * k + 1]! - h);
        sides[1].push(middle[2 * k]!, middle[2 * k + 1]! + h);
      }
      return band(...sides);
    };
    let came = false;
    let stays = '';
    const before: Shape[] = [];
    for (const [i, { across }] of strips.entries()) {
      const long = width * LONG[i]!;
      const head = -60 + (width + long + 120) * across;
      const cut = clamp(head - long / 2, -60, width + 60);
      came ||= cut > -59;
      if (cut < width + 59) stays += band(line(i, cut, width + 60), line(i + 1, cut, width + 60));
      const tail = head - long;
      before.push(
        { d: shred(i + 0.5, tail, head, 0.66, 16), tone: CLOTH[i % 4]! },
        {
          d:
            shred(i + 0.3, tail + long * 0.12, head - long * 0.2, 0.13, 24) +
            shred(i + 0.74, tail + long * 0.3, head - long * 0.06, 0.07, 24),
          tone: CLOTH[(i + 1) % 4]!,
        },
      );
    }
    return {
      outgoing: stays ? [{ clip: stays }] : [],
      incoming: came ? [{}] : [],
      behind: [],
      before,
    };
  },
});
