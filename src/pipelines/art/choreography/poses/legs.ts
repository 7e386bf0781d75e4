import type { LegPose } from '../../pose.ts';

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

/** The supporting leg, stretched: it slopes in under the middle of the body. */
export const standing = leg(-90, 6.5, 0, 0, 62);
export const standingDemiPointe = leg(-90, 6.5, 0, 42, 62, -42);
export const standingPointe = leg(-90, 6.5, 0, 72, 62, 8);
/** The supporting leg in fondu, knee over toe. */
export const fondu = leg(40, 26, 58, -32, 60);

/** Fifth position: one heel to the other's toe. */
export const fifthFront = leg(-48, 8, 0, 0, 66);
export const fifthBack = leg(-122, 7, 0, 0, 66);
export const fifthFrontPointe = leg(-52, 8, 0, 72, 64, 8);
export const fifthBackPointe = leg(-124, 8, 0, 72, 64, 8);
export const fifthFrontPlie = leg(52, 30, 64, -34, 68);
export const fifthBackPlie = leg(74, 30, 62, -32, 68);

/** First position, and its demi-plié and grand plié (heels give way only at the bottom). */
export const first = leg(-90, 2, 0, 0, 72);
export const firstPlie = leg(72, 34, 68, -34, 72);
export const firstGrandPlie = leg(76, 76, 142, -30, 76, -36);
export const secondPlie = leg(82, 46, 66, -20, 76);

/** Fourth position, weight between the feet; the plié from which a pirouette is taken. */
export const fourthFront = leg(-8, 14, 0, 0, 64);
export const fourthBack = leg(-168, 14, 0, 0, 62);
export const fourthFrontPlie = leg(26, 34, 54, -20, 62);
export const fourthBackPlie = leg(150, 8, 40, -30, 62);

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
export const arabesque = leg(176, 98, 2, 70, 60, 10);
export const arabesqueHigh = leg(176, 112, 2, 70, 60, 10);
export const arabesqueLow = leg(176, 44, 2, 70, 62, 10);
/** Attitude: thigh high, knee well behind and above the foot. */
export const attitudeDerriere = leg(146, 88, 66, 68, 72, 10);
export const attitudeDevant = leg(20, 84, 56, 68, 70, 10);

/** Grand battement. */
export const battementDevant = leg(6, 122, 0, 70, 70, 10);
export const battementSeconde = leg(76, 128, 0, 70, 86, 10);

/** Fouetté: devant low across, then whipped to the side. */
export const fouetteDevant = leg(14, 78, 0, 70, 74, 10);
export const fouetteSeconde = leg(78, 84, 0, 70, 82, 10);

/** Grand jeté: the split in the air. */
export const jeteFront = leg(2, 92, 0, 70, 50, 10);
export const jeteBack = leg(178, 92, 2, 70, 52, 10);
