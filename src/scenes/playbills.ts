import { ease, mix } from '../core/paths/ease.ts';
import { ellipse, polygon, rect, round } from '../core/paths/path.ts';
import type { PartState, Scene } from '../schemas/picture.ts';
import { figure } from './shapes/figure.ts';
import { motes } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

/** Four killers of cinema, each by a pose alone; feet about (0, 0), 230 tall. */
const POSES = [
  // A long coat and a sword held level above the head.
  `${figure([0, -196, 15, 0, -197, 15], [0, -170, 22, -2, -108, 24], [-10, -104, 17, -46, -54, 14, -60, 0, 9], [10, -104, 17, 36, -56, 14, 52, 0, 9], [-18, -168, 11, -52, -190, 9, -30, -224, 7], [18, -168, 11, 40, -196, 9, 2, -226, 7])}${polygon(-40, -222, 96, -250, 100, -246, -38, -215)}`,
  // Seated sideways, one knee up, a pistol hanging from the hand.
  `${figure([-18, -150, 15, -18, -151, 15], [-24, -124, 19, -34, -64, 21], [-34, -60, 17, 18, -104, 14, 26, -4, 9], [-34, -60, 17, 50, -58, 12, 60, 0, 9], [-14, -122, 10, 26, -112, 8, 48, -84, 6])}${rect(-74, -46, 74, 8)}${rect(-70, -40, 7, 40)}${polygon(44, -88, 54, -84, 52, -44, 44, -44, 44, -70)}`,
  // Coat to the knee, hat, both arms stretched, two guns.
  `${figure([0, -198, 14, 0, -199, 14], [0, -170, 24, 0, -96, 28], [-10, -100, 17, -20, -50, 14, -26, 0, 10], [10, -100, 17, 24, -50, 14, 30, 0, 10], [-20, -168, 11, -62, -164, 8, -98, -168, 6], [20, -168, 11, 62, -164, 8, 98, -168, 6])}${polygon(-28, -120, 28, -120, 46, -36, -44, -40)}${ellipse(0, -208, 32, 5)}${rect(-17, -230, 34, 22)}${rect(-122, -176, 28, 7)}${rect(94, -176, 28, 7)}`,
  // Kneeling behind a long rifle.
  `${figure([-22, -130, 14, -22, -131, 14], [-30, -106, 20, -44, -52, 20], [-44, -50, 16, 14, -62, 13, 12, 0, 9], [-44, -48, 16, -50, -8, 13, -100, -4, 9], [-24, -106, 10, 14, -92, 8, 40, -116, 6])}${polygon(-30, -124, 112, -134, 112, -129, 20, -118, -14, -104, -24, -108)}`,
];

/** Centre of each bill, and when its lamp goes on. */
const BILLS = [
  [-305, -612, 0.06],
  [305, -612, 0.2],
  [-305, -262, 0.34],
  [305, -262, 0.48],
] as const;
const W = 176;
const H = 300;

const CORPS = [-470, -360, -250, -140, 140, 250, 360, 470];

/** A wall of playbills lit one after another; the frame in the middle waits for her. */
export default {
  set: {
    far: [
      backdrop('ground'),
      { d: rect(-1800, -1500, 3600, 1408), tone: 'night' },
      ...BILLS.flatMap(([x, y], i) => [
        { d: rect(x - W / 2 - 7, y - H / 2 - 7, W + 14, H + 14), tone: 'soot' },
        { id: `bill${i}`, d: rect(x - W / 2, y - H / 2, W, H), tone: 'blood' },
        { id: `sun${i}`, d: ellipse(x, y - 34, 66), tone: 'red' },
        { id: `pose${i}`, d: POSES[i]!, tone: 'ground' },
        { d: rect(x - 50, y + 120, 100, 5) + rect(x - 30, y + 131, 60, 3), tone: 'ground' },
      ]),
      { d: rect(-182, -890, 364, 770), tone: 'soot' },
      { id: 'frame', d: rect(-172, -880, 344, 750), tone: 'deep' },
      { id: 'moon', d: ellipse(0, -560, 150), tone: 'blood' },
    ],
    middle: [
      floor('ground'),
      { d: boards(96), tone: 'coal' },
      { id: 'pool', d: ellipse(0, 14, 300, 34), tone: 'wine' },
      ...[0, 1].map((i) => ({
        id: `dust${i}`,
        d: motes(i + 110, 10, [-420, -860, 840, 760]),
        tone: 'red',
        opacity: 0.4,
      })),
    ],
    near: [{ d: scatterRope(), tone: 'ground' }],
  },
  best: 0.66,
  at(progress, screen) {
    const parts: Record<string, PartState> = {};
    BILLS.forEach(([x, y, on], i) => {
      const lit = ease(progress, on, on + 0.1) * (1 - 0.7 * ease(progress, 0.66, 0.86));
      parts[`bill${i}`] = { opacity: mix(0.22, 0.9, lit) };
      parts[`sun${i}`] = {
        opacity: lit,
        transform: `translate(${x} ${round(y - 34)}) scale(${mix(0.6, 1, lit).toFixed(3)}) translate(${-x} ${34 - y})`,
      };
      parts[`pose${i}`] = { transform: `translate(${x} ${y + 108}) scale(.82)` };
    });
    const hers = ease(progress, 0.62, 0.9);
    parts['frame'] = { opacity: mix(0.3, 1, hers) };
    parts['moon'] = { opacity: hers, transform: `translate(0 ${round(mix(160, 0, hers))})` };
    parts['pool'] = { opacity: mix(0.35, 1, hers) };
    parts['dust0'] = { transform: `translate(0 ${round(-80 * progress)})` };
    parts['dust1'] = { transform: `translate(${round(60 * progress)} ${round(-30 * progress)})` };
    return {
      parts,
      camera: { x: mix(-30, 30, progress), y: 0, zoom: 1 },
      echoes: CORPS.map((x, i) => ({
        x: x * (screen.tall ? 0.8 : 1),
        y: -46,
        scale: 0.5,
        offset: -2 * (i + 1),
        tone: i % 2 ? 'wine' : 'deep',
        layer: 'middle' as const,
      })),
    };
  },
} satisfies Scene;

/** A velvet rope before the wall. */
function scatterRope(): string {
  let d = '';
  for (let x = -1650; x < 1700; x += 330)
    d += `${rect(x - 4, 40, 8, 200)}${ellipse(x, 36, 11)}M${x} 58q165 60 330 0v9q-165 60 -330 0Z`;
  return d;
}
