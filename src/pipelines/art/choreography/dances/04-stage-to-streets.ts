import { BLACK_AND_RED } from '../../costume.ts';
import type { Chapter } from '../dance.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import { grandJeteFlight, grandJeteLanding, run } from '../poses/named.ts';
import { bend, mirrored, underTilt } from '../poses/sides.ts';
import { arms, at, type Parts } from '../score.ts';

const runRight: Parts = mirrored(run);
const lean = bend(12);

/** A run that grows, and the grand jeté that it was for. */
export const stageToStreets: Chapter = {
  slug: 'stage-to-streets',
  best: 46,
  costume: () => BLACK_AND_RED,
  light: [
    [30, [0.7, 0.6, 0.35]],
    [60, [0.8, 0.5, 0.3]],
    [83, [0.75, 0.55, 0.45]],
  ],
  score: {
    frames: 84,
    jumps: [{ takeoff: 37, landing: 55, rise: 190, by: [250, 0] }],
    steps: [
      // She turns to face where she is going: a tendu behind, the breath before the run.
      at(8, {
        facing: 40,
        pelvis: bend(6),
        spine: bend(-6),
        head: bend(-2, 0, 10),
        legLeft: underTilt(bend(6), leg.standing, 'left'),
        legRight: underTilt(bend(6), leg.tenduDerriere, 'right'),
        ...arms(arm.first),
      }),
      at(13, {
        facing: 62,
        pelvis: lean,
        spine: bend(-8),
        head: bend(-4),
        legLeft: underTilt(lean, { ...leg.fondu, azimuth: 20 }, 'left'),
        legRight: underTilt(lean, { ...leg.arabesqueLow, elevation: 40 }, 'right'),
        ...arms(arm.allongeLow),
      }),
      // Three running steps.
      at(18, { ...run, facing: 70 }),
      at(19, { support: 'right' }),
      at(24, { ...runRight, facing: 72 }),
      at(25, { support: 'left' }),
      at(30, { ...run, facing: 74, ...arms(arm.demiSecond) }),
      at(31, { support: 'left' }),
      // The plié that gathers the jump, the front leg brushing through.
      at(34, {
        pelvis: bend(8),
        spine: bend(-4),
        head: bend(-2),
        legLeft: underTilt(
          bend(8),
          { ...leg.fondu, azimuth: 8, elevation: 20, knee: 62, ankle: -30 },
          'left',
        ),
        legRight: underTilt(bend(8), { ...leg.tenduDevant, elevation: 40 }, 'right'),
        ...arms(arm.first),
        facing: 76,
      }),
      at(37, {
        pelvis: bend(6),
        spine: bend(-10),
        head: bend(-6),
        legLeft: underTilt(
          bend(6),
          { azimuth: 176, elevation: 24, turnout: 50, knee: 0, ankle: 70, toes: 10 },
          'left',
        ),
        legRight: underTilt(bend(6), { ...leg.jeteFront, elevation: 76 }, 'right'),
        ...arms(arm.allongeFirst, arm.second),
        facing: 76,
      }),
      at(43, { ...grandJeteFlight, facing: 76 }),
      at(48, { ...grandJeteFlight, facing: 76 }),
      at(55, {
        ...grandJeteLanding,
        legRight: underTilt(
          bend(22, -4, 12),
          { azimuth: 6, elevation: 10, turnout: 54, knee: 4, ankle: 40, toes: 0 },
          'right',
        ),
        facing: 74,
      }),
      at(60, { ...grandJeteLanding, facing: 70 }),
      at(66, {
        ...grandJeteLanding,
        legRight: underTilt(bend(22, -4, 12), leg.standing, 'right'),
        ...arms(arm.allongeSecond, arm.allongeThird),
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
};
