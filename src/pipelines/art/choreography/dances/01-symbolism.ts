import { BLACK_AND_RED } from '../../costume.ts';
import type { WrittenDance } from '../dance.ts';
import { arms, at, type Parts, type Step } from '../notation.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import {
  arabesqueFirst,
  attitude,
  fifthPlie,
  fourthPlie,
  lowLunge,
  passe,
  tenduSeconde,
} from '../poses/named.ts';
import { bend, underTilt } from '../poses/sides.ts';

const turning: Parts = { ...passe, ...arms(arm.first), spine: bend(-3), pelvis: bend(0) };
/** The gathering before a turn: deeper into the floor, the shoulders a little against it. */
const gathered: Parts = { ...fourthPlie, spine: bend(-2, 0, 10), head: bend(-2, 0, -20) };
const secondeTilt = bend(0, 7);
const seconde: Parts = {
  support: 'left',
  pelvis: secondeTilt,
  spine: bend(-2, 2, 0),
  head: bend(-6, -3, -14),
  legLeft: underTilt(secondeTilt, leg.standingPointe, 'left'),
  legRight: { ...leg.developpeSeconde, elevation: 116 },
  ...arms(arm.third, arm.second),
};

/** Frames in which a line is held. */
const HELD = 2.5;

interface Turn {
  /** Frame in which she gathers for it, and frames from there to its line. */
  readonly from: number;
  readonly length: number;
  /** Frames in which the passé opens into the line. */
  readonly opens: number;
  readonly facing: readonly [from: number, to: number];
  readonly line: Parts;
  /** How the arms are as the passé opens into the line, and again as the line is left. */
  readonly opening?: Parts;
}

const TURNS: readonly Turn[] = [
  { from: 15, length: 12, opens: 3.5, facing: [28, -296], line: attitude },
  {
    from: 34,
    length: 12,
    opens: 3.5,
    facing: [-326, -650],
    line: arabesqueFirst,
    opening: { armRight: arm.second },
  },
  { from: 53.5, length: 12.5, opens: 3.5, facing: [-682, -1062], line: seconde },
  {
    from: 72.5,
    length: 13,
    opens: 4.7,
    facing: [-1072, -1372],
    line: lowLunge,
    opening: { armLeft: arm.second },
  },
];

/** Gathered, she turns en dehors in passé, and the turn stops dead on a line. */
const pirouette = ({
  from,
  length,
  opens,
  facing: [before, after],
  line,
  opening,
}: Turn): readonly Step[] => {
  const round = after - before;
  return [
    at(from, { ...gathered, facing: before, flow: 'rest' }),
    at(from + 3, { ...turning, facing: before + 0.14 * round }),
    at(from + length - opens, { ...turning, ...opening, facing: after - 0.17 * round }),
    at(from + length, { ...line, facing: after, flow: 'rest' }),
    at(from + length + HELD, { ...line, facing: after, flow: 'rest' }),
    at(from + length + HELD + 1.5, { ...opening }),
  ];
};

/** Pirouettes en dehors; each ends for an instant on another line: attitude, arabesque, à la seconde, a low lunge. */
export default {
  id: 'symbolism',
  begins: 'crowned',
  ends: 'closed',
  best: 47,
  costume: () => BLACK_AND_RED,
  light: [
    [20, [0.92, 0.42, 0.05]],
    [80, [0.92, 0.42, 0.05]],
    [95, [0.95, 0.4, 0.1]],
  ],
  notation: {
    frames: 96,
    spots: TURNS.map(({ from, length }) => ({ from: from - 2, to: from + length - 4, gaze: 0 })),
    steps: [
      at(5, { ...fifthPlie, facing: 32, ...arms(arm.first), head: bend(4, 0, -10) }),
      at(10, { ...tenduSeconde, facing: 26, head: bend(-4, 0, 24) }),
      ...TURNS.flatMap(pirouette),
      // Up out of it, the back leg drawn in.
      at(95, {
        facing: -1406,
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
} satisfies WrittenDance;
