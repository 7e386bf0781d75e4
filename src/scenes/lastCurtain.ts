import { ease, mix, ramp } from '../core/paths/ease.ts';
import { ellipse, rect, round } from '../core/paths/path.ts';
import { random } from '../core/paths/random.ts';
import { visibleWorld } from '../core/stage/window.ts';
import type { PartState, Scene } from '../schemas/picture.ts';
import { DRAPE_TONES, drape } from './shapes/curtain.ts';
import { cones, pools } from './shapes/light.ts';
import { scatter } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

const POOL = [0, 10, 320, 42] as const;
const STEPS = [1, 0.78, 0.55];
const PETALS = Array.from({ length: 18 }, (_, i) => i);
const noise = random(41);
const FALLS = PETALS.map(() => ({ x: noise(), start: noise(), size: 0.7 + noise() * 0.9 }));
const petal = 'M0 -11Q11 -3 4 9Q-2 13 -8 6Q-11 -3 0 -11Z';

/** The red shoes, one standing on its box, one fallen, ribbons loose; about (0, 0), 190 wide. */
const SHOES = {
  sole: 'M-104 20C-112 6 -98 -8 -70 -14C-40 -21 -18 -22 6 -13C22 -7 34 0 34 10C34 20 22 24 0 25C-36 27 -94 30 -104 20ZM52 22C44 6 46 -30 58 -62C66 -84 78 -98 92 -94C106 -90 108 -66 104 -38C101 -14 94 8 86 24C76 32 60 32 52 22Z',
  lit: 'M-96 13C-90 2 -66 -8 -42 -10C-20 -12 0 -6 16 4C0 -1 -24 -2 -44 2C-66 6 -86 14 -96 13ZM90 -86C100 -82 102 -62 98 -38C95 -18 88 4 82 18C84 -6 88 -30 88 -50C89 -64 86 -76 90 -86Z',
  inside:
    'M-18 -18C-8 -12 8 -8 20 -5C14 -12 0 -19 -18 -18ZM62 -66C68 -80 78 -92 88 -90C82 -82 72 -70 62 -66Z',
  ribbon:
    'M14 -12C44 -46 84 -8 124 -18C158 -26 168 -6 192 2C166 6 154 -14 126 -8C84 2 50 -30 20 -5ZM70 -84C40 -128 2 -104 -30 -96C-66 -86 -92 -104 -120 -86C-94 -92 -68 -74 -32 -84C2 -94 36 -108 62 -72Z',
};

const curtain = drape({
  outer: -1790,
  inner: [960, 960, 960],
  levels: [-1500, -700, -14],
  folds: 35,
  seed: 77,
});

/** The curtain, in the layer that covers her and again in the one that stays. */
const drop = (layer: string) =>
  curtain.map((d, i) => ({ id: `${layer}${i}`, d, tone: DRAPE_TONES[i]! }));
const SHOE_PARTS = [
  { id: 'spot0', d: ellipse(0, 0, 100), tone: 'red', opacity: 0.16 },
  { id: 'spot1', d: ellipse(0, 0, 82), tone: 'red', opacity: 0.2 },
  { id: 'shade', d: ellipse(0, 24, 150, 12), tone: 'ground' },
  { id: 'ribbon', d: SHOES.ribbon, tone: 'blood' },
  { id: 'sole', d: SHOES.sole, tone: 'wine' },
  { id: 'lit', d: SHOES.lit, tone: 'red' },
  { id: 'inside', d: SHOES.inside, tone: 'pitch' },
];

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
      ...drop('middle'),
    ],
    near: [...drop('near'), ...SHOE_PARTS],
  },
  best: 0.5,
  at(progress, screen) {
    const parts: Record<string, PartState> = {};
    const { left, right } = visibleWorld(screen, 'left');
    const fall = ramp(progress, 0.8, 0.92) ** 2;
    const hang = { transform: `translate(0 ${round(mix(-1200, 0, fall))})` };
    for (const i of [0, 1, 2]) {
      parts[`near${i}`] = hang;
      parts[`middle${i}`] = { opacity: fall < 1 ? 0 : 1 };
    }
    // What lies there is seen only once she is gone; the follow spot closes on it.
    const stay = ease(progress, 0.915, 0.925);
    for (const id of ['shade', 'ribbon', 'sole', 'lit', 'inside'])
      parts[id] = { transform: 'translate(6 22) scale(1.15)', opacity: stay };
    const close = ease(progress, 0.9, 1);
    for (const [i, opacity] of [0.16, 0.2].entries())
      parts[`spot${i}`] = {
        transform: `translate(${round(6 * close)} ${round(mix(-380, 6, close))}) scale(${mix(4.6, 2.4, close).toFixed(2)} ${mix(4.6, 0.62, close).toFixed(2)})`,
        opacity: opacity * stay,
      };
    FALLS.forEach(({ x, start, size }, i) => {
      const t = (progress * 1.6 + start) % 1;
      const at = mix(Math.max(left, -330), Math.min(right, 420), x) + Math.sin(t * 7 + i) * 46;
      parts[`petal${i}`] = {
        transform: `translate(${round(at)} ${round(mix(-1060, 40, t))}) rotate(${round(t * 500 + i * 40)}) scale(${size.toFixed(2)} ${(size * (0.3 + Math.abs(Math.sin(t * 9 + i)) * 0.8)).toFixed(2)})`,
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
