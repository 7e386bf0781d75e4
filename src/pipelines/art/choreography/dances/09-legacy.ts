import { BLACK_AND_RED } from '../../costume.ts';
import type { Chapter } from '../dance.ts';
import * as leg from '../poses/legs.ts';
import { bend } from '../poses/sides.ts';
import { at, type Parts, type Step } from '../score.ts';

const upright: Parts = { pelvis: bend(0), spine: bend(-3) };
const plie: Parts = { ...upright, legLeft: leg.fifthBackPlie, legRight: leg.fifthFrontPlie };
const stretched: Parts = { ...upright, legLeft: leg.fifthBack, legRight: leg.fifthFront };

/** Toes first, then the whole foot. */
const touching: Parts = { legLeft: leg.fifthBackTouching, legRight: leg.fifthFrontTouching };

/** Entrechat quatre: the calves beat twice in the air. */
const entrechat = (frame: number, side: 1 | -1): readonly Step[] => [
  at(frame, { ...plie, head: bend(2, 2 * side, 4 - 12 * side) }),
  at(frame + 3, { ...upright, legLeft: leg.fifthBackPointe, legRight: leg.fifthFrontPointe }),
  at(frame + 5, { legLeft: leg.fifthFrontPointe, legRight: leg.fifthBackPointe }),
  at(frame + 7, { legLeft: leg.fifthBackPointe, legRight: leg.fifthFrontPointe }),
  at(frame + 8, touching),
  at(frame + 11, plie),
];
/** Relevé in passé on the left leg; the head tips to the raised knee. */
const passe = (frame: number): readonly Step[] => [
  at(frame, {
    ...upright,
    legLeft: leg.standingPointe,
    legRight: leg.retire,
    head: bend(-2, -5, -34),
    flow: 'rest',
  }),
  at(frame + 4, { ...plie, head: bend(3, 0, -14) }),
];
/** Pas de chat: one knee, then the other, and down, one foot after the other. */
const pasDeChat = (frame: number, head: number): readonly Step[] => [
  at(frame, { ...plie, head: bend(4, 0, head * 0.4 - 12) }),
  at(frame + 2, {
    legRight: { ...leg.retire, elevation: 60, knee: 112 },
    legLeft: leg.fifthBackPointe,
  }),
  at(frame + 4, {
    legRight: { ...leg.retire, elevation: 82, knee: 128 },
    legLeft: { ...leg.retire, elevation: 78, knee: 126 },
    head: bend(-4, head > 0 ? 4 : -4, head - 14),
  }),
  at(frame + 7, touching),
  at(frame + 10, plie),
];

/** The Little Swans: quick feet under arms that never let go. */
export const legacy: Chapter = {
  slug: 'legacy',
  best: 57,
  costume: () => BLACK_AND_RED,
  light: [
    [20, [0.4, 0.55, 0.75]],
    [80, [0.4, 0.55, 0.75]],
    [95, [0.35, 0.85, 0.45]],
  ],
  score: {
    frames: 96,
    jumps: [
      { takeoff: 7, landing: 12, rise: 62 },
      { takeoff: 27, landing: 32, rise: 62 },
      { takeoff: 44, landing: 50, rise: 74, arrive: [-30, 0] },
      { takeoff: 55, landing: 61, rise: 74, arrive: [-90, 0] },
      { takeoff: 66, landing: 72, rise: 74, arrive: [-40, 0] },
      { takeoff: 77, landing: 83, rise: 74, arrive: [10, 0] },
    ],
    steps: [
      ...entrechat(4, 1),
      ...passe(18),
      ...entrechat(24, -1),
      ...passe(37),
      ...pasDeChat(42, 24),
      ...pasDeChat(53, 24),
      ...pasDeChat(64, -24),
      ...pasDeChat(75, -24),
      at(88, { ...stretched, head: bend(-2, 3, -20), flow: 'rest' }),
    ],
  },
};
