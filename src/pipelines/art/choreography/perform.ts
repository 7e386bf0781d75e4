import { mix } from '../../../core/maths/scalar.ts';
import { smoothstep, type Vec3 } from '../linear.ts';
import type { LegPose, Pose } from '../pose.ts';
import { ballistic, flown } from './motion/ballistics.ts';
import { type BodyPose, bodyTracks } from './motion/body.ts';
import { breath } from './motion/breath.ts';
import { anchor, journey } from './motion/journey.ts';
import { easeBack, plantLeg } from './motion/plant.ts';
import { restHand } from './motion/rest.ts';
import { spotting } from './motion/spotting.ts';
import type { Track } from './motion/tracks.ts';
import type { Notation, Planted } from './notation.ts';
import { legOf, legPoints, otherSide, pelvisFrame, reachDown } from './stance.ts';

/** Frames over which a spotted head, or a foot that leaves its place, goes back to what its steps say. */
const RELEASE = 4;

const grounded = (body: BodyPose): Pose => ({ ...body, place: [0, 0], height: 0 });

/** Turns the head to the spot of each stretch in which she spots. */
function spot(notation: Notation, frame: number, body: BodyPose): BodyPose {
  let { head } = body;
  for (const { from, to, gaze } of notation.spots ?? []) {
    const weight = smoothstep(from, from + RELEASE, frame) * smoothstep(to + RELEASE, to, frame);
    if (weight === 0) continue;
    const toSpot = spotting(body.facing - gaze) - body.spine.twist;
    head = { ...head, twist: mix(head.twist, toSpot, weight) };
  }
  return head === body.head ? body : { ...body, head };
}

/** Opens the chest with the breath; head and arms float on it. */
function breathe(notation: Notation, frame: number, body: BodyPose): BodyPose {
  const open = breath(frame, notation.frames - 1, notation.breathing);
  if (open === 0) return body;
  return {
    ...body,
    spine: { ...body.spine, pitch: body.spine.pitch - open },
    head: { ...body.head, pitch: body.head.pitch + open * 0.45 },
  };
}

/**
 * Dances a notation from a pose: the whole figure at any frame, whole or between, a function of the
 * frame alone. At frame 0 it is `start` itself.
 */
export function perform(notation: Notation, start: Pose): Track<Pose> {
  const tracks = bodyTracks(start, notation.steps);
  const body: Track<BodyPose> = (frame) =>
    breathe(notation, frame, spot(notation, frame, tracks(frame)));
  const where = journey(notation, start, body);
  const heldFeet = (notation.planted ?? []).map((planted) => heldFoot(planted, body, where.place));
  return (frame) => {
    if (frame <= 0) return start;
    let pose: Pose = { ...body(frame), place: where.place(frame), height: 0 };
    for (const held of heldFeet) pose = held(frame, pose);
    const jump = notation.jumps?.find((j) => frame > j.takeoff && frame < j.landing);
    if (jump === undefined) pose = clearFloor(pose);
    for (const rest of notation.rests ?? [])
      pose = restHand(rest, frame, pose, where.pelvis(frame));
    if (jump === undefined) return pose;
    const pelvis = ballistic(
      reachDown(grounded(body(jump.takeoff))),
      reachDown(grounded(body(jump.landing))),
      jump.rise,
      flown(jump, frame),
    );
    return {
      ...pose,
      support: 'air',
      place: where.pelvis(frame),
      height: Math.max(0, pelvis - reachDown(pose)),
    };
  };
}

/** How softly a free foot is kept off the floor, in clip units. */
const SOFT = 10;

/** Lifts the free foot, by its knee, where the steps would drag it through the floor. */
function clearFloor(pose: Pose): Pose {
  if (pose.support !== 'left' && pose.support !== 'right') return pose;
  const foot = otherSide(pose.support);
  const key = foot === 'left' ? 'legLeft' : 'legRight';
  const { toe, toeHeight } = legOf(pose, pose.support);
  const floor = toe[1] - toeHeight;
  const free = legOf(pose, foot, true);
  const low = legOf(pose, foot, false).toe[1] - floor - free.toeHeight;
  if (low >= SOFT) return pose;
  const near = Math.max(0, SOFT - Math.abs(low)) / SOFT;
  const height = Math.max(low, 0) + (near * near * SOFT) / 4;
  const leg = plantLeg(pose, pose[key], foot, [
    free.planted[0],
    floor + free.toeHeight + height,
    free.planted[2],
  ]);
  return { ...pose, [key]: leg };
}

/** Keeps a second foot where it stood when the stretch began, then lets it go softly. */
function heldFoot(
  { foot, from, to }: Planted,
  body: Track<BodyPose>,
  placeAt: Track<readonly [number, number]>,
): (frame: number, pose: Pose) => Pose {
  const key = foot === 'left' ? 'legLeft' : 'legRight';
  const toeOf = (frame: number): Vec3 => {
    const pose = body(frame);
    const { planted: point } = legPoints(pelvisFrame(pose), pose[key], foot, true);
    const place = placeAt(frame);
    const away = anchor(pose);
    return [place[0] - away[0] + point[0], 0, place[1] - away[1] + point[2]];
  };
  const spotOnFloor = toeOf(from);
  const planted = (frame: number): LegPose => {
    const pose = body(frame);
    if (pose.support !== 'left' && pose.support !== 'right') return pose[key];
    const { toe, toeHeight } = legOf(grounded(pose), pose.support);
    const place = placeAt(frame);
    const away = anchor(pose);
    const { toeHeight: own } = legPoints(pelvisFrame(pose), pose[key], foot, true);
    return plantLeg(pose, pose[key], foot, [
      spotOnFloor[0] - place[0] + away[0],
      own - toeHeight + toe[1],
      spotOnFloor[2] - place[1] + away[1],
    ]);
  };
  return (frame, pose) => {
    if (frame < from || frame >= to + RELEASE) return pose;
    if (frame <= to) return { ...pose, [key]: planted(frame) };
    const share = smoothstep(to + RELEASE, to, frame);
    return { ...pose, [key]: easeBack(pose[key], body(to)[key], planted(to), share) };
  };
}
