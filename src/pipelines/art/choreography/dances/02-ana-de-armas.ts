import { BLACK_AND_RED } from '../../costume.ts';
import type { Chapter } from '../dance.ts';
import * as arm from '../poses/arms.ts';
import { bend } from '../poses/sides.ts';
import { arms, at } from '../score.ts';

/** Port de bras, seen close: the arms speak, the back moves them, the eyes follow the hand. */
export const anaDeArmas: Chapter = {
  slug: 'ana-de-armas',
  best: 40,
  costume: () => BLACK_AND_RED,
  light: [
    [20, [1, 0.28, 0.12]],
    [60, [1, 0.25, -0.02]],
    [83, [0.8, 0.5, 0.3]],
  ],
  score: {
    frames: 84,
    breathing: [{ from: 2, to: 78, depth: 2 }],
    steps: [
      // The breath that begins: arms open a little and return.
      at(5, { ...arms(arm.allongeLow), head: bend(-2, 2, -10), spine: bend(-5, 0, -2) }),
      at(12, { ...arms(arm.first), head: bend(10, -7, 4), spine: bend(3, 2, 4) }),
      // Third with the far arm, second with the near: the gaze goes up under the high arm.
      at(20, {
        ...arms(arm.third, arm.second),
        head: bend(-12, 10, -26),
        spine: bend(-8, 4, -12),
      }),
      at(26, {
        ...arms(arm.allongeThird, arm.allongeSecond),
        head: bend(-14, 12, 8),
        spine: bend(-12, 8, -14),
      }),
      // She folds round the near hand as it passes the cheek and the throat.
      at(34, {
        ...arms(
          {
            upper: [0.7, -0.45, 0.75],
            fore: [-0.7, 0.15, 0.8],
            hand: [-0.9, 0.4, 0.2],
            palm: [0, 0, -1],
          },
          {
            upper: [0.6, -0.35, 0.85],
            fore: [-0.75, 0.95, 0.1],
            hand: [-0.2, 1, -0.35],
            palm: [-0.8, 0.2, -0.6],
          },
        ),
        head: bend(12, -12, -20),
        spine: bend(8, -5, 8),
      }),
      at(42, {
        ...arms(
          {
            upper: [0.62, -0.5, 0.8],
            fore: [-0.85, 0.55, 0.45],
            hand: [-0.8, 0.75, -0.15],
            palm: [-0.2, 0, -1],
          },
          {
            upper: [0.58, -0.48, 0.85],
            fore: [-0.8, 0.75, 0.4],
            hand: [-0.7, 0.85, -0.1],
            palm: [-0.2, 0, -1],
          },
        ),
        head: bend(-10, -9, -34),
        spine: bend(-2, -3, 4),
      }),
      // Wings: the back opens, wrists first up, then down.
      at(51, { ...arms(arm.wingUp), head: bend(-10, 4, 14), spine: bend(-13, 0, -4) }),
      at(59, { ...arms(arm.allongeSecond), head: bend(-2, -6, -30), spine: bend(-6, -3, 6) }),
      at(65, { ...arms(arm.demiSecond), head: bend(6, -4, -22), spine: bend(-2, 0, 2) }),
      // The hands go behind her; she looks at us.
      at(72, {
        ...arms(arm.behindBack),
        head: bend(4, 0, -34),
        spine: bend(-4, 0, -4),
        flow: 'rest',
      }),
    ],
  },
};
