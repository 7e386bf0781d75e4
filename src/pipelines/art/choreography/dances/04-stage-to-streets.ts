import { BLACK_AND_RED } from '../../costume.ts';
import type { Chapter } from '../dance.ts';
import * as arm from '../poses/arms.ts';
import * as leg from '../poses/legs.ts';
import { grandJeteFlight, grandJeteLanding, run, runStep } from '../poses/named.ts';
import { bend, mirrored, underTilt } from '../poses/sides.ts';
import { arms, at, type Parts } from '../score.ts';

const legsOf = ({ legLeft, legRight, pelvis, spine, head }: Parts): Parts =>
  ({ legLeft, legRight, pelvis, spine, head }) as Parts;
const step = legsOf(runStep(52));
const stepRight = legsOf(mirrored(runStep(52)));
const runRight = legsOf(mirrored(run));
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
    jumps: [{ takeoff: 36, landing: 57, rise: 205, arrive: [150, -60] }],
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
      // Two running steps, the second into the floor.
      at(19, { ...step, facing: 74, ...arms(arm.allongeLow, arm.demiSecond), support: 'right' }),
      at(23, { ...runRight, facing: 78, ...arms(arm.demiSecond) }),
      at(27, { ...stepRight, ...arms(arm.demiSecond, arm.allongeLow), support: 'left' }),
      // The plié that gathers the jump, the front leg brushing through.
      at(32, {
        pelvis: bend(8),
        spine: bend(0),
        head: bend(2),
        legLeft: underTilt(bend(8), leg.fondu, 'left'),
        legRight: underTilt(bend(8), { ...leg.couDePied, azimuth: 30, elevation: 24 }, 'right'),
        ...arms(arm.brasBas),
        facing: 78,
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
        ...arms(arm.allongeFirst, arm.second),
        facing: 78,
      }),
      at(43, { ...grandJeteFlight, facing: 78 }),
      at(49, { ...grandJeteFlight, facing: 78 }),
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
};
