import { BLACK_AND_RED, type Costume } from '../../costume.ts';
import type { Chapter } from '../dance.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import { marche, marcheStep } from '../poses/named.ts';
import { bend, mirrored } from '../poses/sides.ts';
import { arms, at, type Parts } from '../score.ts';

const ARMED: Costume = { ...BLACK_AND_RED, blades: [true, true] };
/** The hands are behind her at these frames: there she takes the knives, and leaves them. */
const TAKEN = 6;
const LEFT = 88;

const legsOf = ({ legLeft, legRight }: Parts): Parts => ({
  ...(legLeft === undefined ? {} : { legLeft }),
  ...(legRight === undefined ? {} : { legRight }),
});
/** She looks over the shoulder at us and walks along the footlights: her steps go to the right of where she faces. */
const step = legsOf(marcheStep(27, 17));
const stepOnRight = legsOf(mirrored(marcheStep(27, -17)));
const gather = legsOf(marche);
const gatherOnRight = legsOf(mirrored(marche));

/** One knife before the breast, one low behind the thigh: they change with every step. */
const guardLeft = arms(arm.knifeGuard, arm.knifeLow);
const guardRight = arms(arm.knifeLow, arm.knifeGuard);

/** Marche en pointe, a knife in each hand: low, slow, without a sound. */
export const johnWick: Chapter = {
  slug: 'john-wick',
  best: 53,
  costume: (frame) => (frame >= TAKEN && frame < LEFT ? ARMED : BLACK_AND_RED),
  light: [
    [20, [0.45, 0.8, 0.1]],
    [70, [0.45, 0.8, 0.1]],
    [95, [0.7, 0.55, 0.4]],
  ],
  score: {
    frames: 96,
    steps: [
      at(3, { grip: [0, 0], facing: 34, flow: 'rest' }),
      at(6, { grip: [1, 1] }),
      // She turns away over the shoulder and shows what she has taken.
      at(12, {
        facing: -14,
        legLeft: leg.fifthBackPlie,
        legRight: leg.fifthFrontPlie,
        ...arms(arm.behindBack),
        spine: bend(2, 0, 6),
        head: bend(6, 0, 8),
      }),
      at(18, {
        facing: -52,
        legLeft: leg.fifthBackPointe,
        legRight: leg.fifthFrontPointe,
        ...arms(arm.knifeLow),
        spine: bend(2, 0, 4),
        head: bend(4, 0, 26),
      }),
      // Three steps, each leg drawn up, unfolded, stood on.
      at(25, { ...gather, facing: -58, ...guardLeft, spine: bend(9, 0, 10), head: bend(0, 0, 2) }),
      at(32, { ...step, spine: bend(7, 0, 0), head: bend(0, 0, 8), support: 'right' }),
      at(39, { ...gatherOnRight, ...guardRight, spine: bend(9, 0, -10), head: bend(0, 0, 22) }),
      at(46, { ...stepOnRight, spine: bend(7, 0, 0), head: bend(0, 0, 12), support: 'left' }),
      at(53, { ...gather, ...guardLeft, facing: -58, spine: bend(9, 0, 10), head: bend(0, 0, 6) }),
      at(60, { ...step, spine: bend(7, 0, 0), head: bend(0, 0, 20), support: 'right' }),
      at(67, { ...gatherOnRight, ...guardRight, spine: bend(6, 0, -8), head: bend(-2, 0, 40) }),
      // The last step does not land: she stops, listening, and folds the knives away behind her.
      at(74, {
        facing: -50,
        pelvis: bend(0),
        legLeft: leg.fifthFrontPointe,
        legRight: leg.fifthBackPointe,
        ...arms(arm.knifeLow),
        spine: bend(-2),
        head: bend(-3, 0, 46),
        support: 'left',
      }),
      at(80, {
        facing: -34,
        legLeft: leg.fifthFrontPlie,
        legRight: leg.fifthBackPlie,
        ...arms(arm.behindBack),
        head: bend(0, 0, 44),
        spine: bend(-2, 0, 6),
      }),
      at(85, {
        facing: -28,
        legLeft: leg.fifthFront,
        legRight: leg.fifthBack,
        pelvis: bend(0),
        ...arms(arm.behindBack),
        head: bend(-2, -3, 42),
        spine: bend(-4, 0, 6),
        grip: [1, 1],
        flow: 'rest',
      }),
      at(90, { grip: [0, 0], flow: 'rest' }),
    ],
  },
};
