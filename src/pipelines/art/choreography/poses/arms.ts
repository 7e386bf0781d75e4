import type { ArmPose, Direction } from '../../pose.ts';

/**
 * Positions of the arms. Elbows are held and always lead a curve; wrists neither break nor stiffen;
 * nothing goes behind the line of the shoulders. Palms are given, so that they turn with the arm.
 */
const arm = (upper: Direction, fore: Direction, hand: Direction, palm: Direction): ArmPose => ({
  upper,
  fore,
  hand,
  palm,
});

/** Bras bas (preparatory): an oval before the thighs. */
export const brasBas = arm(
  [0.56, -0.9, 0.42],
  [-0.16, -0.78, 0.72],
  [-0.8, -0.5, 0.42],
  [-0.3, 0.5, -0.8],
);
/** First: the oval at the height of the diaphragm. */
export const first = arm(
  [0.62, -0.6, 0.72],
  [-0.5, -0.12, 1],
  [-0.95, -0.05, 0.35],
  [-0.2, 0.1, -1],
);
/** Second: a gentle slope from shoulder to elbow to wrist, a little before the shoulder. */
export const second = arm([1, -0.12, 0.3], [1, -0.2, 0.56], [0.92, -0.32, 0.6], [-0.45, -0.4, 0.8]);
/** Demi-second: half way down. */
export const demiSecond = arm(
  [0.9, -0.72, 0.3],
  [0.8, -0.74, 0.5],
  [0.7, -0.6, 0.5],
  [-0.4, -0.7, 0.5],
);
/** Third (couronne): the oval above the brow, seen without raising the eyes. */
export const third = arm([0.6, 0.95, 0.26], [-0.22, 1, 0.28], [-0.78, 0.56, 0.24], [-0.5, -0.8, 0]);
/** Third, opened as in arrival: wider, taller. */
export const thirdOpen = arm([0.75, 0.9, 0.2], [0.2, 1, 0.25], [0.05, 1, 0.2], [-0.4, -0.3, 0.8]);

/** Allongé: the curve lets go, palms to the floor. */
export const allongeSecond = arm([1, 0.02, 0.16], [1, 0, 0.2], [1, 0.08, 0.2], [0, -1, 0.1]);
export const allongeThird = arm([0.45, 1, 0.2], [0.25, 1, 0.2], [0.3, 1, 0.3], [0.2, -0.4, 1]);
export const allongeFirst = arm([0.35, -0.2, 1], [0.05, 0, 1], [0.05, 0.1, 1], [0, -1, 0.1]);
export const allongeLow = arm(
  [0.85, -0.75, 0.2],
  [0.8, -0.8, 0.3],
  [0.95, -0.5, 0.35],
  [0.2, -0.9, 0],
);

/** The arms of the arabesques: one forward at eye level, one to the side a little below. */
export const arabesqueFront = arm([0.16, 0.26, 1], [0.04, 0.26, 1], [0.02, 0.16, 1], [0, -1, 0.2]);
export const arabesqueSide = arm([1, 0, 0.04], [1, -0.08, 0.06], [1, -0.12, 0.1], [0, -1, 0]);
export const arabesqueBack = arm(
  [0.95, -0.12, -0.3],
  [0.9, -0.14, -0.25],
  [0.9, -0.1, -0.3],
  [0, -1, 0],
);

/** Opened behind her, so that both arms are one line: in a leap, in arabesque. */
export const openBehind = arm(
  [0.62, 0.12, -0.78],
  [0.56, 0.12, -0.8],
  [0.6, 0.18, -0.75],
  [0, -1, 0.1],
);

/** A lunge: one arm reaches low over the front knee, the other rises behind. */
export const lungeLow = arm([0.3, -0.2, 1], [0.08, -0.1, 1], [0.02, 0.06, 1], [0, -1, 0.1]);
export const lungeBehind = arm([0.6, 0.1, -0.72], [0.5, 0.16, -0.8], [0.5, 0.3, -0.8], [0, -1, 0]);

