import { BLACK_AND_RED } from '../../costume.ts';
import type { WrittenDance } from '../dance.ts';
import { arms, at } from '../notation.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import { foldedSwan, kneeling, releve, whole } from '../poses/named.ts';
import { bend, underTilt } from '../poses/sides.ts';

/** The dying swan before the curtain: the pose from which the whole ballet begins. */
export const overture = { ...whole(foldedSwan, 64), place: [-125, -80] as const };

const kneelTilt = bend(16);
const lunge = bend(14);

/** Folded like a dying swan; the back wakes, the wings lift once, and she rises en pointe to fifth. */
export default {
  id: 'introduction',
  begins: 'folded',
  ends: 'crowned',
  best: 84,
  costume: () => BLACK_AND_RED,
  light: [
    [40, [0.62, 0.8, 0.12]],
    [87, [0.8, 0.62, 0.08]],
  ],
  notation: {
    frames: 88,
    breathing: [{ from: 0, to: 20, depth: 3 }],
    steps: [
      // Stillness, then the spine wakes from below; the head is last.
      at(10, {
        pelvis: foldedSwan.pelvis!,
        spine: foldedSwan.spine!,
        head: foldedSwan.head!,
        legLeft: foldedSwan.legLeft!,
        legRight: foldedSwan.legRight!,
        ...arms(foldedSwan.armLeft!, foldedSwan.armRight!),
        facing: 64,
        flow: 'rest',
      }),
      at(22, {
        pelvis: bend(26),
        spine: bend(34, 4, 0),
        head: bend(22, -6),
        ...arms(
          { upper: [0.5, 0.2, 0.9], fore: [0.2, 0, 1], hand: [0.05, -0.5, 1], palm: [0, -1, -0.4] },
          { upper: [0.6, 0.1, 0.8], fore: [0.3, 0, 1], hand: [0.1, -0.5, 1], palm: [0, -1, -0.4] },
        ),
      }),
      // One beat of the wings, seated.
      at(30, {
        pelvis: bend(14),
        spine: bend(-8, -6, 10),
        head: bend(-8, 8, -20),
        ...arms(arm.wingUp),
        legLeft: underTilt(
          bend(14),
          { azimuth: -6, elevation: 78, turnout: 40, knee: 6, ankle: 70, toes: 10 },
          'left',
        ),
        legRight: underTilt(
          bend(14),
          { azimuth: 24, elevation: 66, turnout: 22, knee: 148, ankle: 64, toes: 8 },
          'right',
        ),
      }),
      at(38, {
        spine: bend(2, -2, 4),
        head: bend(6, 2, -8),
        ...arms(arm.wingDown),
        pelvis: kneelTilt,
        legLeft: underTilt(
          kneelTilt,
          { azimuth: 4, elevation: 88, turnout: 30, knee: 58, ankle: 20, toes: 0 },
          'left',
        ),
        legRight: underTilt(
          kneelTilt,
          { azimuth: 10, elevation: 30, turnout: 20, knee: 122, ankle: 66, toes: 8 },
          'right',
        ),
      }),
      // The front foot comes in; she kneels up over it.
      at(46, { ...kneeling, ...arms(arm.demiSecond), facing: 60, head: bend(-4, 0, -16) }),
      // The weight goes over to the front foot; the back leg follows.
      at(50, { support: 'left' }),
      at(57, {
        facing: 52,
        pelvis: lunge,
        spine: bend(-6),
        head: bend(0, 0, -14),
        legLeft: underTilt(
          lunge,
          { ...leg.fondu, azimuth: 16, elevation: 44, knee: 76, ankle: -30 },
          'left',
        ),
        legRight: underTilt(
          lunge,
          { azimuth: 178, elevation: 30, turnout: 48, knee: 26, ankle: 60, toes: 0 },
          'right',
        ),
        ...arms(arm.brasBas),
      }),
      at(65, {
        facing: 44,
        pelvis: bend(0),
        spine: bend(-2),
        head: bend(8, 0, -8),
        legLeft: leg.fifthBackPlie,
        legRight: leg.fifthFrontPlie,
        ...arms(arm.first),
      }),
      at(71, { ...releve, facing: 40, ...arms(arm.first), head: bend(0, 0, -14), spine: bend(-4) }),
      at(76, {
        ...arms(arm.third),
        facing: 40,
        spine: bend(-7, 0, -6),
        head: bend(-9, 5, -20),
        pelvis: bend(0),
        legLeft: leg.fifthBackPointe,
        legRight: leg.fifthFrontPointe,
        flow: 'rest',
      }),
    ],
  },
} satisfies WrittenDance;
