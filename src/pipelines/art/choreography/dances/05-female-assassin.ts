import { BLACK_AND_RED } from '../../costume.ts';
import type { Chapter } from '../dance.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import {
  fifthPlie,
  fouetteDevant,
  fouetteSeconde,
  fouetteTurn,
  fourthPlie,
} from '../poses/named.ts';
import { bend } from '../poses/sides.ts';
import { arms, at, type Step } from '../score.ts';

/** Frames of one fouetté. */
const BEAT = 13;

/** One fouetté rond de jambe en tournant from a facing: fondu and développé devant, whip to the side on the rise, retiré through the turn. */
const fouette = (frame: number, facing: number): readonly Step[] => [
  at(frame, {
    ...fouetteDevant,
    facing: facing + 46,
    spine: bend(-2, 0, 4),
    head: bend(-2, 0, -12),
  }),
  at(frame + 3, { ...fouetteSeconde, facing: facing + 2, spine: bend(-3, 0, -4) }),
  at(frame + 6, { ...fouetteTurn, facing: facing - 110 }),
  at(frame + 10, { ...fouetteTurn, facing: facing - 276 }),
];

const start = 27;
const turns = [0, 1, 2, 3];

/** Fouettés: the leg whips, the head finds us again each time. */
export const femaleAssassin: Chapter = {
  slug: 'female-assassin',
  best: start + BEAT + 3,
  costume: () => BLACK_AND_RED,
  light: [
    [20, [0.85, 0.55, 0.12]],
    [80, [0.75, 0.6, 0.15]],
    [95, [0.75, 0.6, 0.12]],
  ],
  score: {
    frames: 96,
    carries: [{ from: 3, to: 13, arrive: [0, 0] }],
    spots: [{ from: 17, to: start + 4 * BEAT + 2, gaze: 0 }],
    steps: [
      // Pas de bourrée back to the middle, en pointe, into fourth.
      at(3, {
        ...fifthPlie,
        support: 'right',
        facing: 40,
        ...arms(arm.demiSecond),
        head: bend(2, 0, -14),
      }),
      at(6, {
        facing: 20,
        legLeft: { ...leg.couDePied, azimuth: 90 },
        legRight: leg.standingPointe,
        ...arms(arm.first),
      }),
      at(8, { support: 'left' }),
      at(9, {
        facing: 0,
        legLeft: leg.standingPointe,
        legRight: { ...leg.couDePied, azimuth: 90 },
        ...arms(arm.first),
        head: bend(-3, 0, 6),
      }),
      at(13, { ...fourthPlie, facing: -14, head: bend(-2, 0, 10) }),
      at(15, {
        ...fourthPlie,
        facing: -8,
        spine: bend(-2, 0, 10),
        head: bend(-2, 0, 4),
        flow: 'rest',
      }),
      // The pirouette that starts them.
      at(19, { ...fouetteTurn, facing: -72 }),
      at(start - 3, { ...fouetteTurn, facing: -276 }),
      ...turns.flatMap((i) => fouette(start + i * BEAT, -360 * (i + 1))),
      // The last turn closes: fourth behind, arms flung open, still.
      at(start + 4 * BEAT + 2, {
        ...fourthPlie,
        facing: -1780,
        ...arms(arm.second, arm.third),
        spine: bend(-8, 0, -6),
        head: bend(-8, 4, -18),
        flow: 'rest',
      }),
      at(87, {
        facing: -1770,
        pelvis: bend(0),
        spine: bend(-8, 2, -8),
        head: bend(-8, 4, -20),
        legLeft: { ...leg.standing, azimuth: -60 },
        legRight: leg.tenduDerriere,
        ...arms(arm.second, arm.third),
        flow: 'rest',
      }),
    ],
  },
};