/** The swan's wing: elbow up, wrist leading, hand trailing. */
export const wingUp = arm([1, 0.42, 0.05], [1, 0.5, 0.1], [0.9, -0.35, 0.2], [0, -1, 0]);
export const wingDown = arm([1, -0.4, 0.1], [1, -0.55, 0.2], [0.95, 0.1, 0.2], [0, -1, 0]);

/** Running: one arm reaches ahead, the other streams behind; between the two they pass low. */
export const runAhead = arm([0.3, -0.1, 1], [0.1, 0.24, 1], [0.06, 0.2, 1], [0, -1, 0.2]);
export const lowBehind = arm(
  [0.5, -0.62, -0.7],
  [0.42, -0.56, -0.76],
  [0.4, -0.3, -0.9],
  [0, -1, 0],
);
export const runPassing = arm(
  [0.62, -1, 0.05],
  [0.5, -0.9, 0.3],
  [0.4, -0.8, 0.5],
  [-0.6, -0.4, 0],
);

/** Hands crossed low in front, as the four little swans link theirs. */
export const linked = arm(
  [0.52, -0.86, 0.5],
  [-0.62, -0.4, 0.8],
  [-0.85, -0.35, 0.35],
  [0, -0.6, 0.8],
);

/** A knife held low beside the thigh, point forward and down. */
export const knifeLow = arm(
  [0.52, -1, 0.02],
  [0.34, -0.78, 0.56],
  [0.1, -0.6, 0.8],
  [-0.9, -0.1, 0.1],
);
/** A knife across the body at the breast, elbow out: guard. */
export const knifeGuard = arm([0.7, -0.5, 0.5], [-0.5, 0.3, 0.8], [-0.8, 0.35, 0.5], [0, 0, -1]);
/** The knife that leads: the arm long before her, the blade its last line. */
export const knifeLead = arm([0.22, 0.14, 1], [0.02, 0.34, 1], [-0.05, -0.5, 0.85], [-1, 0, -0.05]);
/** The knife that waits: the arm long behind, palm outwards, the blade raised like a sting. */
export const knifeTrailBehind = arm(
  [0.42, -0.56, -0.72],
  [0.34, -0.5, -0.78],
  [0.2, -0.9, -0.4],
  [1, 0.2, 0.1],
);
/** The knife upright before the face, its flat to the side, then turned to the light. */
export const knifeUpright = arm(
  [0.4, -0.36, 0.8],
  [-0.1, 0.9, 0.5],
  [-0.2, 0.75, 0.8],
  [-1, 0, -0.2],
);
export const knifeTurned = arm(
  [0.46, -0.3, 0.8],
  [-0.12, 0.95, 0.45],
  [-0.75, 0.6, 0.5],
  [-0.5, 0.1, -0.9],
);
/** Behind the back, where hands take and leave what the audience must not see. */
export const behindBack = arm(
  [0.5, -0.9, -0.42],
  [-0.35, -0.75, -0.55],
  [-0.8, -0.4, -0.4],
  [0, 0.2, -1],
);

/** A hand lying on the barre, a little before the hip; the elbow hangs. */
export const barre = arm([0.8, -0.86, 0.42], [0.5, -0.3, 0.8], [0.2, -0.1, 1], [0, -1, 0.1]);

/** Wrists crossed low before the heart, then at the throat. */
export const crossed = arm(
  [0.5, -0.8, 0.62],
  [-0.62, 0.05, 0.85],
  [-0.85, 0.2, 0.3],
  [-0.1, 0.2, -1],
);
export const throat = arm([0.5, -0.62, 0.8], [-0.72, 0.75, 0.42], [-0.6, 0.85, 0.1], [-0.3, 0, -1]);
/** The hands drawn apart from the breast, the elbows leading. */
export const unfolding = arm([1, 0.02, 0.22], [0.62, 0.3, 0.6], [0.1, -0.5, 0.8], [-0.5, 0, -0.8]);
/** Offered forward, palm up: what a battement leaves in the air. */
export const offered = arm([0.42, 0.04, 1], [0.16, 0.1, 1], [0.05, 0.12, 1], [0, 1, 0.1]);
/** The révérence: the arms open low and back along a bowed body. */
export const reverence = arm([0.92, -0.4, 0.04], [0.86, -0.5, 0], [0.9, -0.3, 0.1], [0, 0.2, 1]);
