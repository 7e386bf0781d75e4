import type { LegPose } from '../../pose.ts';
import { bentOn, FLAT_HEIGHT, flatOn, pointeOn, risenOn } from './stand.ts';

/**
 * A leg in the words of the class. Turn-out is from the hip and stays near full; a foot off the
 * floor is always pointed, winged a little, never sickled.
 */
const leg = (
  azimuth: number,
  elevation: number,
  knee: number,
  ankle: number,
  turnout = 70,
  toes = 0,
): LegPose => ({ azimuth, elevation, turnout, knee, ankle, toes });

/** The supporting leg: the foot is under the middle of the body. */
const UNDER = { out: 0, forward: 4 };
export const standing = flatOn(UNDER, 62);
export const standingPointe = pointeOn(UNDER, 62);
/** The supporting leg in fondu, knee over toe. */
export const fondu = bentOn({ out: 2, forward: 6 }, 58, 58);

/** Fifth position: one heel to the other's toe. */
const FRONT = { out: 6, forward: 20 };
const BACK = { out: 6, forward: -20 };
export const fifthFront = flatOn(FRONT, 66);
export const fifthBack = flatOn(BACK, 66);
export const fifthFrontPointe = pointeOn({ out: 8, forward: 15 });
export const fifthBackPointe = pointeOn({ out: 8, forward: -15 });
/** Coming down into it from the air: the toes have met the floor, the heels not yet. */
export const fifthFrontTouching = risenOn(FRONT, FLAT_HEIGHT + 4, 48, 66);
export const fifthBackTouching = risenOn(BACK, FLAT_HEIGHT + 4, 48, 66);
export const fifthFrontPlie = bentOn(FRONT, 52, 68);
export const fifthBackPlie = bentOn(BACK, 52, 68);
export const fifthFrontDeepPlie = bentOn(FRONT, 88, 68);
export const fifthBackDeepPlie = bentOn(BACK, 88, 68);

/** First position, and its demi-plié and grand plié (heels give way only at the bottom). */
const HEELS_TOGETHER = { out: 28, forward: 8 };
export const first = flatOn(HEELS_TOGETHER, 72);
export const firstPlie = bentOn(HEELS_TOGETHER, 60, 72);
export const firstGrandPlie = leg(76, 76, 142, -30, 76, -36);
export const secondPlie = bentOn({ out: 112, forward: 8 }, 84, 74);

/** Fourth position, weight between the feet; the plié from which a pirouette is taken. */
const AHEAD = { out: 14, forward: 58 };
const BEHIND = { out: 14, forward: -66 };
export const fourthFront = flatOn(AHEAD, 62);
export const fourthBack = flatOn(BEHIND, 62);
export const fourthFrontPlie = bentOn(AHEAD, 54, 60);
export const fourthBackPlie = bentOn(BEHIND, 54, 62);

/** Battement tendu: the foot has brushed out and only the toes touch. */
export const tenduDevant = leg(-4, 28, 0, 68, 74, 6);
export const tenduSeconde = leg(80, 27, 0, 68, 74, 6);
export const tenduDerriere = leg(-176, 28, 0, 68, 68, 6);

/** Sur le cou-de-pied, and retiré (passé) at the side of the knee. */
export const couDePied = leg(66, 28, 66, 66, 76, 8);
export const retire = leg(76, 74, 132, 68, 78, 10);
export const retireBack = leg(92, 70, 132, 68, 78, 10);

/** The leg unfolding: attitude devant on its way from retiré, then the full height. */
export const developpeDevant = leg(8, 96, 0, 70, 72, 10);
export const developpeSeconde = leg(72, 122, 0, 70, 84, 10);
export const unfoldingDevant = leg(34, 92, 78, 70, 76, 10);
export const unfoldingSeconde = leg(70, 106, 76, 70, 84, 10);

/** Arabesque: the leg behind, at hip height or above, from the hip outwards. */
export const arabesque = leg(176, 105, 0, 70, 60, 10);
export const arabesqueHigh = leg(176, 116, 0, 70, 60, 10);
export const arabesqueLow = leg(176, 44, 2, 70, 62, 10);
/** Attitude: thigh high, knee well behind and above the foot. */
export const attitudeDerriere = leg(164, 95, 56, 70, 46, 10);
export const attitudeDevant = leg(20, 84, 56, 68, 70, 10);

/** Grand battement. */
export const battementDevant = leg(6, 122, 0, 70, 70, 10);
export const battementSeconde = leg(76, 128, 0, 70, 86, 10);

/** Fouetté: devant low across, then whipped to the side. */
export const fouetteDevant = leg(-4, 76, 0, 70, 74, 10);
export const fouetteSeconde = leg(78, 89, 0, 70, 82, 10);

/** Grand jeté: the split in the air. */
export const jeteFront = leg(2, 95, 0, 70, 50, 10);
export const jeteBack = leg(178, 95, 2, 70, 52, 10);
