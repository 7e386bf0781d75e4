import { BLACK_AND_RED } from '../../costume.ts';
import { smoothstep } from '../../linear.ts';
import type { WrittenDance } from '../dance.ts';
import { arms, at } from '../notation.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import { developpeSeconde, foldedSwan, kneeling } from '../poses/named.ts';
import { bend, underTilt } from '../poses/sides.ts';

const sit = bend(14);

/** A slow développé à la seconde; then she folds, and for a long time only breathes. */
export default {
  id: 'emotional-depth',
  begins: 'armsFlung',
  ends: 'mourning',
  best: 32,
  // The blood of the fights, which nobody sees on black until she stands still.
  costume: (frame) => ({ ...BLACK_AND_RED, stain: smoothstep(0, 24, frame) }),
  light: [
    [30, [0.65, 0.7, 0.15]],
    [60, [-0.2, 0.9, 0.08]],
    [95, [-0.4, 0.85, 0.05]],
  ],
  notation: {
    frames: 96,
    breathing: [{ from: 64, to: 95, depth: 4 }],
    steps: [
      at(6, {
        facing: 22,
        pelvis: bend(0),
        spine: bend(-3),
        head: bend(6, 0, 10),
        legLeft: leg.standing,
        legRight: leg.couDePied,
        ...arms(arm.brasBas),
      }),
      at(13, {
        legRight: { ...leg.retire, elevation: 82 },
        legLeft: leg.standing,
        ...arms(arm.first),
        head: bend(2, 0, 18),
        spine: bend(-4),
        facing: 18,
        pelvis: bend(0, 2),
      }),
      at(22, {
        pelvis: bend(-3, 4),
        legLeft: underTilt(bend(-3, 4), leg.standing, 'left'),
        legRight: leg.unfoldingSeconde,
        ...arms(arm.third, arm.second),
        facing: 16,
      }),
      at(32, { ...developpeSeconde, facing: 14, flow: 'rest' }),
      at(37, {
        ...developpeSeconde,
        facing: 14,
        ...arms(arm.allongeThird, arm.allongeSecond),
        head: bend(-8, 6, -24),
      }),
      // It gives way: the leg sinks behind, the knees follow.
      at(44, {
        facing: 34,
        pelvis: bend(10),
        spine: bend(0, 0, 4),
        head: bend(10, -4, -6),
        legLeft: underTilt(
          bend(10),
          { ...leg.fondu, azimuth: 14, elevation: 32, knee: 56, ankle: -28 },
          'left',
        ),
        legRight: underTilt(
          bend(10),
          { azimuth: 172, elevation: 36, turnout: 50, knee: 10, ankle: 68, toes: 6 },
          'right',
        ),
        ...arms(arm.demiSecond),
      }),
      at(50, { support: 'lowest' }),
      at(51, {
        ...kneeling,
        facing: 50,
        ...arms(arm.brasBas),
        head: bend(14, -4, -4),
        spine: bend(10),
      }),
      at(58, {
        facing: 60,
        pelvis: sit,
        spine: bend(22, 2),
        head: bend(20, -4),
        legLeft: underTilt(
          sit,
          { azimuth: 0, elevation: 82, turnout: 34, knee: 30, ankle: 46, toes: 4 },
          'left',
        ),
        legRight: underTilt(
          sit,
          { azimuth: 16, elevation: 46, turnout: 22, knee: 136, ankle: 64, toes: 8 },
          'right',
        ),
        ...arms(arm.first),
      }),
      at(68, { ...foldedSwan, facing: 64, flow: 'rest' }),
    ],
  },
} satisfies WrittenDance;
