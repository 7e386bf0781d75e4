import { BLACK_AND_RED, type Costume } from '../../costume.ts';
import type { Chapter } from '../dance.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import { fifth } from '../poses/named.ts';
import { bend, mirrored, underTilt } from '../poses/sides.ts';
import { arms, at, type Parts } from '../score.ts';

const ARMED: Costume = { ...BLACK_AND_RED, blades: [true, true] };

/** The body of a hunter: a little over the front foot, the eyes level. */
const low = bend(6);
/** On the left foot, the right drawn up before it. */
const gather: Parts = {
  pelvis: low,
  legLeft: underTilt(low, { ...leg.standingPointe, azimuth: -80 }, 'left'),
  legRight: underTilt(
    low,
    { azimuth: 26, elevation: 58, turnout: 46, knee: 104, ankle: 70, toes: 10 },
    'right',
  ),
};
/** The right leg unfolded forward, about to be stepped on. */
const reach: Parts = {
  pelvis: low,
  legLeft: underTilt(
    low,
    { azimuth: 186, elevation: 7, turnout: 54, knee: 0, ankle: 70, toes: 8 },
    'left',
  ),
  legRight: underTilt(
    low,
    { azimuth: 2, elevation: 17, turnout: 50, knee: 4, ankle: 70, toes: 8 },
    'right',
  ),
};
const onRight = (parts: Parts): Parts => mirrored(parts);

const guardLeft = arms(arm.knifeGuard, arm.knifeLow);
const guardRight = arms(arm.knifeLow, arm.knifeGuard);

/** Marche en pointe, a knife in each hand: low, slow, without a sound. */
export const johnWick: Chapter = {
  slug: 'john-wick',
  best: 44,
  costume: (frame) => (frame >= 6 && frame < 88 ? ARMED : BLACK_AND_RED),
  light: [
    [20, [0.45, 0.8, 0.1]],
    [70, [0.45, 0.8, 0.1]],
    [95, [0.7, 0.55, 0.4]],
  ],
  score: {
    frames: 96,
    steps: [
      at(4, { grip: [0, 0], facing: 34, flow: 'rest' }),
      at(6, { grip: [1, 1] }),
      // She turns away over the shoulder and shows what she has taken.
      at(12, {
        ...fifth,
        facing: -20,
        legLeft: leg.fifthBackPlie,
        legRight: leg.fifthFrontPlie,
        ...arms(arm.behindBack),
        head: bend(6, 0, 14),
      }),
      at(18, {
        facing: -54,
        legLeft: leg.fifthBackPointe,
        legRight: leg.fifthFrontPointe,
        ...arms(arm.knifeLow),
        spine: bend(0, 0, 4),
        head: bend(4, 0, 18),
      }),
      // Four steps, each leg drawn up, unfolded, stood on.
      at(25, {
        ...gather,
        facing: -60,
        ...guardRight,
        spine: bend(2, 0, -8),
        head: bend(4, 0, 10),
      }),
      at(31, { ...reach, spine: bend(1, 0, 2), head: bend(3, 0, 4) }),
      at(32, { support: 'right' }),
      at(39, {
        ...onRight(gather),
        ...guardLeft,
        facing: -60,
        spine: bend(2, 0, 10),
        head: bend(4, 0, 8),
      }),
      at(45, { ...onRight(reach), spine: bend(1, 0, 0), head: bend(3, 0, 12) }),
      at(46, { support: 'left' }),
      at(53, {
        ...gather,
        ...guardRight,
        facing: -60,
        spine: bend(2, 0, -8),
        head: bend(4, 0, 14),
      }),
      at(59, { ...reach, spine: bend(1, 0, 2), head: bend(3, 0, 20) }),
      at(60, { support: 'right' }),
      at(67, {
        ...onRight(gather),
        ...guardLeft,
        facing: -58,
        spine: bend(2, 0, 10),
        head: bend(2, 0, 30),
      }),
      // The last step does not land: she stops, listening, and folds the knives away behind her.
      at(74, {
        facing: -50,
        pelvis: bend(0),
        legLeft: leg.fifthFrontPointe,
        legRight: leg.fifthBackPointe,
        ...arms(arm.knifeLow),
        spine: bend(-2),
        head: bend(-2, 0, 40),
      }),
      at(80, {
        facing: -30,
        legLeft: leg.fifthFrontPlie,
        legRight: leg.fifthBackPlie,
        ...arms(arm.behindBack),
        head: bend(0, 0, 44),
        spine: bend(-2, 0, 6),
      }),
      at(85, {
        facing: -24,
        legLeft: leg.fifthFront,
        legRight: leg.fifthBack,
        pelvis: bend(0),
        ...arms(arm.behindBack),
        head: bend(-2, 0, 44),
        spine: bend(-4, 0, 6),
        grip: [1, 1],
        flow: 'rest',
      }),
      at(90, { grip: [0, 0], flow: 'rest' }),
    ],
  },
};
