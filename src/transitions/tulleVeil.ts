import { mix, ramp } from '../core/paths/ease.ts';
import { band } from '../core/paths/path.ts';
import { random } from '../core/paths/random.ts';
import type { Shape, Transition } from '../schemas/picture.ts';
import { cutAt, END, START } from './panes.ts';

/** A veil of tulle is drawn across: layer over layer of the thinnest cloth. */
export default ((progress, screen) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const { width } = screen;
  const noise = random(9);
  const at = mix(-0.55, 1.55, progress) * width;
  const veil: Shape[] = [];
  for (let i = 0; i < 9; i++) {
    const x = at + (noise() - 0.5) * width * 0.75;
    const w = width * (0.2 + noise() * 0.26) * (i < 4 ? 1.5 : 0.55);
    const lean = (noise() - 0.3) * 130;
    const bow = Math.sin(progress * 6 + i) * 46;
    veil.push({
      d: band(
        [
          x - w / 2 + lean,
          -20,
          x - w / 2 + bow,
          300,
          x - w / 2 - bow,
          700,
          x - w * 0.6 - lean,
          1020,
        ],
        [
          x + w / 2 + lean,
          -20,
          x + w / 2 - bow,
          330,
          x + w / 2 + bow,
          650,
          x + w * 0.6 - lean,
          1020,
        ],
      ),
      tone: 'bone',
      opacity: 0.045,
    });
  }
  const cut = mix(-80, width + 80, ramp(progress, 0.12, 0.88));
  const [left, right] = cutAt(screen, cut + 40, cut - 40);
  return { outgoing: [right], incoming: [left], behind: veil.slice(0, 4), before: veil.slice(4) };
}) satisfies Transition;
