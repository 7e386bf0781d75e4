import type { Vec3 } from '../../linear.ts';
import type { ArmPose, Bend, LegPose, Pose } from '../../pose.ts';
import type { Parts, Step } from '../notation.ts';
import { thighAngles, thighDirection } from '../stance.ts';
import { FOLLOWERS, follow, followDirection } from './follow.ts';
import { directionTrack, heldTrack, type Knot, scalarTrack, type Track } from './tracks.ts';

/** What the tracks alone say of a moment: everything but where she is. */
export type BodyPose = Omit<Pose, 'place' | 'height'>;

type Part = Exclude<keyof Parts, 'support'>;

/** The knots of one part: the pose she starts from, then every step that speaks of it. */
function knots<K extends Part, T>(
  start: Pose,
  steps: readonly Step[],
  part: K,
  pick: (value: Pose[K]) => T,
): readonly Knot<T>[] {
  const spoken = steps.flatMap((step): Knot<T>[] => {
    const value = step[part] as Pose[K] | undefined;
    return value === undefined
      ? []
      : [{ at: step.at, value: pick(value), flow: step.flow ?? 'through' }];
  });
  return [{ at: 0, value: pick(start[part]), flow: 'rest' }, ...spoken];
}

const BENDS = ['pitch', 'roll', 'twist'] as const;
const PALM_DOWN: Vec3 = [0, -1, 0];

/**
 * Tracks for every part of the body, each in its own time: pelvis, spine and legs lead; head, upper
 * arm, forearm and hand follow one after the other.
 */
export function bodyTracks(start: Pose, steps: readonly Step[]): Track<BodyPose> {
  const bendTrack = (part: 'pelvis' | 'spine' | 'head'): Track<Bend> => {
    const [pitch, roll, twist] = BENDS.map((axis) => {
      const led = scalarTrack(knots(start, steps, part, (bend) => bend[axis]));
      return part === 'head' ? follow(led, FOLLOWERS.head) : led;
    });
    return (frame) => ({ pitch: pitch!(frame), roll: roll!(frame), twist: twist!(frame) });
  };
  const legTrack = (part: 'legLeft' | 'legRight'): Track<LegPose> => {
    const direction = directionTrack(knots(start, steps, part, thighDirection));
    const scalar = (key: 'turnout' | 'knee' | 'ankle' | 'toes') =>
      scalarTrack(knots(start, steps, part, (leg) => leg[key]));
    const turnout = scalar('turnout');
    const knee = scalar('knee');
    const ankle = scalar('ankle');
    const toes = scalar('toes');
    return (frame) => ({
      ...thighAngles(direction(frame)),
      turnout: turnout(frame),
      // Rounding must not bend a stretched knee backwards.
      knee: Math.max(0, knee(frame)),
      ankle: ankle(frame),
      toes: toes(frame),
    });
  };
  const armTrack = (part: 'armLeft' | 'armRight'): Track<ArmPose> => {
    const led = (key: 'upper' | 'fore' | 'hand' | 'palm') =>
      directionTrack(knots(start, steps, part, (arm) => arm[key] ?? PALM_DOWN));
    const upper = followDirection(led('upper'), FOLLOWERS.upper);
    const fore = followDirection(led('fore'), FOLLOWERS.fore);
    const hand = followDirection(led('hand'), FOLLOWERS.hand);
    const palm = followDirection(led('palm'), FOLLOWERS.hand);
    return (frame) => ({
      upper: upper(frame),
      fore: fore(frame),
      hand: hand(frame),
      palm: palm(frame),
    });
  };
  const turns = 360 * Math.round(start.facing / 360);
  const facing = scalarTrack([
    { at: 0, value: start.facing, flow: 'rest' },
    ...knots(start, steps, 'facing', (facing) => facing + turns).slice(1),
  ]);
  const pelvis = bendTrack('pelvis');
  const spine = bendTrack('spine');
  const head = bendTrack('head');
  const legLeft = legTrack('legLeft');
  const legRight = legTrack('legRight');
  const armLeft = armTrack('armLeft');
  const armRight = armTrack('armRight');
  const gripLeft = scalarTrack(knots(start, steps, 'grip', (grip) => grip[0]));
  const gripRight = scalarTrack(knots(start, steps, 'grip', (grip) => grip[1]));
  const support = heldTrack([
    { at: 0, value: start.support, flow: 'rest' as const },
    ...steps.flatMap(({ at, support }) =>
      support === undefined ? [] : [{ at, value: support, flow: 'rest' as const }],
    ),
  ]);
  return (frame) => ({
    facing: facing(frame),
    pelvis: pelvis(frame),
    spine: spine(frame),
    head: head(frame),
    legLeft: legLeft(frame),
    legRight: legRight(frame),
    armLeft: armLeft(frame),
    armRight: armRight(frame),
    support: support(frame),
    grip: [gripLeft(frame), gripRight(frame)],
  });
}
