import { mix } from '../core/maths/scalar.ts';
import { ellipse, gouge, rect } from '../core/paths/path.ts';
import type { Shape } from '../schemas/picture.ts';
import { scene } from '../timelines/scene.ts';
import { motes, scatter } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

const RINGS = [
  ['deep', 720],
  ['wine', 560],
  ['blood', 420],
] as const;

/** The tool's marks around the light: rays cut into the wall's edge. */
const rays = scatter(3, 74, (noise, i) => {
  const turn = (i / 74) * 6.283 + noise() * 0.05;
  const from = 425 + noise() * 30;
  const reach = 50 + noise() * 95;
  return gouge(
    Math.cos(turn) * from,
    Math.sin(turn) * from,
    Math.cos(turn) * reach,
    Math.sin(turn) * reach,
    3 + noise() * 4,
  );
});

const hoods = scatter(1, 22, (_, i) => {
  const x = -1750 + i * 165;
  return `M${x - 46} 130a46 52 0 0 1 92 0Z`;
});
const glints = scatter(1, 22, (_, i) => {
  const x = -1750 + i * 165;
  return `M${x - 46} 130a46 52 0 0 1 92 0h-5a41 47 0 0 0 -82 0Z`;
});

/** Long enough to leave her outline however low the arm is. */
const BLADE =
  'M-26 -8L34 -9L36 -38L46 -38L48 -12L262 -9Q306 -4 334 9Q282 15 48 12L46 38L36 38L34 9L-26 8Z';

/** Footlights throw her on the wall: larger, late, and armed. */
export default scene({
  set: {
    far: [
      backdrop('ground'),
      ...RINGS.map(([tone, radius], i) => ({
        id: `ring${i}`,
        d: ellipse(0, 0, radius),
        tone,
        follows: true as const,
      })),
      { id: 'rays', d: rays, tone: 'blood', follows: true },
      { d: rect(-1800, -118, 3600, 4), tone: 'ground', opacity: 0.6 },
    ],
    middle: [
      floor('ground', -62),
      { d: boards(110, -62), tone: 'pitch' },
      { id: 'pool', d: ellipse(0, 14, 420, 46), tone: 'deep', follows: true },
      { d: ellipse(0, 14, 270, 26), tone: 'wine', follows: true },
      ...[0, 1, 2].map(
        (i): Shape => ({
          id: `dust${i}`,
          d: motes(i + 40, 10, [-460, -860, 900, 780]),
          tone: 'red',
          opacity: 0.5,
          spare: 1,
        }),
      ),
    ],
    near: [
      { d: hoods, tone: 'ground' },
      { d: glints, tone: 'wine' },
    ],
  },
  best: 0.63,
  quiet: 'right',
  suits: { dance: 'symbolism', cue: 'sugar-plum', transition: 'bladeCut' },
  themes:
    'shadow dark double dualit symbol metaphor mask mirror chaos light night secret duel ombre double dualité symbole masque nuit schatten dunkel doppel symbol maske nacht sombra oscur doble símbolo máscara noche',
  told: {
    en: 'The dancer turns pirouettes in a hard light, and each turn stops for an instant on a different line. Her shadow on the back wall is larger than she is and holds a blade; her own hands are empty.',
    fr: 'Dans une lumière dure la danseuse tourne en pirouettes qui s’arrêtent chacune sur une autre ligne. Son ombre au mur est plus grande qu’elle et tient une lame ; ses mains sont vides.',
    de: 'In hartem Licht dreht die Tänzerin Pirouetten, und jede hält einen Augenblick auf einer anderen Linie inne. Ihr Schatten an der Wand ist größer als sie und hält eine Klinge; ihre Hände sind leer.',
    es: 'Bajo una luz dura la bailarina gira en piruetas que se detienen cada una en otra línea. Su sombra en la pared es mayor que ella y sostiene una hoja; sus manos están vacías.',
  },
  poster: {
    wide: { x: 0.66, y: 0.94, share: 0.7, title: 'left', align: 'end', column: 0.44 },
    square: { x: 0.4, y: 0.66, share: 0.5, title: 'bottom' },
    tall: { x: 0.44, y: 0.92, share: 0.42, title: 'top' },
    accent: 'bone',
    number: 'red',
  },
  actors: {
    /** How far her shadow has grown. */
    shadow: { grown: 0, scale: 1.04, late: -16 },
    /** Degrees by which the rays have turned. */
    rays: { turn: 0 },
    dust: { drift: 0 },
    camera: { x: -30, zoom: 0.96 },
  },
  arrange(timeline, actors) {
    const { shadow, rays, dust, camera } = actors;
    timeline
      .to(shadow, { grown: 1, scale: 1.12, ease: 'smooth' }, 0)
      // It follows her later and later.
      .to(shadow, { late: -26 }, 0)
      .to(rays, { turn: 30 }, 0)
      .to(dust, { drift: 1 }, 0)
      .to(camera, { x: 10, zoom: 0.98, ease: 'smooth' }, 0);
  },
  draw(actors, screen) {
    const { shadow, rays: light, dust, camera } = actors;
    // Away from the words, which stand at the right on wide screens.
    const x = screen.tall ? mix(0, -50, shadow.grown) : mix(-60, -130, shadow.grown);
    const wall = `translate(${x.toFixed(1)} ${mix(-400, -500, shadow.grown).toFixed(1)})`;
    return {
      camera: { x: camera.x, y: 0, zoom: camera.zoom },
      parts: {
        ring0: { transform: wall },
        ring1: { transform: wall },
        ring2: { transform: wall },
        rays: { transform: `${wall} rotate(${light.turn.toFixed(1)})` },
        dust0: { transform: `translate(0 ${(-90 * dust.drift).toFixed(1)})` },
        dust1: {
          transform: `translate(${(50 * dust.drift).toFixed(1)} ${(-40 * dust.drift).toFixed(1)})`,
        },
        dust2: { transform: `translate(${(-40 * dust.drift).toFixed(1)} 0)` },
      },
      echoes: [
        {
          x: screen.tall ? mix(-90, -130, shadow.grown) : mix(-90, -225, shadow.grown),
          y: -66,
          scale: shadow.scale,
          offset: Math.round(shadow.late),
          tone: 'pitch',
          layer: 'far',
          holds: { d: BLADE, anchor: 'handRight', lean: screen.tall ? [-180, -200] : [-240, -70] },
        },
      ],
    };
  },
});
