import { random } from '../core/maths/chance.ts';
import { mix } from '../core/maths/scalar.ts';
import { band } from '../core/paths/path.ts';
import type { Shape } from '../schemas/picture.ts';
import { transition } from '../timelines/transition.ts';

/** The gathered fold: how far it reaches left and right of the seam, widest first, its tone and how dense it is. */
const GATHER = [
  [190, 170, 'soot', 0.35],
  [130, 116, 'soot', 0.5],
  [84, 62, 'soot', 1],
  [60, -34, 'iron', 0.8],
  [18, 4, 'iron', 1],
  [-30, 40, 'iron', 0.55],
] as const;
const VEILS = 6;
/** Where the cloth doubles, folds fan from the rail; so many in each of so many layers. */
const FOLDS = 7;
const LAYERS = 3;

const cloths = (count: number) => Array.from({ length: count }, () => ({ across: 0 }));

/** A veil of tulle is drawn across: layer over layer of the thinnest cloth, and behind its thickest fold the next scene. */
export default transition({
  actors: {
    /** Each from beyond the left edge (0) to beyond the right (1). */
    seam: { across: 0 },
    veils: cloths(VEILS),
    folds: cloths(LAYERS),
    /** Radians of the sway that runs through all of it. */
    sway: { phase: 0 },
  },
  arrange(timeline, { seam, veils, folds, sway }) {
    timeline
      .addLabel('drawn')
      .to(seam, { across: 1, duration: 0.96, ease: 'sine.inOut' }, 0.02)
      // What is thin flies ahead, what is gathered drags behind.
      .to(veils, { across: 1, duration: 0.9, ease: 'sine.inOut', stagger: 0.02 }, 0)
      .to(folds, { across: 1, duration: 0.92, ease: 'sine.inOut', stagger: 0.03 }, 0.02)
      .to(sway, { phase: 7 }, 0);
  },
  draw({ seam, veils, folds, sway }, { width }) {
    const noise = random(9);
    const span = Math.max(width, 800);
    const place = (across: number) => mix(-0.75 * span, width + 0.75 * span, across);
    /** A fold's hanging edge: gathered at the rail, wide at the hem. */
    const hang = (at: number, x: number, bow: number): number[] => {
      const rail = at + (x - at) * 0.72;
      return [rail, -20, mix(rail, x, 0.3) + bow * 0.4, 300, mix(rail, x, 0.7) + bow, 680, x, 1020];
    };
    const tulle: Shape[] = veils.map(({ across }, i) => {
      const at = place(across);
      const x = at + (noise() - 0.5) * span * 0.8;
      const w = span * (0.18 + noise() * 0.24);
      const bow = Math.sin(sway.phase + i * 2) * 26;
      return { d: band(hang(at, x - w, bow), hang(at, x + w, -bow)), tone: 'ash', opacity: 0.065 };
    });
    for (const { across } of folds) {
      const at = place(across);
      let d = '';
      for (let i = 0; i < FOLDS; i++) {
        const x = at + (noise() - 0.5) * span * 1.4;
        const bow = Math.sin(sway.phase + i) * 18;
        d += band(hang(at, x, bow), hang(at, x + 6 + noise() * span * 0.06, bow * 0.6));
      }
      tulle.push({ d, tone: 'ash', opacity: 0.075 });
    }
    const at = place(seam.across);
    const bow = Math.sin(sway.phase) * 24;
    // The thickest fold hides where one scene ends and the next begins.
    const gathered: Shape[] = GATHER.map(([left, right, tone, opacity]) => ({
      d: band(hang(at, at - left, bow), hang(at, at + right, bow)),
      tone,
      opacity,
    }));
    return {
      outgoing: [{ clip: band(hang(at, at, bow), hang(at, 2.5 * span + width, 0)) }],
      incoming: [{}],
      behind: [...tulle.slice(0, 4), ...gathered],
      before: tulle.slice(4),
    };
  },
});
