import { polygon, rect, round } from '../core/paths/path.ts';
import type { Tint } from '../schemas/picture.ts';
import { scene } from '../timelines/scene.ts';
import { motes } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

const WINDOWS = [-500, -330];

/** Panes of a tall window with a round head. */
const panes = (x: number): string => {
  let d = '';
  for (let c = 0; c < 2; c++)
    for (let r = 0; r < 6; r++) d += rect(x + c * 62, -760 + r * 92, 54, 84);
  return `${d}M${x} -768a58 60 0 0 1 54 -58v58ZM${x + 62} -768v-58a58 60 0 0 1 54 58Z`;
};

/** Where the window's light falls, slanting right by `lean`. */
const fallen = (x: number, lean: number, drop: number): string => {
  let d = '';
  for (let c = 0; c < 2; c++)
    for (let r = 0; r < 4; r++) {
      const y = drop + r * 120;
      const s = x + lean + c * 84 + r * lean * 0.18;
      d += polygon(s, y, s + 72, y + 10, s + 72 + lean * 0.14, y + 112, s + lean * 0.14, y + 102);
    }
  return d;
};

const MIRRORS = [70, 400, 730, 1060, 1390];

/** A studio from day to night; the mirror keeps the other her. */
export default scene({
  set: {
    far: [
      backdrop('ground'),
      { d: rect(-1800, -1500, 3600, 1408), tone: 'night' },
      ...MIRRORS.map((x) => ({ d: rect(x, -850, 316, 730), tone: 'glass' })),
      {
        d: MIRRORS.map((x) =>
          polygon(x + 30, -850, x + 92, -850, x + 12, -640, x, -640, x, -770),
        ).join(''),
        tone: 'bone',
        opacity: 0.04,
      },
      {
        d: MIRRORS.map(
          (x) =>
            `${rect(x - 4, -854, 324, 4)}${rect(x - 4, -850, 4, 732)}${rect(x - 4, -120, 324, 4)}`,
        ).join(''),
        tone: 'iron',
      },
    ],
    middle: [
      { id: 'panes', d: WINDOWS.map(panes).join(''), tone: 'sky' },
      { id: 'light0', d: fallen(-330, 120, -640), tone: 'sun', opacity: 0.1 },
      { id: 'light1', d: fallen(-160, 120, -600), tone: 'sun', opacity: 0.1 },
      floor('floor'),
      { d: boards(84), tone: 'ground' },
      { id: 'pool', d: polygon(-420, -80, -40, -80, 260, 70, -300, 70), tone: 'sun', opacity: 0.1 },
      { d: rect(-210, -338, 2010, 9) + rect(-210, -268, 2010, 7), tone: 'iron' },
      // Near her the barre catches the light.
      { d: polygon(-210, -338, 330, -338, 250, -333, -210, -333), tone: 'chalk' },
      { d: polygon(-210, -268, 300, -268, 220, -264, -210, -264), tone: 'ash' },
      { d: [-180, 90, 420, 750, 1080].map((x) => rect(x, -338, 7, 252)).join(''), tone: 'iron' },
      { id: 'dust', d: motes(55, 22, [-420, -760, 620, 640]), tone: 'sun', opacity: 0.5, spare: 1 },
    ],
    near: [
      {
        d: `${rect(-1800, 66, 3600, 14)}${rect(-560, 66, 16, 400)}${rect(480, 66, 16, 400)}`,
        tone: 'ground',
      },
      { d: rect(-1800, 66, 3600, 2.5), tone: 'soot' },
    ],
  },
  tones: { glass: ['ground', 'coal', 0.69], sky: 'chalk', sun: 'bone', floor: 'coal' },
  best: 0.69,
  quiet: 'right',
  suits: { dance: 'training', cue: 'preludes', transition: 'mirrorShards' },
  themes:
    'train practi rehears body disciplin scar bruise learn school teach exercise transform craft work entraîn répét corps école appren übung probe körper schule lernen arbeit entrena ensay cuerpo escuela aprend',
  told: {
    en: 'At the barre of a studio the dancer works through plié, tendu and grand battement while day turns to night in the window. The mirror beside her shows her a second time, armed.',
    fr: 'À la barre d’un studio la danseuse travaille pliés, tendus et grands battements, tandis que la nuit vient à la fenêtre. Le miroir la montre une seconde fois, armée.',
    de: 'An der Stange eines Studios übt die Tänzerin Plié, Tendu und Grand battement, während vor dem Fenster die Nacht kommt. Der Spiegel zeigt sie ein zweites Mal, bewaffnet.',
    es: 'En la barra de un estudio la bailarina trabaja pliés, tendus y grands battements mientras cae la noche en la ventana. El espejo la muestra por segunda vez, armada.',
  },
  poster: {
    wide: { x: 0.66, y: 0.93, share: 0.74, title: 'left', align: 'end', column: 0.5 },
    square: { x: 0.44, y: 0.68, share: 0.56, title: 'bottom' },
    tall: { x: 0.46, y: 0.68, share: 0.44, title: 'bottom' },
    accent: 'red',
    number: 'bone',
  },
  actors: {
    /** Day, then dusk, then night. */
    sky: { dusk: 0, night: 0 },
    /** Where the window's light falls: how far it leans, and how far it has sunk. */
    light: { lean: -60, sunk: 0 },
    dust: { drift: 0, opacity: 0.6 },
    camera: { x: 20 },
  },
  arrange(timeline, actors) {
    const { sky, light, dust, camera } = actors;
    timeline
      .to(light, { lean: 260, sunk: 1 }, 0)
      .to(dust, { drift: 1 }, 0)
      .to(camera, { x: -30 }, 0)
      .addLabel('dusk', 0.26)
      .to(sky, { dusk: 1, duration: 0.24, ease: 'smooth' }, 0.26)
      .to(dust, { opacity: 0, duration: 0.3 }, 0.5)
      .addLabel('night', 0.52)
      .to(sky, { night: 1, duration: 0.22, ease: 'smooth' }, 0.52);
  },
  draw(actors, screen) {
    const { sky, light, dust, camera } = actors;
    const { dusk, night } = sky;
    const shade = (day: Tint, evening: Tint, late: Tint): Tint => [
      [day, evening, dusk],
      late,
      night,
    ];
    const x = screen.tall ? 236 : 292;
    const double = { x, y: -112, scale: 0.86, mirrored: true, layer: 'far' } as const;
    const slant = `skewX(${round(-light.sunk * 14)})`;
    return {
      tones: {
        sky: shade('chalk', 'blood', 'iron'),
        sun: shade('bone', 'red', 'ash'),
        floor: shade('coal', ['night', 'deep', 0.4], 'ground'),
        glass: shade(['night', 'coal', 0.6], ['night', 'deep', 0.65], 'deep'),
      },
      parts: {
        light0: {
          transform: `translate(${round(light.lean)} ${round(light.sunk * 150)}) ${slant}`,
          opacity: 0.13 * (1 - 0.65 * night),
        },
        light1: {
          transform: `translate(${round(light.lean * 1.2)} ${round(light.sunk * 170)}) ${slant}`,
          opacity: 0.13 * (1 - 0.65 * night),
        },
        pool: { transform: `translate(${round(light.lean)} 0)`, opacity: 0.12 * (1 - 0.6 * night) },
        dust: {
          transform: `translate(${round(dust.drift * 50)} ${round(dust.drift * 60)})`,
          opacity: dust.opacity,
        },
      },
      echoes: [
        { ...double, opacity: 0.5 * (1 - night), offset: 0 },
        {
          ...double,
          tone: 'red',
          opacity: 0.75 * night,
          offset: -Math.round(night * 4),
          holds: {
            d: 'M-20 -7L26 -8L28 -26L36 -26L38 -9L196 -7Q228 -2 246 7Q208 12 38 9L36 26L28 26L26 8L-20 7Z',
            anchor: 'handRight',
            lean: [-70, -230],
          },
        },
      ],
      camera: { x: camera.x, y: 0, zoom: 1 },
    };
  },
});
