import type { Pose } from '../../pose.ts';
import type { Parts } from '../notation.ts';
import * as arms from './arms.ts';
import * as legs from './legs.ts';
import { bend, underTilt } from './sides.ts';
import { bentUnder, FLAT_HEIGHT, POINTE_HEIGHT, risenUnder } from './stand.ts';

/**
 * The vocabulary. Every pose stands on the left leg unless its name says otherwise and works with the
 * right; `mirrored` gives the other side. Arms that answer the legs are part of a pose; a dance may
 * replace them.
 */

const both = (arm: Pose['armLeft']): Parts => ({ armLeft: arm, armRight: arm });
const straight = { pelvis: bend(0), spine: bend(-3), head: bend(-2) } as const;
const left = { support: 'left' } as const;

/** Two feet. */
export const first: Parts = {
  ...straight,
  ...left,
  legLeft: legs.first,
  legRight: legs.first,
  ...both(arms.brasBas),
};
export const fifth: Parts = {
  ...straight,
  ...left,
  legLeft: legs.fifthBack,
  legRight: legs.fifthFront,
  ...both(arms.brasBas),
};
export const fifthPlie: Parts = {
  ...straight,
  ...left,
  legLeft: legs.fifthBackPlie,
  legRight: legs.fifthFrontPlie,
  ...both(arms.brasBas),
};
/** Relevé in fifth (sus-sous), arms en couronne. */
export const releve: Parts = {
  ...straight,
  ...left,
  spine: bend(-6),
  head: bend(-6),
  legLeft: legs.fifthBackPointe,
  legRight: legs.fifthFrontPointe,
  ...both(arms.third),
};
export const plie: Parts = {
  ...straight,
  ...left,
  legLeft: legs.firstPlie,
  legRight: legs.firstPlie,
  ...both(arms.demiSecond),
};
export const grandPlie: Parts = {
  ...straight,
  ...left,
  legLeft: legs.firstGrandPlie,
  legRight: legs.firstGrandPlie,
  ...both(arms.brasBas),
};
/** Fourth, both knees bent over the toes: the preparation of a pirouette to the right. */
export const fourthPlie: Parts = {
  ...straight,
  ...left,
  pelvis: bend(4),
  legLeft: legs.fourthFrontPlie,
  legRight: legs.fourthBackPlie,
  armLeft: arms.second,
  armRight: arms.first,
};

/** One foot, the other on the floor. */
export const tenduDevant: Parts = {
  ...straight,
  ...left,
  legLeft: legs.standing,
  legRight: legs.tenduDevant,
  armLeft: arms.third,
  armRight: arms.second,
};
export const tenduSeconde: Parts = {
  ...straight,
  ...left,
  legLeft: legs.standing,
  legRight: legs.tenduSeconde,
  ...both(arms.second),
};
export const tenduDerriere: Parts = {
  ...straight,
  ...left,
  pelvis: bend(4),
  spine: bend(-8),
  legLeft: legs.standing,
  legRight: legs.tenduDerriere,
  armLeft: arms.second,
  armRight: arms.third,
};

/** One foot. */
export const passe: Parts = {
  ...straight,
  ...left,
  legLeft: legs.standingPointe,
  legRight: legs.retire,
  ...both(arms.first),
};
const developpeTilt = bend(-6, 5);
export const developpeDevant: Parts = {
  ...left,
  pelvis: bend(-12),
  spine: bend(4),
  head: bend(-6),
  legLeft: underTilt(bend(-12), legs.standing, 'left'),
  legRight: legs.developpeDevant,
  armLeft: arms.third,
  armRight: arms.second,
};
export const developpeSeconde: Parts = {
  ...left,
  pelvis: developpeTilt,
  spine: bend(0, 5, 6),
  head: bend(-5, 4, -16),
  legLeft: underTilt(developpeTilt, legs.standing, 'left'),
  legRight: legs.developpeSeconde,
  armLeft: arms.third,
  armRight: arms.second,
};
const battementTilt = bend(-10);
export const grandBattement: Parts = {
  ...left,
  pelvis: battementTilt,
  spine: bend(2),
  head: bend(-5),
  legLeft: underTilt(battementTilt, legs.standing, 'left'),
  legRight: legs.battementDevant,
  armLeft: arms.second,
  armRight: arms.second,
};

