import { BLACK_AND_RED } from '../../costume.ts';
import type { WrittenDance } from '../dance.ts';
import { at, type Parts, type Step } from '../notation.ts';
import * as leg from '../poses/legs.ts';
import { bend } from '../poses/sides.ts';
import { pointeOn } from '../poses/stand.ts';
import type { Side } from '../stance.ts';

const upright: Parts = { pelvis: bend(0), spine: bend(-3) };
const plie: Parts = { ...upright, legLeft: leg.fifthBackPlie, legRight: leg.fifthFrontPlie };
const stretched: Parts = { ...upright, legLeft: leg.fifthBack, legRight: leg.fifthFront };

/** The same with the left foot before the right. */
const swapped = ({ legLeft, legRight }: Parts): Parts =>
  ({ legLeft: legRight, legRight: legLeft }) as Parts;
const plieLeftFront: Parts = { ...upright, ...swapped(plie) };

/** Toes first, then the whole foot. */
const touching: Parts = { legLeft: leg.fifthBackTouching, legRight: leg.fifthFrontTouching };

/** Entrechat quatre: the calves beat twice in the air. */
const entrechat = (frame: number, side: 1 | -1): readonly Step[] => [
  at(frame, { ...plie, head: bend(6, 3 * side, -16 - 30 * side) }),
  at(frame + 3, { ...upright, legLeft: leg.fifthBackPointe, legRight: leg.fifthFrontPointe }),
  at(frame + 5, { legLeft: leg.fifthFrontPointe, legRight: leg.fifthBackPointe }),
  at(frame + 7, { legLeft: leg.fifthBackPointe, legRight: leg.fifthFrontPointe }),
  at(frame + 8, touching),
  at(frame + 11, plie),
];
/** Échappé relevé: out of the plié on to two pointes, wide, and back. */
const WIDE = pointeOn({ out: 118, forward: 2 }, 66);
const echappe = (frame: number): readonly Step[] => [
  at(frame, { ...plie, head: bend(6, -3, 12) }),
  at(frame + 3, { ...upright, legLeft: WIDE, legRight: WIDE, head: bend(-4, 0, -16) }),
  at(frame + 6, { ...upright, legLeft: WIDE, legRight: WIDE, head: bend(-4, 4, -44) }),
  at(frame + 10, plie),
];
/** Relevé in passé on the left leg; the head tips to the raised knee. It closes into a plié. */
const passe = (frame: number, closes: Parts): readonly Step[] => [
  at(frame, {
    ...upright,
    legLeft: leg.standingPointe,
    legRight: leg.retire,
    head: bend(4, -6, -48),
    flow: 'rest',
  }),
  at(frame + 4, { ...closes, head: bend(2, 0, -6) }),
];

/** Pas de chat: the back leg's knee, then the other, and down through the toes; it travels to the back leg's side. */
const pasDeChat = (frame: number, head: number, lead: Side, lands: Parts): readonly Step[] => {
  const knee = { ...leg.retire, elevation: 60, knee: 112 };
  const high = { ...leg.retire, elevation: 80, knee: 127 };
  const pushes = leg.fifthFrontPointe;
  return [
    at(frame, {
      head: bend(6, 0, -head * 0.7 - 8),
      support: lead === 'left' ? 'right' : 'left',
    }),
    at(
      frame + 2,
      lead === 'left' ? { legLeft: knee, legRight: pushes } : { legLeft: pushes, legRight: knee },
    ),
    at(frame + 4, {
      legRight: high,
      legLeft: high,
      head: bend(-4, head > 0 ? 4 : -4, head - 8),
    }),
    at(frame + 7, lands === plie ? touching : swapped(touching), { support: 'left' }),
    at(frame + 10, lands),
  ];
};

/** The Little Swans: quick feet under arms that never let go. */
export default {
  id: 'legacy',
  begins: 'handsLinked',
  ends: 'afterTheSwans',
  best: 57,
  costume: () => BLACK_AND_RED,
  light: [
    [20, [0.6, 0.5, 0.55]],
    [80, [0.6, 0.5, 0.55]],
    [95, [0.5, 0.8, 0.15]],
  ],
  notation: {
    frames: 96,
    jumps: [
      { takeoff: 7, landing: 12, rise: 62 },
      { takeoff: 44, landing: 50, rise: 74, arrive: [-30, 0] },
      { takeoff: 55, landing: 61, rise: 74, arrive: [-90, 0] },
      { takeoff: 66, landing: 72, rise: 74, arrive: [-40, 0] },
      { takeoff: 77, landing: 83, rise: 74, arrive: [10, 0] },
    ],
    carries: [{ from: 24, to: 34 }],
    steps: [
      at(5, { facing: 16 }),
      at(80, { facing: 16 }),
      ...entrechat(4, 1),
      ...passe(18, plie),
      ...echappe(24),
      ...passe(37, plieLeftFront),
      ...pasDeChat(42, -36, 'right', plieLeftFront),
      ...pasDeChat(53, -36, 'right', plie),
      ...pasDeChat(64, 36, 'left', plie),
      ...pasDeChat(75, 36, 'left', plie),
      at(88, { ...stretched, facing: 30, head: bend(-2, 3, -20), flow: 'rest' }),
    ],
  },
} satisfies WrittenDance;
