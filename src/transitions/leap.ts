import { random } from '../core/maths/chance.ts';
import { ease, mix } from '../core/maths/scalar.ts';
import { gouge, polygon, round } from '../core/paths/path.ts';
import type { Transition } from '../schemas/picture.ts';
import { cutAt, END, START } from './panes.ts';

const TATTERS = 15;

/** She leaps, and the proscenium tears past her: a pillar, and behind it the curtain in tatters. */
export default ((progress, screen) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const { width } = screen;
  const noise = random(17);
  const thick = Math.min(210, width * 0.2);
  const speed = Math.sin(Math.PI * progress);
  const at = mix(width + thick, -width * 0.55 - thick * 2, ease(progress, 0, 1));
  const lean = 60 * speed;
  const strip = (x: number, w: number): string =>
    polygon(x + lean, -9, x + w + lean, -9, x + w - lean, 1009, x - lean, 1009);
  const tatters = ['', '', ''];
  for (let i = 0; i < TATTERS; i++) {
    const y = -60 + i * (1120 / TATTERS) + noise() * 24;
    const reach = width * (0.12 + noise() * 0.42) * (0.35 + speed * 0.65);
    const wave = Math.sin(progress * 22 + i * 1.7) * 26;
    const h = 60 + noise() * 46;
    const x = at + thick * 0.8 + lean * (1 - y / 500);
    const shred = (k: number): string =>
      `M${round(x)} ${round(y - h * k)}C${round(x + reach * 0.4)} ${round(y - h * k + wave)} ${round(x + reach * 0.6)} ${round(y - wave)} ${round(x + reach * k)} ${round(y + wave * 0.5)}C${round(x + reach * 0.6)} ${round(y + h * 0.5 * k - wave)} ${round(x + reach * 0.3)} ${round(y + h * k + wave)} ${round(x)} ${round(y + h * k)}Z`;
    tatters[i % 2] += shred(1);
    tatters[2] += shred(0.42);
  }
  let lines = '';
  for (let i = 0; i < 16; i++)
    lines += gouge(
      at + (noise() - 0.3) * width,
      40 + noise() * 900,
      (120 + noise() * 300) * speed,
      -10,
      2,
    );
  return {
    outgoing: [cutAt(screen, at + thick / 2 + lean, at + thick / 2 - lean)[0]],
    incoming: [{}],
    behind: [
      { d: tatters[0]!, tone: 'deep' },
      { d: tatters[1]!, tone: 'wine' },
      { d: tatters[2]!, tone: 'blood' },
      { d: strip(at, thick), tone: 'ground' },
      {
        d:
          strip(at + thick * 0.12, 6) +
          strip(at + thick * 0.2, 3) +
          strip(at + thick * 0.7, 3) +
          strip(at + thick * 0.86, 8),
        tone: 'blood',
      },
    ],
    before: [{ d: lines, tone: 'blood', opacity: speed }],
  };
}) satisfies Transition;