/** Arabesques: the pelvis tips forward and opens, the back arches up again out of it. */
const arabesqueTilt = bend(27, 4, -14);
const arabesqueBack = { pelvis: arabesqueTilt, spine: bend(-42, -4, 12) } as const;
export const arabesqueFirst: Parts = {
  ...left,
  ...arabesqueBack,
  head: bend(-4, 0, 0),
  legLeft: underTilt(arabesqueTilt, legs.standingPointe, 'left'),
  legRight: underTilt(arabesqueTilt, legs.arabesque, 'right'),
  armLeft: arms.arabesqueFront,
  armRight: arms.openBehind,
};
export const arabesqueThird: Parts = {
  ...arabesqueFirst,
  head: bend(-6, -6, 8),
  armLeft: arms.arabesqueSide,
  armRight: arms.arabesqueFront,
};
const pencheeTilt = bend(74, 4, -16);
export const arabesquePenchee: Parts = {
  ...left,
  pelvis: pencheeTilt,
  spine: bend(-34, -4, 12),
  head: bend(-12),
  legLeft: underTilt(pencheeTilt, legs.standing, 'left'),
  legRight: underTilt(pencheeTilt, { ...legs.arabesque, elevation: 152 }, 'right'),
  armLeft: arms.arabesqueFront,
  armRight: arms.arabesqueSide,
};
const attitudeTilt = bend(18, 4, -12);
export const attitude: Parts = {
  ...left,
  pelvis: attitudeTilt,
  spine: bend(-32, -4, 8),
  head: bend(-6, -4, 14),
  legLeft: underTilt(attitudeTilt, legs.standingPointe, 'left'),
  legRight: underTilt(attitudeTilt, legs.attitudeDerriere, 'right'),
  armLeft: arms.second,
  armRight: arms.third,
};

/** Fouetté rond de jambe en tournant: fondu devant, the whip to the side, the turn in retiré. */
export const fouetteDevant: Parts = {
  ...straight,
  ...left,
  legLeft: legs.fondu,
  legRight: legs.fouetteDevant,
  armLeft: arms.second,
  armRight: arms.first,
};
export const fouetteSeconde: Parts = {
  ...straight,
  ...left,
  pelvis: bend(0, 3),
  legLeft: underTilt(bend(0, 3), legs.standingPointe, 'left'),
  legRight: legs.fouetteSeconde,
  ...both(arms.second),
};
export const fouetteTurn: Parts = { ...passe, armLeft: arms.first, armRight: arms.first };

/** The low lunge: a deep fourth, the back leg one line with the back. */
const lowLungeTilt = bend(26);
export const lowLunge: Parts = {
  ...left,
  pelvis: lowLungeTilt,
  spine: bend(2, 0, 14),
  head: bend(-20, 0, 2),
  legLeft: bentUnder(lowLungeTilt, 'left', { out: 2, forward: 56 }, 148, 44),
  legRight: underTilt(
    lowLungeTilt,
    { azimuth: 178, elevation: 57, turnout: 50, knee: 2, ankle: 68, toes: 4 },
    'right',
  ),
  armLeft: arms.lungeBehind,
  armRight: arms.lungeLow,
};

/** Grand jeté: off the left leg, split, down on the right. */
const runTilt = bend(10);
export const grandJetePreparation: Parts = {
  ...left,
  pelvis: runTilt,
  spine: bend(-4),
  head: bend(-6),
  legLeft: underTilt(runTilt, legs.fondu, 'left'),
  legRight: underTilt(runTilt, legs.arabesqueLow, 'right'),
  ...both(arms.demiSecond),
};
const flightTilt = bend(14);
export const grandJeteFlight: Parts = {
  support: 'air',
  pelvis: flightTilt,
  spine: bend(-30, 0, 0),
  head: bend(-8),
  legRight: underTilt(flightTilt, legs.jeteFront, 'right'),
  legLeft: underTilt(flightTilt, legs.jeteBack, 'left'),
  armLeft: arms.arabesqueFront,
  armRight: arms.openBehind,
};
const landingTilt = bend(22, -4, 12);
export const grandJeteLanding: Parts = {
  support: 'right',
  pelvis: landingTilt,
  spine: bend(-34, 4, -10),
  head: bend(-4),
  legRight: bentUnder(landingTilt, 'right', { out: 0, forward: 20 }, 104),
  legLeft: underTilt(landingTilt, legs.arabesque, 'left'),
  armLeft: arms.arabesqueSide,
  armRight: arms.arabesqueFront,
};

/**
 * Marche en pointe, low: knees bent under a level head, as a cat walks. The right leg is drawn up
 * under her, set down ahead, and goes under her weight, while the left is left behind, stretched.
 */
const prowlTilt = bend(13);
const LOW = POINTE_HEIGHT - 58;
/** A foot en pointe that far before the body, her pelvis that far below its height. */
const prowling = (forward: number, side: 'left' | 'right', sink = 0): Pose['legLeft'] =>
  risenUnder(prowlTilt, side, { out: 4, forward }, LOW - sink, 70, 30);
