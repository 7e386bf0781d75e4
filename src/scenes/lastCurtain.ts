import { framing } from '../core/framing.ts';
import { ease, mix, ramp } from '../core/paths/ease.ts';
import { ellipse, rect, round } from '../core/paths/path.ts';
import { random } from '../core/paths/random.ts';
import type { PartState, Scene } from '../schemas/picture.ts';
import { DRAPE_TONES, drape } from './shapes/curtain.ts';
import { cones, pools } from './shapes/light.ts';
import { scatter } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

const POOL = [0, 10, 320, 42] as const;
const STEPS = [1, 0.78, 0.55];
const PETALS = Array.from({ length: 18 }, (_, i) => i);
const noise = random(41);
const FALLS = PETALS.map(() => ({ x: noise(), start: noise(), size: 0.55 + noise() * 0.75 }));
const petal = 'M0 -11Q11 -3 4 9Q-2 13 -8 6Q-11 -3 0 -11Z';

/** The red shoes, one standing on its box, one fallen, ribbons loose. */
const shoes = {
  dark: 'M-66 66Q-60 44 -22 40Q14 36 40 50Q62 60 58 70Q10 78 -62 74Q-70 72 -66 66ZM64 76Q56 40 74 4Q80 -8 92 -4Q104 2 100 28Q98 56 86 78Q74 84 64 76Z',
  lit: 'M-58 62Q-40 46 -8 45Q22 46 44 58Q10 52 -20 56Q-44 58 -58 62ZM86 4Q96 4 95 26Q93 54 84 72Q88 40 84 14Z',
  ribbon:
    'M36 50Q70 22 120 40Q160 54 150 74Q142 58 112 50Q76 42 44 56ZM76 2Q40 -30 8 -10Q-18 8 -48 2Q-20 18 10 -2Q40 -18 72 10Z',
};

const curtain = drape({
  outer: -1800,
  inner: [1800, 1800, 1800],
  levels: [-1500, -700, 30],
  folds: 46,
  seed: 77,
});

/** Spotlight and petals, or blood; the curtain falls, the red shoes stay. */
export default {
  set: {
    far: [backdrop('ground'), { d: rect(-1800, -1500, 3600, 1408), tone: 'night' }],
    middle: [
      floor('ground'),
      { d: boards(92), tone: 'coal' },
      ...cones([-150, -1400], POOL, STEPS).map((d, i) => ({
        id: `cone${i}`,
        d,
        tone: 'bone',
        opacity: 0.055,
      })),
      ...pools(POOL, STEPS).map((d, i) => ({ id: `pool${i}`, d, tone: 'bone', opacity: 0.09 })),
      {
        id: 'fallen',
        d: scatter(12, 40, (noise) =>
          ellipse(
            (noise() + noise() - 1) * 380,
            -6 + noise() * 70,
            5 + noise() * 8,
            2 + noise() * 3,
          ),
        ),
        tone: 'red',
      },
      ...PETALS.map((i) => ({ id: `petal${i}`, d: petal, tone: i % 3 ? 'red' : 'blood' })),
    ],
    near: [
      ...curtain.map((d, i) => ({ id: `fall${i}`, d, tone: DRAPE_TONES[i]! })),
      { id: 'pool', d: ellipse(40, 76, 240, 26), tone: 'blood' },
      { id: 'ribbon', d: shoes.ribbon, tone: 'blood' },
      { id: 'shoe', d: shoes.dark, tone: 'shoe-shade' },
      { id: 'gleam', d: shoes.lit, tone: 'red' },
    ],
  },
  best: 0.5,
  at(progress, screen) {
    const parts: Record<string, PartState> = {};
    const { left, right } = framing(screen, 'left');
    const fall = ramp(progress, 0.76, 0.9) ** 2;
    const drop = { transform: `translate(0 ${round(mix(-1100, 0, fall))})` };
    for (const i of [0, 1, 2]) parts[`fall${i}`] = drop;
    const down = ease(progress, 0.885, 0.9);
    for (const id of ['pool', 'ribbon', 'shoe', 'gleam']) parts[id] = { opacity: down };
    FALLS.forEach(({ x, start, size }, i) => {
      const t = (progress * 1.6 + start) % 1;
      const at = mix(Math.max(left, -460), Math.min(right, 420), x) + Math.sin(t * 7 + i) * 46;
      parts[`petal${i}`] = {
        transform: `translate(${round(at)} ${round(mix(-940, 40, t))}) rotate(${round(t * 500 + i * 40)}) scale(${size.toFixed(2)} ${(size * (0.3 + Math.abs(Math.sin(t * 9 + i)) * 0.8)).toFixed(2)})`,
        opacity: ease(progress, 0.08, 0.25) * Math.min(1, (1 - t) * 12),
      };
    });
    parts['fallen'] = { opacity: ease(progress, 0.25, 0.75) };
    const narrow = mix(1, 0.75, ease(progress, 0.4, 0.8));
    for (const i of [0, 1, 2]) {
      parts[`cone${i}`] = { transform: `scale(${narrow.toFixed(3)} 1)` };
      parts[`pool${i}`] = { transform: `scale(${narrow.toFixed(3)} 1)` };
    }
    return {
      parts,
      dancer: { opacity: fall < 1 ? 1 : 0 },
      camera: { x: 0, y: 0, zoom: mix(1.06, 1, ease(progress)) },
    };
  },
} satisfies Scene;
