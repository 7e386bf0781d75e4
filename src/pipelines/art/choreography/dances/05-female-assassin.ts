import { BLACK_AND_RED } from '../../costume.ts';
import type { WrittenDance } from '../dance.ts';
import { arms, at, type Step } from '../notation.ts';
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

/** Frames of one fouetté, and the frame at which the first one whips. */
const BEAT = 10;
const START = 26;
const TURNS = [0, 1, 2, 3, 4, 5];
const END = START + TURNS.length * BEAT;

/** One fouetté rond de jambe en tournant from a facing: fondu and développé devant, whip to the side on the rise, retiré through the turn. */
const fouette = (frame: number, facing: number): readonly Step[] => [
  at(frame, {
    ...fouetteDevant,
    facing: facing + 44,
    spine: bend(-2, 0, 4),
    head: bend(-2, 0, -12),
  }),
  at(frame + 2.9, { ...fouetteSeconde, facing: facing + 4, spine: bend(-3, 0, -4) }),
  at(frame + 5.4, { ...fouetteTurn, facing: facing - 112 }),
  at(frame + 7.1, { ...fouetteTurn, facing: facing - 188 }),
];

/** Six fouettés: the leg whips, the head finds us again each time. */
export default {
  id: 'female-assassin',
  begins: 'landed',
  ends: 'armsFlung',
  best: START + BEAT + 3,
  costume: () => BLACK_AND_RED,
  light: [
    [20, [0.85, 0.55, 0.12]],
    [80, [0.75, 0.6, 0.15]],
    [95, [0.75, 0.6, 0.12]],
  ],
  notation: {
    frames: 96,
    carries: [{ from: 2, to: 13, arrive: [0, 0] }],
    spots: [{ from: 15, to: END - 2, gaze: 0 }],
    steps: [
      // Pas de bourrée back to the middle, en pointe, into fourth.
      at(2, {
        ...fifthPlie,
        support: 'right',
        facing: 40,
        ...arms(arm.demiSecond),
        head: bend(2, 0, -14),
      }),
      at(5, {
        facing: 20,
        legLeft: { ...leg.couDePied, azimuth: 90 },
        legRight: leg.standingPointe,
        ...arms(arm.first),
      }),
      at(7, { support: 'left' }),
      at(9, {
        facing: 0,
        legLeft: leg.standingPointe,
        legRight: { ...leg.couDePied, azimuth: 90 },
        ...arms(arm.first),
        head: bend(-3, 0, 6),
      }),
      at(13, { ...fourthPlie, facing: -12, head: bend(-2, 0, 10) }),
      at(15, {
        ...fourthPlie,
        facing: -6,
        spine: bend(-2, 0, 10),
        head: bend(-2, 0, 4),
        flow: 'rest',
      }),
      // The pirouette that starts them.
      at(18.5, { ...fouetteTurn, facing: -72 }),
      at(START - 3, { ...fouetteTurn, facing: -240 }),
      ...TURNS.flatMap((i) => fouette(START + i * BEAT, -360 * (i + 1))),
      // The last turn closes: fourth behind, arms flung open, still.
      at(END + 1, {
        ...fourthPlie,
        facing: -360 * TURNS.length - 340,
        ...arms(arm.second, arm.third),
        spine: bend(-8, 0, -6),
        head: bend(-8, 4, -18),
        flow: 'rest',
      }),
      at(91, {
        facing: -360 * TURNS.length - 330,
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
} satisfies WrittenDance;