export const prowlGather: Parts = {
  ...left,
  pelvis: prowlTilt,
  legLeft: prowling(-4, 'left'),
  legRight: underTilt(
    prowlTilt,
    { azimuth: 16, elevation: 70, turnout: 38, knee: 108, ankle: 70, toes: 10 },
    'right',
  ),
};
export const prowlStep = (reach: number): Parts => ({
  support: 'right',
  pelvis: prowlTilt,
  legLeft: prowling(-12, 'left', 12),
  legRight: prowling(reach, 'right', 12),
});
export const prowlLunge: Parts = {
  support: 'right',
  pelvis: prowlTilt,
  legRight: prowling(16, 'right', 40),
  legLeft: underTilt(
    prowlTilt,
    { azimuth: 178, elevation: 42, turnout: 52, knee: 3, ankle: 70, toes: 10 },
    'left',
  ),
};
/** Running: the body leans into it, the left foot about to strike under her, the right leg drives through. */
const strideTilt = bend(16);
const runner = { pelvis: strideTilt, head: bend(-20) } as const;
/** Off the left foot's toes, long behind her; the right knee drives forward. */
export const runPush: Parts = {
  ...left,
  ...runner,
  spine: bend(8, 0, -12),
  legLeft: underTilt(
    strideTilt,
    { azimuth: 178, elevation: 7, turnout: 30, knee: 4, ankle: 66, toes: 6 },
    'left',
  ),
  legRight: underTilt(
    strideTilt,
    { azimuth: 2, elevation: 70, turnout: 24, knee: 74, ankle: 62, toes: 6 },
    'right',
  ),
  armLeft: arms.runAhead,
  armRight: arms.lowBehind,
};
/** In the air between: the stride at its longest. */
export const runStride: Parts = {
  ...runner,
  spine: bend(6, 0, -14),
  legLeft: underTilt(
    strideTilt,
    { azimuth: 178, elevation: 52, turnout: 34, knee: 30, ankle: 70, toes: 8 },
    'left',
  ),
  legRight: underTilt(
    strideTilt,
    { azimuth: 2, elevation: 58, turnout: 26, knee: 20, ankle: 64, toes: 6 },
    'right',
  ),
  armLeft: arms.runAhead,
  armRight: arms.lowBehind,
};
/** The right foot strikes, through the toes, a little ahead. */
export const runStrike: Parts = {
  support: 'right',
  ...runner,
  spine: bend(6, 0, -4),
  legRight: risenUnder(strideTilt, 'right', { out: 4, forward: 12 }, FLAT_HEIGHT - 26, 44, 28),
  legLeft: underTilt(
    strideTilt,
    { azimuth: 178, elevation: 34, turnout: 30, knee: 72, ankle: 70, toes: 8 },
    'left',
  ),
  armLeft: arms.runPassing,
  armRight: arms.runPassing,
};

/** The grand révérence: the back knee almost on the floor, the body and the head bowed over the front leg. */
const reverenceTilt = bend(24);
export const reverence: Parts = {
  ...left,
  pelvis: reverenceTilt,
  spine: bend(38, 0, -6),
  head: bend(34, 0, 4),
  legLeft: bentUnder(reverenceTilt, 'left', { out: 4, forward: 130 }, 190, 40),
  legRight: underTilt(
    reverenceTilt,
    { azimuth: 178, elevation: 14, turnout: 36, knee: 74, ankle: 66, toes: 6 },
    'right',
  ),
  armLeft: arms.reverence,
  armRight: arms.reverence,
};
export const kneeling: Parts = {
  support: 'lowest',
  pelvis: bend(4),
  spine: bend(-4),
  head: bend(6),
  legLeft: underTilt(
    bend(4),
    { azimuth: 10, elevation: 94, turnout: 26, knee: 98, ankle: -4, toes: 0 },
    'left',
  ),
  legRight: underTilt(
    bend(4),
    { azimuth: 178, elevation: 5, turnout: 20, knee: 94, ankle: 66, toes: 8 },
    'right',
  ),
  ...both(arms.brasBas),
};

/** The dying swan at rest: sitting on the folded right leg, folded over the stretched left one, wrists crossed over its foot. */
const swanTilt = bend(42);
export const foldedSwan: Parts = {
  support: 'lowest',
  pelvis: swanTilt,
  spine: bend(64, 0, 4),
  head: bend(26, 0, 0),
  legLeft: underTilt(
    swanTilt,
    { azimuth: -6, elevation: 77, turnout: 34, knee: 3, ankle: 70, toes: 10 },
    'left',
  ),
  legRight: underTilt(
    swanTilt,
    { azimuth: 30, elevation: 64, turnout: 24, knee: 149, ankle: 64, toes: 8 },
    'right',
  ),
  armLeft: {
    upper: [0.1, 1, 0.35],
    fore: [-0.12, 1, 0.1],
    hand: [-0.4, 0.9, -0.2],
    palm: [0, -0.1, -1],
  },
  armRight: {
    upper: [0.2, 1, 0.3],
    fore: [-0.42, 1, 0.16],
    hand: [-0.6, 0.8, -0.1],
    palm: [0, -0.1, -1],
  },
};

const neutral: Pose = {
  facing: 0,
  ...straight,
  legLeft: legs.fifthBack,
  legRight: legs.fifthFront,
  armLeft: arms.brasBas,
  armRight: arms.brasBas,
  support: 'left',
  place: [0, 0],
  height: 0,
  grip: [0, 0],
};

/** Makes a whole pose of named parts; what they leave out stands in fifth, arms low. */
export const whole = (parts: Parts, facing = 0): Pose => ({ ...neutral, facing, ...parts });
