import { clamp } from '../../../../core/maths/scalar.ts';
import type { Pose } from '../../pose.ts';
import type { Carry, Notation } from '../notation.ts';
import { legOf } from '../stance.ts';
import { flown } from './ballistics.ts';
import type { BodyPose } from './body.ts';
import type { Track } from './tracks.ts';

type Floor = readonly [x: number, z: number];

const plus = (a: Floor, b: Floor): Floor => [a[0] + b[0], a[1] + b[1]];
const minus = (a: Floor, b: Floor): Floor => [a[0] - b[0], a[1] - b[1]];

/** From the middle of the pelvis to the point that `place` speaks of, on the floor. */
export function anchor(body: BodyPose): Floor {
  if (body.support !== 'left' && body.support !== 'right') return [0, 0];
  const { planted } = legOf({ ...body, place: [0, 0], height: 0 }, body.support);
  return [planted[0], planted[2]];
}

interface Stretch {
  readonly from: number;
  readonly pelvis: Track<Floor>;
  /** The planted point, when a foot or the floor holds her. */
  readonly place?: Floor;
}

/** Where she is at each frame, on the floor. */
export interface Journey {
  /** The point that a pose's `place` speaks of. */
  readonly place: Track<Floor>;
  /** Under the middle of the pelvis. */
  readonly pelvis: Track<Floor>;
}

/**
 * While a foot supports, it stays where it stands and the pelvis goes over it; when the weight
 * changes feet, the new foot stands where the leg has put it. In a carry or a jump the pelvis leads.
 */
export function journey(notation: Notation, start: Pose, body: Track<BodyPose>): Journey {
  const carries = notation.carries ?? [];
  const jumps = notation.jumps ?? [];
  let stands = start.support;
  const changes = notation.steps.flatMap(({ at, support = stands }) => {
    const changed = support !== stands;
    stands = support;
    return changed ? [at] : [];
  });
  const breaks = [
    0,
    ...changes,
    ...carries.flatMap(({ from, to }) => [from, to]),
    ...jumps.flatMap(({ takeoff, landing }) => [takeoff, landing]),
  ];
  const moments = [...new Set(breaks)].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  let carried: { readonly to: number; readonly pelvis: Track<Floor> } | undefined;
  let here: Floor = minus(start.place, anchor(body(0)));

  moments.forEach((from, i) => {
    if (carried !== undefined && carried.to <= from) carried = undefined;
    const began = here;
    const jump = jumps.find(({ takeoff }) => takeoff === from);
    const carry = carries.find((c) => c.from === from);
    if (jump !== undefined) carried = { to: jump.landing, pelvis: leap(jump, began) };
    else if (carry !== undefined) carried = { to: carry.to, pelvis: glide(carry, began, body) };
    const place = i === 0 ? start.place : plus(began, anchor(body(from)));
    const stretch: Stretch =
      carried === undefined
        ? { from, place, pelvis: (frame) => minus(place, anchor(body(frame))) }
        : { from, pelvis: carried.pelvis };
    stretches.push(stretch);
    const next = moments[i + 1];
    if (next === undefined) return;
    // A new support counts from the moment itself: go up to it with the old one.
    here =
      stretch.place === undefined
        ? stretch.pelvis(next)
        : minus(place, anchor({ ...body(next), support: body(from).support }));
  });

  // On the frame from which she is carried she still stands.
  const during = (frame: number): Stretch =>
    stretches.findLast(({ from, place }) => from < frame || (from === frame && place)) ??
    stretches[0]!;
  return {
    place: (frame) => {
      const stretch = during(frame);
      return stretch.place ?? plus(stretch.pelvis(frame), anchor(body(frame)));
    },
    pelvis: (frame) => during(frame).pelvis(frame),
  };
}

const pathOf = (began: Floor, { by, arrive }: Pick<Carry, 'by' | 'arrive'>): Floor =>
  arrive === undefined ? (by ?? [0, 0]) : minus(arrive, began);

/** In the air nothing pushes: even speed over the floor. */
function leap(jump: NonNullable<Notation['jumps']>[number], began: Floor): Track<Floor> {
  const by = pathOf(began, jump);
  return (frame) => {
    const u = flown(jump, frame);
    return [began[0] + by[0] * u, began[1] + by[1] * u];
  };
}

/** The path of a carried pelvis: leaves and arrives with the speed the feet give it. */
function glide(carry: Carry, began: Floor, body: Track<BodyPose>): Track<Floor> {
  const { from, to } = carry;
  const by = pathOf(began, carry);
  const speed = (frame: number, step: number, support: Pose['support']): Floor => {
    const a = anchor({ ...body(frame), support });
    const b = anchor({ ...body(frame + step), support });
    return [(a[0] - b[0]) / step, (a[1] - b[1]) / step];
  };
  const leave = speed(from, -0.05, body(from - 0.001).support);
  const arrive = speed(to, 0.05, body(to).support);
  const h = to - from;
  const axis = (k: 0 | 1, u: number): number =>
    began[k] +
    by[k] * (3 * u * u - 2 * u * u * u) +
    h * (leave[k] * (u - 2 * u * u + u * u * u) + arrive[k] * (u * u * u - u * u));
  return (frame) => {
    const u = clamp((frame - from) / h);
    return [axis(0, u), axis(1, u)];
  };
}
