import { random } from '../core/maths/chance.ts';
import { mix } from '../core/maths/scalar.ts';
import { gouge, polygon, round } from '../core/paths/path.ts';
import { transition } from '../timelines/transition.ts';
import { cutAt } from './shapes/panes.ts';

const TATTERS = 15;
const STREAKS = 16;

/** She leaps, and the proscenium tears past her: a pillar, and behind it the curtain in tatters. */
export default transition({
  actors: {
    /** From beyond the right edge (0) until its tatters have left (1). */
    pillar: { passed: 0 },
    /** How fast it all flies: it leans, and its cloth streams. */
    speed: { pillar: 0, cloth: 0 },
    /** Radians of the waves that run through the cloth. */
    wave: { phase: 0 },
  },
  arrange(timeline, { pillar, speed, wave }) {
    timeline
      .addLabel('take-off')
      .to(pillar, { passed: 1, ease: 'sine.inOut' }, 0)
      .to(speed, { pillar: 1, duration: 0.5, ease: 'sine.out' }, 0)
      // Cloth is late: it streams when the pillar is fastest, and still when that slows.
      .to(speed, { cloth: 1, duration: 0.5, ease: 'sine.out' }, 0.05)
      .addLabel('flight', 0.5)
      .to(speed, { pillar: 0, duration: 0.5, ease: 'sine.in' }, 0.5)
      .to(speed, { cloth: 0, duration: 0.42, ease: 'sine.in' }, 0.58)
      .to(wave, { phase: 22 }, 0);
  },
  draw({ pillar, speed, wave }, screen) {
    const { width } = screen;
    const noise = random(17);
    const thick = Math.min(210, width * 0.2);
    const at = mix(width + 12, -width * 0.24 - thick - 40, pillar.passed);
    const lean = 60 * speed.pillar;
    const strip = (x: number, w: number): string =>
      polygon(x + lean, -9, x + w + lean, -9, x + w - lean, 1009, x - lean, 1009);
    const tatters = ['', '', ''];
    for (let i = 0; i < TATTERS; i++) {
      const y = -60 + i * (1120 / TATTERS) + noise() * 24;
      const reach = width * (0.12 + noise() * 0.42) * mix(0.35, 1, speed.cloth);
      const sway = Math.sin(wave.phase + i * 1.7) * 26;
      const h = 60 + noise() * 46;
      const x = at + thick * 0.8 + lean * (1 - y / 500);
      const shred = (k: number): string =>
        `M${round(x)} ${round(y - h * k)}C${round(x + reach * 0.4)} ${round(y - h * k + sway)} ${round(x + reach * 0.6)} ${round(y - sway)} ${round(x + reach * k)} ${round(y + sway * 0.5)}C${round(x + reach * 0.6)} ${round(y + h * 0.5 * k - sway)} ${round(x + reach * 0.3)} ${round(y + h * k + sway)} ${round(x)} ${round(y + h * k)}Z`;
      tatters[i % 2] += shred(1);
      tatters[2] += shred(0.42);
    }
    let streaks = '';
    for (let i = 0; i < STREAKS; i++)
      streaks += gouge(
        at + (noise() - 0.3) * width,
        40 + noise() * 900,
        (120 + noise() * 300) * speed.pillar,
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
      before: [{ d: streaks, tone: 'blood', opacity: speed.pillar }],
    };
  },
});
