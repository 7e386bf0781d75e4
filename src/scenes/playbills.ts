import { mix } from '../core/maths/scalar.ts';
import { ellipse, polygon, rect, round } from '../core/paths/path.ts';
import type { PartState, Shape } from '../schemas/picture.ts';
import { scene } from '../timelines/scene.ts';
import { figure } from './shapes/figure.ts';
import { motes } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

/** Four killers of cinema, each by a pose alone; feet on y = 0, about 230 tall. */
const POSES = [
  // A blade held level above the head, knees bent.
  `${figure([0, -192, 13, 1, -196, 14], [0, -180, 8, 0, -168, 10], [0, -164, 20, -2, -132, 16, -2, -104, 19], [-9, -102, 16, -44, -56, 11, -58, -4, 6], [9, -102, 16, 36, -58, 11, 54, -4, 6], [-16, -163, 9, -50, -186, 7, -32, -222, 5], [16, -163, 9, 40, -190, 7, 6, -222, 5])}${polygon(-48, -215, 96, -248, 104, -247, -46, -210)}${polygon(-64, 0, -44, 0, -44, -8)}${polygon(48, 0, 70, 0, 50, -8)}`,
  // Seated, one knee drawn up; a pistol hangs from a straight arm.
  `${figure([-16, -158, 13, -15, -162, 14], [-20, -146, 7, -23, -136, 9], [-25, -130, 17, -36, -96, 14, -38, -64, 18], [-38, -62, 16, 16, -106, 11, 24, -8, 6], [-36, -60, 16, 46, -60, 11, 52, -6, 6], [-16, -130, 9, 22, -112, 7, 56, -92, 5])}${rect(-76, -46, 78, 7)}${rect(-70, -40, 6, 40)}${rect(-12, -40, 6, 40)}${polygon(52, -98, 62, -96, 60, -56, 53, -56, 54, -80, 44, -82, 44, -90)}`,
  // Hat and long coat, both arms straight out, two guns.
  `${figure([0, -196, 12, 0, -200, 13], [0, -182, 7, 0, -170, 9], [0, -164, 21, 0, -132, 18, 0, -100, 21], [-10, -100, 15, -20, -50, 11, -26, -4, 6], [10, -100, 15, 24, -50, 11, 30, -4, 6], [-18, -163, 9, -60, -160, 7, -98, -162, 5], [18, -163, 9, 60, -160, 7, 98, -162, 5])}${polygon(-22, -128, 22, -128, 48, -30, 16, -38, 0, -96, -14, -38, -46, -34)}${ellipse(0, -206, 30, 4.5)}${polygon(-16, -206, -13, -228, 0, -224, 13, -228, 16, -206)}${polygon(-96, -168, -130, -170, -130, -163, -104, -160, -102, -150, -95, -150)}${polygon(96, -168, 130, -170, 130, -163, 104, -160, 102, -150, 95, -150)}`,
  // Kneeling behind a long rifle, hair tied high.
  `${figure([-22, -136, 12, -21, -140, 13], [-36, -152, 6, -50, -132, 3], [-26, -124, 7, -28, -114, 9], [-30, -108, 17, -42, -76, 14, -46, -52, 17], [-44, -50, 15, 16, -66, 11, 14, -6, 6], [-44, -48, 15, -48, -10, 11, -104, -5, 6], [-22, -108, 8, 8, -92, 6, 36, -118, 5])}${polygon(-40, -122, 30, -132, 122, -136, 122, -132, 40, -124, 18, -116, -12, -110, -34, -106)}${polygon(2, -138, 26, -141, 26, -134, 2, -131)}`,
];

/** When each bill's lamp goes on, from left to right. */
const ON = [0.06, 0.2, 0.34, 0.48];
const W = 150;
const H = 262;

/** Where the eight stand, left to right: on wide screens the words need the right side. */
const CORPS = {
  wide: [-572, -478, -384, -290, -196, 178, 266, 340],
  tall: [-420, -333, -246, -159, 159, 246, 333, 420],
};
/** What the light finds of them; beyond her own place, where words may stand, it is low. */
const LIT = { 'skin-lit': 'blood', 'tutu-lit': 'red', 'shoe-lit': 'red' };
const LOW = { 'skin-lit': 'wine', 'tutu-lit': 'blood', 'shoe-lit': 'blood' };

const ropes = Array.from({ length: 11 }, (_, i) => {
  const x = -1650 + i * 330;
  return `${rect(x - 4, 46, 8, 200)}${ellipse(x, 42, 10)}M${x} 62q165 54 330 0v8q-165 54 -330 0Z`;
}).join('');

