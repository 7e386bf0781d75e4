import { BLACK_AND_RED } from '../../costume.ts';
import type { WrittenDance } from '../dance.ts';
import { arms, at, type Rest } from '../notation.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import { foldedSwan, grandBattement, kneeling } from '../poses/named.ts';
import { bend, underTilt } from '../poses/sides.ts';

/** Where her wrist lies on the barre, in clip units: right of her spot, above the floor, upstage. */
const BARRE: Rest['wrist'] = [148, 440, -150];
const onBarre = arm.barre;
const back = bend(8);

/** From the floor to the barre, and what is done there every day: plié, tendu, grand battement. */
export default {
  id: 'training',
  begins: 'mourning',
  ends: 'leftTheBarre',
  best: 66,
  costume: () => BLACK_AND_RED,
  light: [
    [20, [0.75, 0.65, 0.1]],
    [54, [0.85, 0.35, 0.4]],
    // The sun has gone down: what is left of it comes in low, along the floor, and lies on the whole of the raised leg.
    [60, [0.6, 0.14, 0.78]],
    [65, [0.66, -0.02, 0.75]],
    [72, [0.6, 0.14, 0.78]],
    [79, [0.85, 0.3, 0.42]],
    [95, [0.85, 0.5, 0.12]],
  ],
  notation: {
    frames: 96,
    rests: [{ hand: 'left', from: 20, to: 87, wrist: BARRE }],
    steps: [
      at(4, {
        pelvis: foldedSwan.pelvis!,
        spine: foldedSwan.spine!,
        head: foldedSwan.head!,
        legLeft: foldedSwan.legLeft!,
        legRight: foldedSwan.legRight!,
        facing: 64,
        flow: 'rest',
      }),
      at(12, {
        pelvis: bend(16),
        spine: bend(8),
        head: bend(6),
        legLeft: underTilt(
          bend(16),
          { azimuth: 2, elevation: 86, turnout: 30, knee: 50, ankle: 30, toes: 0 },
          'left',
        ),
        legRight: underTilt(
          bend(16),
          { azimuth: 12, elevation: 34, turnout: 20, knee: 124, ankle: 64, toes: 8 },
          'right',
        ),
        ...arms(arm.wingUp, arm.demiSecond),
      }),
      at(18, {
        ...kneeling,
        facing: 68,
        ...arms(arm.wingUp, arm.demiSecond),
        head: bend(-6, 0, 10),
      }),
      at(21, { support: 'left' }),
      at(27, {
        facing: 62,
        pelvis: bend(6),
        legLeft: underTilt(
          bend(6),
          { ...leg.fondu, azimuth: 20, elevation: 30, knee: 52, ankle: -24 },
          'left',
        ),
        legRight: underTilt(
          bend(6),
          { azimuth: 176, elevation: 24, turnout: 50, knee: 24, ankle: 62, toes: 4 },
          'right',
        ),
        ...arms(onBarre, arm.demiSecond),
        spine: bend(-4),
        head: bend(-2),
      }),
      at(32, {
        facing: 62,
        pelvis: bend(0),
        spine: bend(-4),
        head: bend(-2, 2, -10),
        legLeft: leg.fifthBack,
        legRight: leg.fifthFront,
        ...arms(onBarre, arm.demiSecond),
        flow: 'rest',
      }),
      // Plié.
      at(39, {
        legLeft: leg.fifthBackDeepPlie,
        legRight: leg.fifthFrontDeepPlie,
        ...arms(onBarre, arm.brasBas),
        head: bend(6, 2, -4),
        facing: 62,
        pelvis: bend(0),
      }),
      at(45, {
        legLeft: leg.fifthBack,
        legRight: leg.fifthFront,
        ...arms(onBarre, arm.first),
        head: bend(0, 0, -8),
        facing: 62,
      }),
      // Tendu devant.
      at(50, {
        legLeft: leg.standing,
        legRight: leg.tenduDevant,
        ...arms(onBarre, arm.third),
        head: bend(-3, 2, -22),
        flow: 'rest',
      }),
      at(53, { legRight: leg.tenduDevant, legLeft: leg.standing, flow: 'rest' }),
      at(57, {
        legLeft: leg.fifthBack,
        legRight: leg.fifthFront,
        facing: 62,
        pelvis: bend(0),
        spine: bend(-4),
      }),
      // Grand battement devant: up like a blow, down like a feather.
      at(59, { legRight: leg.tenduDevant, legLeft: leg.standing }),
      at(64, {
        pelvis: grandBattement.pelvis!,
        spine: grandBattement.spine!,
        head: bend(-6, 2, -16),
        legLeft: grandBattement.legLeft!,
        legRight: grandBattement.legRight!,
        flow: 'rest',
      }),
      at(66, {
        ...arms(onBarre, arm.third),
        pelvis: grandBattement.pelvis!,
        legLeft: grandBattement.legLeft!,
        legRight: grandBattement.legRight!,
        flow: 'rest',
      }),
      at(74, {
        ...arms(onBarre, arm.offered),
        pelvis: bend(0),
        spine: bend(-4),
        legLeft: leg.standing,
        legRight: leg.tenduDevant,
      }),
      // And tendu behind, the back lengthening over it.
      at(78, { legLeft: leg.fifthBack, legRight: leg.fifthFront, facing: 62 }),
      at(83, {
        facing: 56,
        pelvis: back,
        spine: bend(-10),
        head: bend(-3, 2, -20),
        legLeft: underTilt(back, leg.standing, 'left'),
        legRight: underTilt(back, leg.tenduDerriere, 'right'),
        ...arms(arm.allongeSecond, arm.lowBehind),
        flow: 'rest',
      }),
      at(86, { ...arms(arm.demiSecond, arm.lowBehind), facing: 56, flow: 'rest' }),
    ],
  },
} satisfies WrittenDance;
