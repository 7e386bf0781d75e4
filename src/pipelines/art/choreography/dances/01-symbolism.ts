import { BLACK_AND_RED } from '../../costume.ts';
import type { Chapter } from '../dance.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import {
  arabesqueFirst,
  attitude,
  fifthPlie,
  fourthPlie,
  passe,
  tenduSeconde,
} from '../poses/named.ts';
import { bend, underTilt } from '../poses/sides.ts';
import { arms, at, type Parts } from '../score.ts';

const turning: Parts = { ...passe, ...arms(arm.first), spine: bend(-3), pelvis: bend(0) };
/** The gathering before a turn: deeper into the floor, the shoulders a little against it. */
const gathered: Parts = { ...fourthPlie, spine: bend(-2, 0, 10), head: bend(-2, 0, -20) };
/** From a line into the next preparation: the raised leg passes down to fourth behind. */
const secondeTilt = bend(0, 7);

/** Pirouettes en dehors; each ends for an instant on another line: attitude, arabesque, à la seconde. */
export const symbolism: Chapter = {
  slug: 'symbolism',
  best: 60,
  costume: () => BLACK_AND_RED,
  light: [
    [20, [0.92, 0.42, 0.05]],
    [80, [0.92, 0.42, 0.05]],
    [95, [0.95, 0.4, 0.1]],
  ],
  score: {
    frames: 96,
    spots: [
      { from: 16, to: 30, gaze: 0 },
      { from: 42, to: 54, gaze: 0 },
      { from: 65, to: 76, gaze: 0 },
    ],
    steps: [
      at(5, { ...fifthPlie, facing: 32, ...arms(arm.first), head: bend(4, 0, -10) }),
      at(10, { ...tenduSeconde, facing: 26, head: bend(-4, 0, 24) }),
      at(15, { ...fourthPlie, facing: 24, head: bend(-2, 0, -16) }),
      at(18, { ...gathered, facing: 30, flow: 'rest' }),
      // First turn: ends in attitude.
      at(22, { ...turning, facing: -8 }),
      at(29, { ...turning, facing: -236 }),
      at(34, { ...attitude, facing: -292, flow: 'rest' }),
      at(38, { ...attitude, facing: -292, spine: bend(-36, -4, 10), flow: 'rest' }),
      at(43, { ...gathered, facing: -322, flow: 'rest' }),
      // Second: arabesque.
      at(47, { ...turning, facing: -364 }),
      at(54, { ...turning, facing: -588 }),
      at(59, { ...arabesqueFirst, facing: -650, flow: 'rest' }),
      at(62, { ...arabesqueFirst, facing: -650, flow: 'rest' }),
      at(66, { ...gathered, facing: -680, flow: 'rest' }),
      // Third: à la seconde, to the audience.
      at(70, { ...turning, facing: -728 }),
      at(77, { ...turning, facing: -990 }),
      at(81, {
        facing: -1062,
        support: 'left',
        pelvis: secondeTilt,
        spine: bend(-2, 2, 0),
        head: bend(-6, -3, -14),
        legLeft: underTilt(secondeTilt, leg.standingPointe, 'left'),
        legRight: { ...leg.developpeSeconde, elevation: 112 },
        ...arms(arm.third, arm.second),
        flow: 'rest',
      }),
      at(83, { facing: -1060 }),
      at(86, { ...fifthPlie, facing: -1052, ...arms(arm.demiSecond), head: bend(2, 0, -12) }),
      at(89, {
        facing: -1046,
        pelvis: bend(0),
        spine: bend(-4, 0, -4),
        head: bend(-3, 3, -18),
        legLeft: leg.fifthBack,
        legRight: leg.fifthFront,
        ...arms(arm.brasBas),
        flow: 'rest',
      }),
    ],
  },
};
