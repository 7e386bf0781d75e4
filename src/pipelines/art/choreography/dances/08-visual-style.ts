import { WHITE } from '../../costume.ts';
import { smoothstep } from '../../linear.ts';
import type { WrittenDance } from '../dance.ts';
import { arms, at } from '../notation.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import { arabesqueFirst, fifthPlie } from '../poses/named.ts';
import { bend, underTilt } from '../poses/sides.ts';

const tilt = bend(27, 4, -14);
const line = { ...arabesqueFirst, legLeft: underTilt(tilt, leg.standing, 'left') };
const FROM = 18;
const TO = 78;
/** Where she faces on the way round: the line lingers in profile and passes front and back more quickly. */
const PROMENADE = [
  [26, 100],
  [33, 150],
  [40, 212],
  [48, 256],
  [56, 286],
  [63, 330],
  [70, 384],
] as const;
/** Seen from the front or from behind, arms that point ahead would be lost: there they open. */
const open = arms(arm.allongeThird, arm.allongeSecond);
const long = arms(arm.arabesqueFront, arm.openBehind);

/** A promenade in arabesque, all the way round, while the white dress turns red. */
export default {
  id: 'visual-style',
  begins: 'leftTheBarre',
  ends: 'handsLinked',
  best: 76,
  costume: (frame) => ({ ...WHITE, stain: smoothstep(16, 84, frame) }),
  light: [
    [24, [1, 0.35, 0.08]],
    [74, [0.95, 0.4, 0.1]],
    [95, [0.75, 0.6, 0.2]],
  ],
  notation: {
    frames: 96,
    breathing: [{ from: 16, to: 82, depth: 1.6 }],
    steps: [
      at(8, {
        facing: 62,
        pelvis: bend(14, 2, -8),
        spine: bend(-18, -2, 6),
        legLeft: underTilt(bend(14, 2, -8), leg.standing, 'left'),
        legRight: underTilt(bend(14, 2, -8), leg.arabesqueLow, 'right'),
        ...arms(arm.allongeFirst, arm.arabesqueBack),
        head: bend(-2, 0, -4),
      }),
      at(FROM, { ...line, facing: 62 }),
      ...PROMENADE.map(([frame, facing]) => at(frame, { facing })),
      at(25, { ...line, ...long }),
      at(34, { ...line, ...open, head: bend(-8, 0, 6) }),
      at(43, { ...line, ...open, head: bend(-8, 0, 6) }),
      at(52, { ...line, ...long, head: bend(-4, 0, 8) }),
      at(56, { ...line, ...long, head: bend(-4, 0, 8) }),
      at(64, { ...line, ...open, head: bend(-6, 0, -4) }),
      at(70, { ...line, ...open, head: bend(-6, 0, -8) }),
      at(TO, { ...line, facing: 422 }),
      at(84, { ...fifthPlie, facing: 396, ...arms(arm.demiSecond), head: bend(6, 0, -10) }),
      at(88, {
        facing: 390,
        pelvis: bend(0),
        spine: bend(-3),
        head: bend(-2, 3, -18),
        legLeft: leg.fifthBack,
        legRight: leg.fifthFront,
        ...arms(arm.linked),
        flow: 'rest',
      }),
    ],
  },
} satisfies WrittenDance;
