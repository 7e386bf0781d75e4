import { BLACK_AND_RED } from '../../costume.ts';
import type { WrittenDance } from '../dance.ts';
import { arms, at, type Parts, type Step } from '../notation.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import {
  grandJeteFlight,
  grandJeteLanding,
  runPush,
  runStride,
  runStrike,
} from '../poses/named.ts';
import { bend, mirrored, underTilt } from '../poses/sides.ts';
import { bentUnder } from '../poses/stand.ts';

const recoil = bend(2);
const gather = bend(10);
const landing = bend(22, -4, 12);

/** One bound of the run: off one foot, the stride, down on the other and through it. */
const bound = (takeoff: number, land: number, side: 'left' | 'right'): readonly Step[] => {
  const turned = side === 'left' ? (parts: Parts) => parts : mirrored;
  const { support: _, ...push } = runPush;
  return [
    at(takeoff, { ...turned(push), facing: 82 }),
    at((takeoff + land) / 2, turned(runStride)),
    at(land, turned(runStrike)),
  ];
};

/** A preparation, a run that grows, and the grand jeté that it was for. */
export default {
  id: 'stage-to-streets',
  begins: 'handsEmptied',
  ends: 'landed',
  best: 46,
  costume: () => BLACK_AND_RED,
  light: [
    [30, [0.85, 0.55, 0.05]],
    [60, [0.9, 0.5, 0]],
    [83, [0.85, 0.5, 0.15]],
  ],
  notation: {
    frames: 84,
    jumps: [
      { takeoff: 14, landing: 19, rise: 12, by: [46, -12] },
      { takeoff: 25, landing: 30, rise: 12, by: [50, -12] },
      { takeoff: 36, landing: 57, rise: 205, arrive: [182, 30] },
    ],
    steps: [
      // The breath before the run: she turns to face it, steps back from it and sinks, the arms swept behind.
      at(5, {
        facing: 30,
        legLeft: leg.fifthFront,
        legRight: leg.fifthBack,
        spine: bend(-8, 0, 0),
        head: bend(-4, 0, 10),
        ...arms(arm.demiSecond),
      }),
      at(7, {
        facing: 66,
        pelvis: recoil,
        spine: bend(-2, 0, 6),
        head: bend(-6, 0, 4),
        legLeft: bentUnder(recoil, 'left', { out: 2, forward: 10 }, 96, 46),
        legRight: underTilt(
          recoil,
          { azimuth: 176, elevation: 40, turnout: 44, knee: 12, ankle: 66, toes: 4 },
          'right',
        ),
        ...arms(arm.lowBehind),
      }),
      at(11, arms(arm.runPassing, arm.lowBehind)),
      // Two bounds, each longer than the last.
      ...bound(14, 19, 'left'),
      ...bound(25, 30, 'right'),
      // The plié that gathers the jump, the front leg brushing through.
      at(33, {
        pelvis: gather,
        spine: bend(2),
        head: bend(-8),
        legLeft: bentUnder(gather, 'left', { out: 2, forward: 0 }, 84, 46),
        legRight: underTilt(gather, { ...leg.couDePied, azimuth: 20, elevation: 30 }, 'right'),
        ...arms(arm.brasBas),
        facing: 80,
      }),
      at(36, {
        pelvis: bend(6),
        spine: bend(-8),
        head: bend(-6),
        legLeft: underTilt(
          bend(6),
          { azimuth: 178, elevation: 9, turnout: 50, knee: 0, ankle: 70, toes: 10 },
          'left',
        ),
        legRight: underTilt(bend(6), { ...leg.jeteFront, elevation: 72 }, 'right'),
        ...arms(arm.allongeFirst, arm.demiSecond),
        facing: 82,
      }),
      at(43, { ...grandJeteFlight, facing: 84 }),
      at(49, { ...grandJeteFlight, facing: 84 }),
      // Down through the toes, deep into the plié, the line kept over it.
      at(57, {
        ...grandJeteLanding,
        legRight: underTilt(
          landing,
          { azimuth: 6, elevation: 10, turnout: 54, knee: 4, ankle: 44, toes: 0 },
          'right',
        ),
        facing: 76,
      }),
      at(62, {
        ...grandJeteLanding,
        facing: 74,
      }),
      at(67, {
        ...grandJeteLanding,
        legRight: underTilt(landing, leg.standing, 'right'),
        ...arms(arm.second, arm.third),
        facing: 64,
      }),
      at(73, {
        facing: 46,
        pelvis: bend(0),
        spine: bend(-4, 0, -6),
        head: bend(-2, 3, -20),
        legRight: leg.fifthFront,
        legLeft: leg.fifthBack,
        ...arms(arm.second),
      }),
      at(76, {
        facing: 44,
        legRight: leg.fifthFront,
        legLeft: leg.fifthBack,
        pelvis: bend(0),
        spine: bend(-4, 0, -6),
        head: bend(-3, 3, -22),
        ...arms(arm.demiSecond),
        flow: 'rest',
      }),
    ],
  },
} satisfies WrittenDance;
