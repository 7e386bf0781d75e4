import { BLACK_AND_RED } from '../../costume.ts';
import type { WrittenDance } from '../dance.ts';
import { arms, at } from '../notation.ts';
import * as arm from '../poses/arms.ts';
import { bend } from '../poses/sides.ts';

/** Port de bras, seen close: the arms speak, the back moves them, the eyes follow the hand. */
export default {
  id: 'ana-de-armas',
  begins: 'closed',
  ends: 'handsBehind',
  best: 46,
  costume: () => BLACK_AND_RED,
  light: [
    [20, [1, 0.28, 0.12]],
    [60, [1, 0.25, -0.02]],
    [87, [0.9, 0.5, 0.1]],
  ],
  notation: {
    frames: 88,
    breathing: [{ from: 2, to: 82, depth: 2 }],
    steps: [
      // The breath that begins: arms open a little and return.
      at(5, {
        ...arms(arm.allongeLow),
        head: bend(-2, 2, -10),
        spine: bend(-5, 0, -2),
        facing: 38,
      }),
      at(13, { ...arms(arm.first), head: bend(12, -8, 6), spine: bend(4, 2, 6) }),
      // Third with the far arm, second with the near: the gaze goes up under the high arm.
      at(21, { ...arms(arm.third, arm.second), head: bend(-10, 9, 6), spine: bend(-8, 4, -10) }),
      at(27, {
        ...arms(arm.allongeThird, arm.allongeSecond),
        head: bend(-15, 12, 2),
        spine: bend(-14, 8, -12),
        facing: 36,
      }),
      // The arms come down through second and close; she folds over them.
      at(34, { ...arms(arm.second, arm.demiSecond), head: bend(0, 2, -18), spine: bend(-2, 0, 0) }),
      at(41, { ...arms(arm.crossed), head: bend(20, -10, 8), spine: bend(12, -3, 10) }),
      // Wrists crossed at the throat, the face lifted out of them.
      at(48, { ...arms(arm.throat), head: bend(-10, -8, -26), spine: bend(-3, -2, 2) }),
      // The elbows open, the hands draw apart after them.
      at(54, { ...arms(arm.unfolding), head: bend(-4, 4, -10), spine: bend(-6, 0, -4) }),
      at(61, { ...arms(arm.wingUp), head: bend(-9, 6, 14), spine: bend(-12, 0, -6) }),
      at(67, { ...arms(arm.wingDown), head: bend(5, -5, -26), spine: bend(-3, -2, 4) }),
      // The hands go behind her; she looks at us.
      at(75, {
        facing: 34,
        ...arms(arm.behindBack),
        head: bend(4, 0, -34),
        spine: bend(-4, 0, -4),
        flow: 'rest',
      }),
    ],
  },
} satisfies WrittenDance;
