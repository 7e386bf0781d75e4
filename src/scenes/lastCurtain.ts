import { random } from '../core/maths/chance.ts';
import { mix } from '../core/maths/scalar.ts';
import { ellipse, rect, round } from '../core/paths/path.ts';
import { visibleWorld } from '../core/stage/viewport.ts';
import type { PartState, Shape } from '../schemas/picture.ts';
import { scene } from '../timelines/scene.ts';
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

const cloth = drape({
  outer: -1790,
  inner: [960, 960, 960],
  levels: [-1500, -700, -14],
  folds: 35,
  seed: 77,
});

/** The curtain, in the layer that covers her and again in the one that stays. */
const drop = (layer: string) =>
  cloth.map((d, i) => ({ id: `${layer}${i}`, d, tone: DRAPE_TONES[i]! }));
/** What light stays before the curtain: a thread of it from above, and the pool about her shoes. */
const SPOTS = [
  ...cones([46, -1400], [6, 12, 190, 30], [1, 0.66]),
  ...pools([6, 12, 190, 30], [1, 0.66]),
].map((d, i) => ({ id: `spot${i}`, d, tone: 'bone', opacity: i < 2 ? 0.07 : 0.13 }));

/** Spotlight and petals, or blood; the curtain falls, the red shoes stay. */
export default scene({
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
        follows: true as const,
      })),
      ...pools(POOL, STEPS).map((d, i) => ({
        id: `pool${i}`,
        d,
        tone: 'bone',
        opacity: 0.09,
        follows: true as const,
      })),
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
      ...PETALS.map(
        (i): Shape => ({ id: `petal${i}`, d: petal, tone: i % 3 ? 'red' : 'blood', spare: 1 }),
      ),
      ...drop('middle'),
      ...SPOTS,
    ],
    near: drop('near'),
  },
  best: 0.3,
  quiet: 'either',
  suits: { dance: 'a-new-kind-of-killer', cue: 'swan-lake-finale', transition: 'endCredits' },
  told: {
    en: 'In one spotlight the dancer holds an attitude and then sinks into her last bow. The curtain falls, and a pair of red pointe shoes is left in front of it.',
    fr: 'Sous un seul projecteur la danseuse tient une attitude puis s’incline une dernière fois. Le rideau tombe ; une paire de chaussons rouges reste devant lui.',
    de: 'In einem einzigen Scheinwerfer hält die Tänzerin eine Attitude und sinkt dann in ihre letzte Verbeugung. Der Vorhang fällt, und ein Paar roter Spitzenschuhe bleibt davor zurück.',
    es: 'Bajo un solo foco la bailarina sostiene una attitude y se inclina por última vez. Cae el telón y queda delante un par de zapatillas rojas de punta.',
  },
  part: 'closing',
  // What stays is lit.
  lamp: [6, 12],
  // The curtain is down.
  sounds: [{ effect: 'curtain', at: 0.8, only: 'forwards' }],
  poster: {
    wide: { x: 0.28, y: 0.93, share: 0.7, title: 'right', align: 'center' },
    square: { x: 0.42, y: 0.66, share: 0.48, title: 'bottom' },
    tall: { x: 0.5, y: 0.68, share: 0.42, title: 'bottom' },
    accent: 'red',
    number: 'red',
  },
  actors: {
    /** The curtain: how far down, and whether it hangs behind her shoes (1) instead of before her (0). */
    curtain: { down: 0, behind: 0 },
    /** Petals: how often round they have fallen, how many are seen; and those that lie on the floor. */
    petals: { falls: 0, seen: 0, fallen: 0 },
    /** The spotlight narrows; at last there is only what lies on her shoes. */
    light: { narrow: 1, spot: 0, alone: 0 },
    camera: { zoom: 1.06 },
  },
  arrange(timeline, actors) {
    const { curtain, petals, light, camera } = actors;
    timeline
      .to(petals, { falls: 1.6 }, 0)
      .to(petals, { seen: 1, duration: 0.17, ease: 'smooth' }, 0.08)
      .to(petals, { fallen: 1, duration: 0.5, ease: 'smooth' }, 0.25)
      .to(light, { narrow: 0.75, duration: 0.4, ease: 'smooth' }, 0.4)
      .to(camera, { zoom: 1, ease: 'smooth' }, 0)
      // It is down before she is gone from her clip; then it hangs behind the shoes she leaves.
      .addLabel('curtain', 0.79)
      .to(curtain, { down: 1, duration: 0.082, ease: 'power1.in' }, 0.79)
      .to(light, { spot: 1, duration: 0.05, ease: 'smooth' }, 0.87)
      .addLabel('gone', 0.88)
      .to(curtain, { behind: 1, duration: 0.0005 }, 0.88)
      .addLabel('the shoes', 0.89)
      .to(light, { alone: 1, duration: 0.08, ease: 'smooth' }, 0.89);
  },
  draw(actors, screen) {
    const { curtain, petals, light, camera } = actors;
    const parts: Record<string, PartState> = {};
    const { left, right } = visibleWorld(screen);
    const gone = curtain.behind > 0;
    const hang = {
      transform: `translate(0 ${round(mix(-1200, 0, curtain.down))})`,
      opacity: gone || curtain.down === 0 ? 0 : 1,
    };
    const { alone } = light;
    for (const i of [0, 1, 2]) {
      parts[`near${i}`] = hang;
      parts[`middle${i}`] = { opacity: gone ? mix(1, 0.3, alone) : 0 };
    }
    for (const { id, opacity } of SPOTS)
      parts[id] = {
        transform: `translate(${round(mix(-60, 0, alone))} 0) scale(${mix(1.8, 1, alone).toFixed(3)} 1)`,
        opacity: opacity * light.spot,
      };
    FALLS.forEach(({ x, start, size }, i) => {
      const t = (petals.falls + start) % 1;
      const at = mix(Math.max(left, -330), Math.min(right, 420), x) + Math.sin(t * 7 + i) * 46;
      parts[`petal${i}`] = {
        transform: `translate(${round(at)} ${round(mix(-1060, 40, t))}) rotate(${round(t * 500 + i * 40)}) scale(${size.toFixed(2)} ${(size * (0.3 + Math.abs(Math.sin(t * 9 + i)) * 0.8)).toFixed(2)})`,
        opacity: petals.seen * Math.min(1, (1 - t) * 12),
      };
    });
    parts['fallen'] = { opacity: petals.fallen };
    const transform = `scale(${light.narrow.toFixed(3)} 1)`;
    for (const i of [0, 1, 2]) {
      parts[`cone${i}`] = { transform, opacity: 0.055 * (1 - alone) };
      parts[`pool${i}`] = { transform, opacity: 0.09 * (1 - alone) };
    }
    return { parts, camera: { x: 0, y: 0, zoom: camera.zoom } };
  },
});
