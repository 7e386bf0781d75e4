import { BLACK_AND_RED } from '../../costume.ts';
import type { WrittenDance } from '../dance.ts';
import { arms, at } from '../notation.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import { attitude, fifthPlie, reverence } from '../poses/named.ts';
import { bend } from '../poses/sides.ts';
import { bentUnder } from '../poses/stand.ts';

/** From this frame on she is gone, and her shoes finish alone. */
const GONE = 84;

/** Attitude, then the deep révérence; the red shoes remain. */
export default {
  id: 'a-new-kind-of-killer',
  begins: 'afterTheSwans',
  ends: 'gone',
  best: 24,
  costume: (frame) => ({ ...BLACK_AND_RED, figure: frame < GONE }),
  light: [
    [30, [0.5, 0.85, 0.12]],
    [95, [0.4, 0.9, 0.15]],
  ],
  notation: {
    frames: 96,
    breathing: [{ from: 56, to: 70, depth: 2.4 }],
    steps: [
      at(6, { ...fifthPlie, facing: 36, ...arms(arm.first), head: bend(6, 0, -8) }),
      at(14, { ...attitude, facing: 60, flow: 'rest' }),
      at(26, {
        ...attitude,
        facing: 44,
        spine: bend(-36, -4, 10),
        head: bend(-9, -4, 16),
        flow: 'rest',
      }),
      at(34, {
        facing: 42,
        pelvis: bend(8),
        spine: bend(-6),
        head: bend(-2, 0, -10),
        legLeft: { ...leg.fondu, azimuth: 16, elevation: 38 },
        legRight: { azimuth: 172, elevation: 34, turnout: 48, knee: 12, ankle: 66, toes: 4 },
        ...arms(arm.second),
      }),
      // Down over the front leg; the back goes on after the knee has stopped, the head is last.
      at(43, {
        ...reverence,
        spine: bend(2, 0, -6),
        head: bend(-6, 0, -8),
        legLeft: bentUnder(bend(24), 'left', { out: 4, forward: 72 }, 150, 40),
        ...arms(arm.allongeSecond),
        facing: 46,
      }),
      at(50, { ...reverence, head: bend(6), facing: 46 }),
      at(56, { ...reverence, facing: 46, flow: 'rest' }),
      at(66, { ...reverence, facing: 46, flow: 'rest' }),
      at(73, { ...fifthPlie, facing: 26, head: bend(8, 0, -6), ...arms(arm.brasBas) }),
      at(78, {
        facing: 24,
        pelvis: bend(0),
        spine: bend(-5),
        head: bend(-4, 3, -14),
        legLeft: leg.fifthBackPointe,
        legRight: leg.fifthFrontPointe,
        ...arms(arm.brasBas),
        flow: 'rest',
      }),
      at(86, {
        legLeft: leg.fifthBackPointe,
        legRight: leg.fifthFrontPointe,
        facing: 24,
        flow: 'rest',
      }),
      at(94, { legLeft: leg.fifthBack, legRight: leg.fifthFront, flow: 'rest' }),
    ],
  },
} satisfies WrittenDance;
