import { mix } from '../core/maths/scalar.ts';
import { ellipse, polygon, rect, round } from '../core/paths/path.ts';
import type { PartState, Shape } from '../schemas/picture.ts';
import { scene } from '../timelines/scene.ts';
import { motes } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

/** Where each stands, back row first, in the order they fall. */
const MEN = [-640, 620, -430, 400, 840, -240, 1060, 205];

/** A man in a suit, feet at the origin, too tall for the picture: his hat shows only as he falls. */
const MAN = `M-128 -806Q-122 -850 -52 -872L-30 -900L-34 -948Q-38 -990 -34 -1000L-82 -1006Q-86 -1018 -40 -1024Q-36 -1082 0 -1076Q36 -1082 40 -1024Q86 -1018 82 -1006L34 -1000Q38 -990 34 -948L30 -900L52 -872Q122 -850 128 -806L150 -420Q146 -396 128 -392L112 -400L108 -560L98 -690L104 -380L92 0Q110 4 118 16L20 16L6 -350L-6 -350L-20 16L-118 16Q-110 4 -92 0L-104 -380L-98 -690L-108 -560L-112 -400L-128 -392Q-146 -396 -150 -420Z`;
/** One side of him, where the light behind grazes. */
const RIM =
  'M128 -806L150 -420Q146 -396 128 -392L134 -420L122 -560L116 -770ZM104 -380L92 0L86 0L96 -380ZM40 -1024Q86 -1018 82 -1006L60 -1010ZM34 -1000Q38 -990 34 -948L30 -900L26 -950Z';
const SHIRT = polygon(-34, -880, 34, -880, 0, -640);
const TIE = polygon(-9, -868, 9, -868, 6, -846, 15, -690, 0, -662, -15, -690, -6, -846);
const LAPELS = `${polygon(-38, -880, -66, -846, -44, -800, -58, -792, 0, -630)}${polygon(38, -880, 66, -846, 44, -800, 58, -792, 0, -630)}`;

/** Eight suits in a row; her leg whips and they fall one by one, and behind them is the light. */
export default scene({
  set: {
    far: [
      backdrop('ground'),
      { id: 'glow0', d: rect(-1800, -1500, 3600, 1500), tone: 'pitch' },
      { id: 'glow1', d: ellipse(60, -92, 900, 640), tone: 'deep' },
      { id: 'glow2', d: ellipse(40, -92, 620, 470), tone: 'wine' },
      { id: 'glow3', d: ellipse(20, -92, 400, 330), tone: 'blood' },
    ],
    middle: [
      ...MEN.flatMap((_, i) => [
        { id: `man${i}`, d: MAN, tone: 'ground' },
        { id: `rim${i}`, d: RIM, tone: 'wine' },
        { id: `lapel${i}`, d: LAPELS, tone: 'coal' },
        { id: `shirt${i}`, d: SHIRT, tone: 'shirt' },
        { id: `tie${i}`, d: TIE, tone: 'tie' },
      ]),
      floor('ground'),
      { d: boards(120), tone: 'coal' },
      { id: 'pool0', d: ellipse(0, 14, 360, 42), tone: 'deep', follows: true },
      { id: 'pool1', d: ellipse(0, 14, 230, 25), tone: 'wine', follows: true },
    ],
    near: [0, 1, 2].map(
      (i): Shape => ({
        id: `dust${i}`,
        d: motes(i + 90, 9, [-500, -700, 1000, 800]),
        tone: 'wine',
        spare: 1,
      }),
    ),
  },
  tones: { shirt: 'iron', tie: 'blood' },
  best: 0.46,
  quiet: 'right',
  suits: { dance: 'female-assassin', cue: 'bald-mountain', transition: 'stormStrips' },
  themes:
    'man men male fight gender woman women power army brut violen battle genre war enem strength homme femme pouvoir combat guerre mann männer frau macht kampf krieg hombre mujer poder lucha guerra',
  told: {
    en: 'Before a row of tall silhouettes in suits the dancer whips through fouettés on one leg. With every turn one of them falls, until she alone is upright.',
    fr: 'Devant une rangée de hautes silhouettes en costume la danseuse enchaîne les fouettés. À chaque tour l’une d’elles tombe, jusqu’à ce qu’elle soit seule debout.',
    de: 'Vor einer Reihe hoher Gestalten in Anzügen peitscht die Tänzerin durch Fouettés. Mit jeder Drehung fällt eine von ihnen, bis nur sie noch steht.',
    es: 'Ante una fila de altas siluetas con traje la bailarina encadena fouettés. Con cada giro cae una de ellas, hasta que sólo ella queda en pie.',
  },
  poster: {
    wide: { x: 0.63, y: 0.93, share: 0.58, title: 'left', align: 'end', column: 0.44 },
    square: { x: 0.44, y: 0.66, share: 0.44, title: 'bottom' },
    tall: { x: 0.4, y: 0.94, share: 0.4, title: 'top' },
    accent: 'bone',
    number: 'bone',
    shade: 'pitch',
  },
  actors: {
    /** From where she came, and with her. */
    camera: { come: 0, x: 20 },
    /** In the order they fall: 0 upright, 1 down. */
    men: MEN.map(() => ({ fallen: 0 })),
    /** The light behind them. */
    light: { open: 0 },
    dust: { drift: 0 },
  },
  arrange(timeline, actors) {
    const { camera, men, light, dust } = actors;
    timeline
      .to(camera, { come: 1, duration: 0.15, ease: 'smooth' }, 0)
      .to(camera, { x: -30 }, 0)
      .to(dust, { drift: 1 }, 0)
      .to(light, { open: 1, duration: 0.83, ease: 'smooth' }, 0.12)
      .addLabel('they fall', 0.175)
      .to(men, { fallen: 1, duration: 0.09, ease: 'power1.in', stagger: 0.105 }, 0.175);
  },
  draw(actors, screen) {
    const { camera, men, light, dust } = actors;
    const parts: Record<string, PartState> = {};
    const width = screen.tall ? 0.62 : 1;
    for (const [i, { fallen }] of men.entries()) {
      const x = MEN[i]! * width;
      const turn = Math.sign(x) * fallen * 88;
      const transform = `translate(${round(x)} ${round(-70 + fallen * fallen * 260)}) rotate(${round(turn)})`;
      const opacity = fallen < 1 ? 1 : 0;
      for (const id of ['man', 'rim', 'lapel', 'shirt', 'tie'])
        parts[`${id}${i}`] = { transform, opacity };
    }
    for (const i of [1, 2, 3])
      parts[`glow${i}`] = {
        transform: `translate(0 -92) scale(1 ${mix(0.25 + i * 0.05, 1.2, light.open).toFixed(3)}) translate(0 92)`,
      };
    for (const i of [0, 1, 2])
      parts[`dust${i}`] = {
        transform: `translate(${round(-300 * dust.drift * (i + 1))} ${round(-50 * dust.drift * i)})`,
      };
    return { parts, camera: { x: mix(165, camera.x, camera.come), y: 0, zoom: 1 } };
  },
});
