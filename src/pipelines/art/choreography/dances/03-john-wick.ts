import { BLACK_AND_RED, type Costume } from '../../costume.ts';
import type { WrittenDance } from '../dance.ts';
import { arms, at, type Parts } from '../notation.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import { prowlGather, prowlLunge, prowlStep } from '../poses/named.ts';
import { bend, mirrored, underTilt } from '../poses/sides.ts';
import { bentUnder } from '../poses/stand.ts';

const ARMED: Costume = { ...BLACK_AND_RED, blades: [true, true] };
/** The hands are behind her at these frames: there she takes the knives, and leaves them. */
const TAKEN = 6;
const LEFT = 89;

/** Where she walks, and where she looks: ahead, and from the corner of an eye at us. */
const WAY = -74;
const GAZE = -50;

/** One knife leads and the other waits behind; shoulders turn with it, the head does not. */
const rightLeads: Parts = {
  ...arms(arm.knifeTrailBehind, arm.knifeLead),
  spine: bend(12, 0, 12),
  head: bend(-17, 0, GAZE - WAY - 12),
};
const leftLeads: Parts = {
  ...arms(arm.knifeLead, arm.knifeTrailBehind),
  spine: bend(12, 0, -14),
  head: bend(-17, 0, GAZE - WAY + 14),
};
/** They pass each other close to her, one at the breast and one at the thigh. */
const leftPasses: Parts = {
  ...arms(arm.knifeLow, arm.knifeGuard),
  spine: bend(14, 0, 0),
  head: bend(-19, 0, GAZE - WAY),
};
const rightPasses: Parts = { ...leftPasses, ...arms(arm.knifeGuard, arm.knifeLow) };

const poised = bend(7);
/** Quite still on one bent leg, the other foot pointed before her: a blade is held up and turned to the light. */
const still: Parts = {
  facing: WAY,
  pelvis: poised,
  spine: bend(5, 0, 10),
  head: bend(-8, 0, GAZE - WAY - 10),
  legRight: bentUnder(poised, 'right', { out: 2, forward: 10 }, 62),
  legLeft: underTilt(
    poised,
    { azimuth: 4, elevation: 40, turnout: 44, knee: 34, ankle: 70, toes: 10 },
    'left',
  ),
};

/** Marche en pointe, a knife in each hand: low, slow, the head level, the blades first. */
export default {
  id: 'john-wick',
  begins: 'handsBehind',
  ends: 'handsEmptied',
  best: 70,
  costume: (frame) => (frame >= TAKEN && frame < LEFT ? ARMED : BLACK_AND_RED),
  light: [
    [18, [0.1, 0.8, -0.35]],
    [30, [-0.75, 0.6, 0.12]],
    [74, [-0.75, 0.6, 0.12]],
    [95, [0.8, 0.55, 0.15]],
  ],
  notation: {
    frames: 96,
    steps: [
      at(3, { grip: [0, 0], facing: 34, flow: 'rest' }),
      at(6, { grip: [1, 1] }),
      // She sinks and turns away; the eyes stay on us until the knives are out.
      at(10, {
        facing: 4,
        legLeft: leg.fifthBackPlie,
        legRight: leg.fifthFrontPlie,
        ...arms(arm.behindBack),
        spine: bend(4, 0, 4),
        head: bend(2, 0, -2),
      }),
      at(12, { support: 'right' }),
      at(17, {
        ...still,
        facing: -44,
        legLeft: underTilt(poised, { ...leg.couDePied, azimuth: 40, elevation: 34 }, 'left'),
        ...arms(arm.knifeLow),
        head: bend(0, 0, 22),
      }),
      at(23, { ...still, ...arms(arm.knifeTrailBehind, arm.knifeUpright), flow: 'rest' }),
      at(31, { ...still, ...arms(arm.knifeTrailBehind, arm.knifeTurned), flow: 'rest' }),
      // Three steps. Nothing hurries.
      at(35, {
        ...mirrored(prowlGather),
        facing: WAY,
        ...arms(arm.knifeTrailBehind, arm.knifeGuard),
        spine: bend(12, 0, 6),
        head: bend(-17, 0, GAZE - WAY - 6),
      }),
      at(39, { ...mirrored(prowlStep(64)) }),
      at(44, { ...mirrored(prowlLunge), ...rightLeads, facing: WAY }),
      at(49, { ...prowlGather, ...leftPasses }),
      at(53, { ...prowlStep(64), armRight: arm.knifeLow }),
      at(58, { ...prowlLunge, ...leftLeads }),
      at(63, { ...mirrored(prowlGather), ...rightPasses }),
      at(67, { ...mirrored(prowlStep(76)), facing: WAY, armLeft: arm.knifeLow }),
      at(72, { ...mirrored(prowlLunge), ...rightLeads, facing: WAY, flow: 'rest' }),
      at(76, { ...mirrored(prowlLunge), ...rightLeads, facing: WAY, flow: 'rest' }),
      // What she heard is gone: she gathers, and folds the knives away behind her.
      at(84, {
        facing: -46,
        pelvis: bend(0),
        legLeft: leg.fifthFrontPlie,
        legRight: leg.fifthBackPlie,
        ...arms(arm.behindBack),
        head: bend(0, 0, 36),
        spine: bend(2, 0, 6),
      }),
      at(88, {
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
      at(91, { grip: [0, 0], flow: 'rest' }),
    ],
  },
} satisfies WrittenDance;
