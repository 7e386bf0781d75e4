import { radians, type Vec3 } from '../../linear.ts';
import type { Bend, LegPose } from '../../pose.ts';
import { plantLeg } from '../motion/plant.ts';
import { ANKLE_HEIGHT, ARCH, HIP, LEG, POINTED, type Side, thighAngles } from '../stance.ts';
import { bend, underTilt } from './sides.ts';

/** Where a foot stands, from the middle of the pelvis: outwards to its own side, forward. */
export interface Spot {
  readonly out: number;
  readonly forward: number;
}

/** A stretched leg to a spot on the floor, as [out, up, forward] from the hip. */
function reach({ out, forward }: Spot, long: number): Vec3 {
  const dx = out - HIP[0];
  const dz = forward - HIP[2];
  return [dx, -Math.sqrt(long * long - dx * dx - dz * dz), dz];
}

/** Stretched, en pointe on a spot. */
export const pointeOn = (spot: Spot, turnout = 64): LegPose => ({
  ...thighAngles(reach(spot, LEG + POINTED)),
  turnout,
  knee: 0,
  ankle: 70,
  toes: 6,
});

/** Stretched, flat on a spot (the spot is under the arch). */
export function flatOn({ out, forward }: Spot, turnout = 66): LegPose {
  const heel = {
    out: out - ARCH * Math.sin(radians(turnout)),
    forward: forward - ARCH * Math.cos(radians(turnout)),
  };
  return { ...thighAngles(reach(heel, LEG)), turnout, knee: 0, ankle: 0, toes: 0 };
}

/**
 * Bent over a spot, the foot flat: demi-plié, fondu.
 * @param sink how far the pelvis has come down from standing, in clip units.
 */
export function bentOn(spot: Spot, sink: number, turnout = 66): LegPose {
  const half = Math.acos(Math.max(-1, 1 - sink / LEG)) * 57.3;
  const guess: LegPose = {
    azimuth: turnout,
    elevation: half,
    turnout,
    knee: 2 * half,
    ankle: -half,
    toes: 0,
  };
  const floor = -(LEG + ANKLE_HEIGHT - HIP[1] - sink);
  // A left leg, so that its own side is +x.
  return plantLeg({ facing: 0, pelvis: bend(0) }, guess, 'left', [
    spot.out,
    floor + 9,
    spot.forward,
  ]);
}

/** Height of the pelvis when she stands flat, and en pointe. */
export const FLAT_HEIGHT = LEG + ANKLE_HEIGHT - HIP[1];
export const POINTE_HEIGHT = LEG + POINTED - HIP[1];

/**
 * A foot on a spot while the pelvis is at a height: the knee bends as it must, the ankle is given
 * (40 is demi-pointe, 70 pointe).
 */
export function risenOn(spot: Spot, height: number, ankle: number, turnout = 56): LegPose {
  const guess: LegPose = { azimuth: turnout, elevation: 14, turnout, knee: 24, ankle, toes: 0 };
  return plantLeg({ facing: 0, pelvis: bend(0) }, guess, 'left', [spot.out, -height, spot.forward]);
}

/** A bent leg for a tilted pelvis: its foot on a spot, flat or risen, as the leg itself would have it. */
export function standUnder(
  pelvis: Bend,
  leg: LegPose,
  side: Side,
  { out, forward }: Spot,
  height: number,
): LegPose {
  const target: Vec3 = [side === 'left' ? out : -out, -height, forward];
  return plantLeg({ facing: 0, pelvis }, underTilt(pelvis, leg, side), side, target);
}

/** The same on the toes; the ankle as in `risenOn`. */
export const risenUnder = (
  pelvis: Bend,
  side: Side,
  spot: Spot,
  height: number,
  ankle: number,
  turnout = 56,
): LegPose => standUnder(pelvis, risenOn(spot, height, ankle, turnout), side, spot, height);

/** The same, flat: her pelvis `sink` lower than when she stands. */
export const bentUnder = (
  pelvis: Bend,
  side: Side,
  spot: Spot,
  sink: number,
  turnout = 50,
): LegPose => standUnder(pelvis, bentOn(spot, sink, turnout), side, spot, FLAT_HEIGHT - sink - 9);