/** A wall of playbills lit one after another; the frame in the middle waits for her. */
export default scene({
  set: {
    far: [
      backdrop('ground'),
      { d: rect(-1800, -1500, 3600, 1408), tone: 'night' },
      { d: rect(-1800, -372, 3600, 3), tone: 'soot' },
      ...POSES.flatMap((pose, i) => [
        { id: `edge${i}`, d: rect(-W / 2 - 6, -H - 6, W + 12, H + 12), tone: 'soot' },
        { id: `bill${i}`, d: rect(-W / 2, -H, W, H), tone: 'blood' },
        { id: `sun${i}`, d: ellipse(0, -H + 112, 58), tone: 'red' },
        { id: `pose${i}`, d: pose, tone: 'ground' },
        { id: `type${i}`, d: rect(-44, -30, 88, 5) + rect(-28, -19, 56, 3), tone: 'ground' },
        {
          id: `lamp${i}`,
          d:
            polygon(-16, -H - 22, 16, -H - 22, 22, -H - 12, -22, -H - 12) +
            rect(-1.5, -H - 40, 3, 20),
          tone: 'soot',
        },
      ]),
      { d: rect(-150, -952, 300, 832), tone: 'soot' },
      { id: 'frame', d: rect(-140, -942, 280, 812), tone: 'deep' },
      { id: 'moon', d: ellipse(0, -590, 128), tone: 'blood' },
    ],
    middle: [
      floor('ground'),
      { d: boards(96), tone: 'coal' },
      { id: 'pool', d: ellipse(0, 14, 330, 36), tone: 'deep', follows: true },
      { id: 'pool1', d: ellipse(0, 14, 210, 22), tone: 'wine', follows: true },
      ...[0, 1].map(
        (i): Shape => ({
          id: `dust${i}`,
          d: motes(i + 110, 12, [-420, -860, 840, 760]),
          tone: 'red',
          opacity: 0.5,
          spare: 1,
        }),
      ),
    ],
    near: [{ id: 'rope', d: ropes, tone: 'ground' }],
  },
  best: 0.62,
  quiet: 'right',
  suits: { dance: 'legacy', cue: 'little-swans', transition: 'corpsCrossing' },
  themes:
    'legacy pop cultur histor fan iconic icon tradition poster influence audience reception sequel future critic héritage culture histoire public erbe kultur geschichte publikum legado cultura historia público',
  told: {
    en: 'Eight dancers, all of them her, cross the stage with linked hands in the quick steps of the Little Swans. On the wall behind hang playbills with four nameless silhouettes.',
    fr: 'Huit danseuses, toutes elle, traversent la scène main dans la main au pas des Petits Cygnes. Au mur derrière elles, des affiches à quatre silhouettes sans nom.',
    de: 'Acht Tänzerinnen, alle sie selbst, queren Hand in Hand die Bühne in den schnellen Schritten der kleinen Schwäne. An der Wand hängen Plakate mit vier namenlosen Gestalten.',
    es: 'Ocho bailarinas, todas ella, cruzan el escenario de la mano con los pasos rápidos de los pequeños cisnes. En la pared cuelgan carteles con cuatro siluetas sin nombre.',
  },
  poster: {
    wide: { x: 0.68, y: 0.98, share: 0.72, title: 'left', align: 'center', column: 0.4 },
    square: { x: 0.5, y: 0.74, share: 0.56, title: 'bottom' },
    tall: { x: 0.5, y: 0.92, share: 0.5, title: 'top' },
    accent: 'red',
    number: 'red',
  },
  actors: {
    /** The lamp of each bill, from left to right. */
    lamps: ON.map(() => ({ lit: 0 })),
    /** The frame that waits for her. */
    hers: { lit: 0 },
    rope: { opacity: 1 },
    dust: { drift: 0 },
    camera: { x: -30 },
  },
  arrange(timeline, actors) {
    const { lamps, hers, rope, dust, camera } = actors;
    timeline
      .to(dust, { drift: 1 }, 0)
      .to(camera, { x: 30 }, 0)
      .addLabel('lamps', ON[0])
      .to(lamps, { lit: 1, duration: 0.08, ease: 'smooth', stagger: (i: number) => ON[i]! }, 0)
      .addLabel('hers', 0.62)
      .to(hers, { lit: 1, duration: 0.26, ease: 'smooth' }, 0.62)
      .to(lamps, { lit: 0.35, duration: 0.2, ease: 'smooth' }, 0.66)
      .to(rope, { opacity: 0, duration: 0.1, ease: 'smooth' }, 0.86);
  },
  draw(actors, screen) {
    const { lamps, hers, rope, dust, camera } = actors;
    const parts: Record<string, PartState> = {};
    const k = screen.tall ? 0.78 : 0.92;
    // On wide screens words stand at the right: three of the four hang on the other side.
    const spread = screen.tall ? [-340, -204, 204, 340] : [-512, -366, -220, 220];
    for (const [i, { lit }] of lamps.entries()) {
      const place = `translate(${spread[i]} -610) scale(${k})`;
      for (const id of ['edge', 'type']) parts[`${id}${i}`] = { transform: place };
      parts[`lamp${i}`] = { transform: place, tone: lit > 0.5 ? 'bone' : 'soot' };
      parts[`bill${i}`] = { transform: place, opacity: mix(0.2, 1, lit) };
      parts[`sun${i}`] = { transform: place, opacity: lit };
      parts[`pose${i}`] = { transform: `${place} translate(0 -48) scale(.72)` };
    }
    parts['frame'] = { opacity: mix(0.3, 1, hers.lit) };
    parts['moon'] = {
      opacity: hers.lit,
      transform: `translate(0 ${round(mix(200, 0, hers.lit))})`,
    };
    for (const id of ['pool', 'pool1']) parts[id] = { opacity: mix(0.35, 1, hers.lit) };
    parts['rope'] = { opacity: rope.opacity };
    parts['dust0'] = { transform: `translate(0 ${round(-80 * dust.drift)})` };
    parts['dust1'] = {
      transform: `translate(${round(60 * dust.drift)} ${round(-30 * dust.drift)})`,
    };
    return {
      parts,
      camera: { x: camera.x, y: 0, zoom: 1 },
      echoes: CORPS[screen.tall ? 'tall' : 'wide'].map((x, i) => ({
        x,
        // A file that stands at the wall, so far off that each of them has air about her.
        y: -84 + (i % 2) * 8,
        scale: screen.tall ? 0.36 : 0.42,
        // In canon, from the one beside her outwards.
        offset: -2 * (1 + i),
        tone: 'pitch',
        accents: x < 280 || screen.tall ? LIT : LOW,
        layer: 'middle' as const,
      })),
    };
  },
});
