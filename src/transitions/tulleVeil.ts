import { random } from '../core/maths/chance.ts';
import { mix } from '../core/maths/scalar.ts';
import { band } from '../core/paths/path.ts';
import type { Shape, Transition } from '../schemas/picture.ts';
import { END, START } from './panes.ts';

/** The gathered fold: how far it reaches left and right of the seam, widest first, its tone and how dense it is. */
const GATHER = [
  [190, 170, 'soot', 0.35],
  [130, 116, 'soot', 0.5],
  [84, 62, 'soot', 1],
  [60, -34, 'iron', 0.8],
  [18, 4, 'iron', 1],
  [-30, 40, 'iron', 0.55],
] as const;

/** A veil of tulle is drawn across: layer over layer of the thinnest cloth, and behind its thickest fold the next scene. */
export default ((progress, { width }) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const noise = random(9);
  const span = Math.max(width, 800);
  const at = mix(-0.75 * span, width + 0.75 * span, progress);
  /** A fold's hanging edge: gathered at the rail, wide at the hem. */
  const hang = (x: number, bow: number): number[] => {
    const rail = at + (x - at) * 0.72;
    return [rail, -20, mix(rail, x, 0.3) + bow * 0.4, 300, mix(rail, x, 0.7) + bow, 680, x, 1020];
  };
  const veil: Shape[] = [];
  for (let i = 0; i < 6; i++) {
    const x = at + (noise() - 0.5) * span * 0.8;
    const w = span * (0.18 + noise() * 0.24);
    const bow = Math.sin(progress * 7 + i * 2) * 26;
    veil.push({ d: band(hang(x - w, bow), hang(x + w, -bow)), tone: 'ash', opacity: 0.065 });
  }
  // Where the cloth doubles: folds that fan from the rail.
  for (let k = 0; k < 3; k++) {
    let folds = '';
    for (let i = 0; i < 7; i++) {
      const x = at + (noise() - 0.5) * span * 1.4;
      const bow = Math.sin(progress * 7 + i) * 18;
      folds += band(hang(x, bow), hang(x + 6 + noise() * span * 0.06, bow * 0.6));
    }
    veil.push({ d: folds, tone: 'ash', opacity: 0.075 });
  }
  const sway = Math.sin(progress * 7) * 24;
  const fold = hang(at, sway);
  const to = hang(2.5 * span + width, 0);
  // The thickest fold hides where one scene ends and the next begins.
  const seam: Shape[] = GATHER.map(([left, right, tone, opacity]) => ({
    d: band(hang(at - left, sway), hang(at + right, sway)),
    tone,
    opacity,
  }));
  return {
    outgoing: [{ clip: band(fold, to) }],
    incoming: [{}],
    behind: [...veil.slice(0, 4), ...seam],
    before: veil.slice(4),
  };
}) satisfies Transition;
