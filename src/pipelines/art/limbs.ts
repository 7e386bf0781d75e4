import { clamp } from '../../core/maths/scalar.ts';
import type { Mat3, Vec3 } from './linear.ts';
import {
  add,
  alignFrames,
  apply,
  compose,
  cross,
  degrees,
  dot,
  frame,
  normalize,
  radians,
  reject,
  rotateAbout,
  rotateX,
  rotateY,
  rotateZ,
  rotationBetween,
  scale,
  smoothstep,
  subtract,
  transpose,
} from './linear.ts';
import type { ArmPose, LegPose } from './pose.ts';

const DOWN: Vec3 = [0, -1, 0];

/** Unit direction of a thigh in the pelvis's frame. @param side 1 for her left, -1 for her right. */
function legDirection(leg: LegPose, side: number): Vec3 {
  const around = radians(leg.azimuth);
  const up = radians(leg.elevation);
  return [side * Math.sin(around) * Math.sin(up), -Math.cos(up), Math.cos(around) * Math.sin(up)];
}

/** Rest directions of a leg's parts. */
export interface LegRest {
  readonly thigh: Vec3;
  readonly shank: Vec3;
  /** From the ankle to the middle of the shoe's platform. */
  readonly foot: Vec3;
}

export interface LegRotations {
  /** The thigh at the hip, hardly turned out, and at the knee, wholly. */
  readonly hip: Mat3;
  readonly thigh: Mat3;
  readonly shank: Mat3;
  readonly foot: Mat3;
  readonly toes: Mat3;
}

/** Share of the turn-out that the top of the thigh already shows; the rest grows towards the knee. */
const TURNOUT_AT_HIP = 0.35;

/** World rotations of a leg from its rest pose. */
export function solveLeg(pelvis: Mat3, leg: LegPose, rest: LegRest, side: number): LegRotations {
  const swing = compose(pelvis, rotationBetween(DOWN, legDirection(leg, side)));
  const straighten = rotationBetween(rest.thigh, DOWN);
  const turned = (share: number): Mat3 => compose(swing, rotateY(side * leg.turnout * share));
  const thighFrame = turned(1);
  const shankFrame = compose(thighFrame, rotateX(leg.knee));
  const heading = degrees(Math.atan2(rest.foot[0], rest.foot[2]));
  const slope = degrees(Math.atan2(-rest.foot[1], Math.hypot(rest.foot[0], rest.foot[2])));
  // 70 in the pose is fully pointed: platform, ankle and knee in one line.
  const flex = leg.ankle > 0 ? (leg.ankle * (90 - slope)) / 70 : leg.ankle;
  const foot = compose(shankFrame, rotateX(flex), rotateY(-heading));
  return {
    hip: compose(turned(TURNOUT_AT_HIP), straighten),
    thigh: compose(thighFrame, straighten),
    shank: compose(shankFrame, rotationBetween(rest.shank, DOWN)),
    foot,
    toes: compose(foot, rotateX(leg.toes)),
  };
}

/** Rest directions of an arm's parts. */
export interface ArmRest {
  readonly upper: Vec3;
  readonly fore: Vec3;
  readonly hand: Vec3;
  readonly palm: Vec3;
}

export interface ArmRotations {
  readonly shoulder: Mat3;
  /** Upper arm at the shoulder and at the elbow. */
  readonly armTop: Mat3;
  readonly arm: Mat3;
  /** Forearm at the elbow and at the wrist. */
  readonly foreTop: Mat3;
  readonly fore: Mat3;
  readonly hand: Mat3;
}

/** The middle of the ball that ballet arms hold, in arm lengths before the chest: palms look there. */
const EMBRACE: Vec3 = [0, 0.1, 1.1];

/** Signed angle about the unit `axis` that turns `from` towards `to`, degrees. */
function twistAngle(from: Vec3, to: Vec3, axis: Vec3): number {
  const a = reject(from, axis);
  const b = reject(to, axis);
  return degrees(Math.atan2(dot(cross(a, b), axis), dot(a, b)));
}

/** World rotations of an arm from its rest pose. */
export function solveArm(chest: Mat3, arm: ArmPose, rest: ArmRest, side: number): ArmRotations {
  const towards = (d: readonly [number, number, number]): Vec3 =>
    normalize([d[0] * side, d[1], d[2]]);
  const upper = towards(arm.upper);
  const fore = towards(arm.fore);
  const hand = towards(arm.hand);
  // Shoulders stay low and long; only a high arm lifts its shoulder blade.
  const lift = -7 + 26 * smoothstep(0.1, 1, upper[1]);
  const forward = 16 * clamp(upper[2]) - 8 * clamp(-upper[2]);
  const shoulder = compose(chest, rotateY(-side * forward), rotateZ(side * lift));

  const toChest = (v: Vec3): Vec3 => apply(chest, v);
  const fromShoulder = apply(transpose(shoulder), toChest(upper));
  const swing = compose(shoulder, rotationBetween(rest.upper, fromShoulder));
  // The elbow's hinge lies across the bend; a stretched arm keeps the hinge that its swing gives it.
  const restHinge = normalize(cross(rest.upper, rest.fore));
  const carried = apply(transpose(chest), apply(swing, restHinge));
  const bend = cross(upper, fore);
  const hinge = normalize(reject(add(bend, scale(carried, 0.12)), upper));
  const armTurn = alignFrames(frame(rest.upper, restHinge), frame(toChest(upper), toChest(hinge)));
  const roll = twistAngle(apply(swing, restHinge), toChest(hinge), toChest(upper));
  const armTop = compose(rotateAbout(toChest(upper), roll * 0.35), swing);

  const foreTop = compose(rotationBetween(apply(armTurn, rest.fore), toChest(fore)), armTurn);
  const handSwing = compose(rotationBetween(apply(foreTop, rest.hand), toChest(hand)), foreTop);
  const reach = add(scale(upper, 0.45), add(scale(fore, 0.4), scale(hand, 0.15)));
  const chosen: Vec3 = arm.palm
    ? towards(arm.palm)
    : add(subtract(EMBRACE, add([side * 0.25, 0, 0], reach)), [0, -0.3, 0]);
  const palmNow = apply(handSwing, rest.palm);
  const turn = clamp(twistAngle(palmNow, toChest(chosen), toChest(hand)), -150, 150);
  const handTurn = compose(rotateAbout(toChest(hand), turn), handSwing);
  const foreTurn = compose(rotateAbout(toChest(fore), turn * 0.8), foreTop);
  return { shoulder, armTop, arm: armTurn, foreTop, fore: foreTurn, hand: handTurn };
}
