import { ease, mix } from '../core/maths/scalar.ts';
import { polygon, rect } from '../core/paths/path.ts';
import { visibleWorld } from '../core/stage/viewport.ts';
import type { PartState, Shape } from '../schemas/picture.ts';
import { scene } from '../timelines/scene.ts';
import { DRAPE_TONES, drape } from './shapes/curtain.ts';
import { cones, pools } from './shapes/light.ts';
import { motes, scatter } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

const STEPS = [1, 0.8, 0.58];
const SIDES = [-1, 1];
const DUST = [0, 1, 2, 3, 4, 5];

/** Ropes of the fly loft, some with a sandbag. */
const ropes = scatter(5, 13, (noise, i) => {
  const x = -900 + i * 130 + noise() * 60;
  const end = -150 - noise() * 380;
  return `${rect(x, -1500, 1.6, end + 1500)}${i % 3 ? '' : polygon(x - 9, end, x + 11, end, x + 17, end + 62, x - 15, end + 62)}`;
});

const lamps = scatter(2, 5, (_, i) => {
  const x = -620 + i * 300;
  return `${polygon(x - 17, -850, x + 17, -850, x + 24, -800, x - 24, -800)}${rect(x - 2, -880, 4, 30)}`;
});

/** The curtain's halves at an opening of 0 to 1, between the edges of the picture. */
const halves = (open: number, left: number, right: number): Record<string, PartState> => {
  const states: Record<string, PartState> = {};
  const early = ease(open, 0, 0.8);
  for (const side of SIDES) {
    const outer = (side < 0 ? left : right) + side * 70;
    const wing = Math.min(170, (right - left) * 0.085) + 70;
    drape({
      outer,
      inner: [
        mix(side * 7, outer - side * wing * 2.1, open),
        mix(side * 6, outer - side * wing, early),
        mix(side * 9, outer - side * wing * 1.25, early),
      ],
      levels: [-1500, mix(-40, -330, early), 96],
      folds: 11,
      seed: 8 + side,
    }).forEach((d, i) => {
      states[`drape${side}${i}`] = { d };
    });
  }
  return states;
};

/** {@link halves}, kept while nothing moves: once open they hang still for the rest of the chapter. */
let kept = { key: '', states: {} as Record<string, PartState> };
const hung: typeof halves = (...at) => {
  const key = at.join();
  if (kept.key !== key) kept = { key, states: halves(...at) };
  return kept.states;
};

const parts = (open: number, swing: number, left: number, right: number) => {
  const states: Record<string, PartState> = {};
  const pool = [0, 10, mix(120, 330, swing), mix(20, 44, swing)] as const;
  cones([mix(430, 130, swing), -1400], pool, STEPS).forEach((d, i) => {
    states[`cone${i}`] = { d };
  });
  pools(pool, STEPS).forEach((d, i) => {
    states[`pool${i}`] = { d };
  });
  return { ...states, ...hung(open, left, right) };
};

const rest = parts(1, 1, -1056, 544);
const shape = (id: string, tone: string): Shape => ({ id, d: rest[id]!.d!, tone });
const light = (id: string, opacity: number): Shape => ({
  ...shape(id, 'bone'),
  opacity,
  follows: true,
});

/** A bare stage; the red curtain parts on one spotlight full of dust, which opens as she rises. */
export default scene({
  set: {
    far: [
      backdrop('ground'),
      { d: rect(-1800, -1500, 3600, 1408), tone: 'night' },
      { d: ropes, tone: 'soot' },
      { d: rect(-1800, -882, 3600, 5), tone: 'soot' },
      { d: lamps, tone: 'soot' },
    ],
    middle: [
      floor('ground'),
      { d: boards(92), tone: 'coal' },
      ...STEPS.map((_, i) => light(`cone${i}`, 0.055)),
      ...STEPS.map((_, i) => light(`pool${i}`, 0.09)),
      ...DUST.map((i) => ({
        id: `dust${i}`,
        d: motes(i + 20, 9, [-240, -880, 480, 860]),
        tone: 'chalk',
        spare: 1 as const,
      })),
    ],
    near: SIDES.flatMap((side) => DRAPE_TONES.map((tone, i) => shape(`drape${side}${i}`, tone))),
  },
  best: 0.9,
  quiet: 'either',
  suits: { dance: 'introduction', cue: 'swan-lake-scene', transition: 'curtain' },
  told: {
    en: 'A closed red curtain parts on a bare stage with one spotlight. A ballerina in a red tutu lies folded on the floor like a dying swan, then rises onto her toes until her arms close in a crown above her head.',
    fr: 'Un rideau rouge s’ouvre sur un plateau nu, sous un seul projecteur. Une ballerine en tutu rouge, repliée au sol comme un cygne mourant, se relève sur ses pointes, les bras en couronne.',
    de: 'Ein roter Vorhang öffnet sich vor einer leeren Bühne mit einem einzigen Scheinwerfer. Eine Ballerina im roten Tutu liegt wie ein sterbender Schwan gefaltet am Boden und erhebt sich auf die Spitzen, die Arme zur Krone geschlossen.',
    es: 'Un telón rojo se abre sobre un escenario desnudo con un solo foco. Una bailarina de tutú rojo, plegada en el suelo como un cisne moribundo, se alza sobre las puntas con los brazos en corona.',
  },
  part: 'opening',
  poster: {
    wide: { x: 0.7, y: 0.95, share: 0.7, title: 'left', align: 'end' },
    square: { x: 0.6, y: 0.66, share: 0.48, title: 'bottom' },
    tall: { x: 0.5, y: 0.68, share: 0.4, title: 'bottom' },
    accent: 'red',
    number: 'red',
  },
  actors: {
    /** The curtain: 0 closed, 1 open. */
    curtain: { open: 0 },
    /** The spotlight, from thin (0) to wide (1). */
    light: { wide: 0 },
    /** How far the dust has drifted, and how much of the light it has. */
    dust: { drift: 0, lit: 0 },
    camera: { zoom: 0.98 },
  },
  arrange(timeline, actors) {
    const { curtain, light, dust, camera } = actors;
    timeline
      .addLabel('curtain')
      .to(curtain, { open: 1, duration: 0.25, ease: 'smooth' }, 0)
      .to(dust, { drift: 1 }, 0)
      .to(camera, { zoom: 1.05, ease: 'smooth' }, 0)
      // The light follows her up.
      .addLabel('rises', 0.02)
      .to(light, { wide: 1, duration: 0.68, ease: 'smooth' }, 0.02)
      .to(dust, { lit: 1, duration: 0.35, ease: 'smooth' }, 0.05);
  },
  draw(actors, screen) {
    const { curtain, light, dust, camera } = actors;
    const { left, right } = visibleWorld(screen);
    const states = parts(curtain.open, light.wide, left, right);
    for (const i of DUST) {
      states[`dust${i}`] = {
        transform: `translate(${(Math.sin(dust.drift * (3 + i) + i) * 40).toFixed(1)} ${((dust.drift - 0.5) * (i % 2 ? -60 : 90 + i * 20)).toFixed(1)})`,
        opacity: 0.25 + 0.12 * i * dust.lit,
      };
    }
    return { parts: states, camera: { x: 0, y: 0, zoom: camera.zoom } };
  },
});
