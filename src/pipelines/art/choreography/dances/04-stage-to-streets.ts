import { BLACK_AND_RED } from '../../costume.ts';
import type { Chapter } from '../dance.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import { grandJeteFlight, grandJeteLanding, run, runStep } from '../poses/named.ts';
import { bend, mirrored, underTilt } from '../poses/sides.ts';
import { arms, at, type Parts } from '../score.ts';

const legsOf = ({ legLeft, legRight, pelvis, spine, head }: Parts): Parts =>
  ({ legLeft, legRight, pelvis, spine, head }) as Parts;
const step = legsOf(runStep(30));
const stepRight = legsOf(mirrored(runStep(30)));
const runLeft = legsOf(run);
const runRight = legsOf(mirrored(run));
const lean = bend(12);

/** A run that grows, and the grand jeté that it was for. */
export const stageToStreets: Chapter = {
  slug: 'stage-to-streets',
  best: 48,
  costume: () => BLACK_AND_RED,
  light: [
    [30, [0.7, 0.6, 0.35]],
    [60, [0.8, 0.5, 0.3]],
    [83, [0.75, 0.55, 0.45]],
  ],
  score: {
    frames: 84,
    jumps: [{ takeoff: 39, landing: 57, rise: 190, arrive: [130, 0] }],
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
      at(17, { ...step, facing: 72, ...arms(arm.allongeLow), support: 'right' }),
      at(20, { ...runRight, facing: 74 }),
      at(23, { ...stepRight, support: 'left' }),
      at(26, { ...runLeft, ...arms(arm.demiSecond) }),
      at(29, { ...step, facing: 76, support: 'right' }),
      at(31, { ...runRight, ...arms(arm.demiSecond) }),
      at(33, { ...stepRight, ...arms(arm.brasBas), support: 'left' }),
      // The plié that gathers the jump, the front leg brushing through.
      at(36, {
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
      at(39, {
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
      at(45, { ...grandJeteFlight, facing: 76 }),
      at(50, { ...grandJeteFlight, facing: 76 }),
      at(57, {
        ...grandJeteLanding,
        legRight: underTilt(
          bend(22, -4, 12),
          { azimuth: 6, elevation: 10, turnout: 54, knee: 4, ankle: 40, toes: 0 },
          'right',
        ),
        facing: 74,
      }),
      at(62, { ...grandJeteLanding, facing: 70 }),
      at(67, {
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
