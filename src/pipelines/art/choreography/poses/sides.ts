import { apply, transpose, type Vec3 } from '../../linear.ts';
import type { Bend, LegPose } from '../../pose.ts';
import type { Parts } from '../notation.ts';
import { pelvisFrame, type Side, thighAngles, thighDirection } from '../stance.ts';

export const bend = (pitch: number, roll = 0, twist = 0): Bend => ({ pitch, roll, twist });

const reflected = (b: Bend): Bend => bend(b.pitch, -b.roll, -b.twist);

/** The same step to the other side: left and right change places, bends and turns their sign. */
export function mirrored<P extends Parts>(parts: P): P {
  const { facing, pelvis, spine, head, legLeft, legRight, armLeft, armRight, grip, support } =
    parts;
  return {
    ...parts,
    ...(facing === undefined ? {} : { facing: -facing }),
    ...(pelvis === undefined ? {} : { pelvis: reflected(pelvis) }),
    ...(spine === undefined ? {} : { spine: reflected(spine) }),
    ...(head === undefined ? {} : { head: reflected(head) }),
    ...swap('legLeft', 'legRight', legLeft, legRight),
    ...swap('armLeft', 'armRight', armLeft, armRight),
    ...(grip === undefined ? {} : { grip: [grip[1], grip[0]] as const }),
    ...(support === 'left' ? { support: 'right' as const } : {}),
    ...(support === 'right' ? { support: 'left' as const } : {}),
  };
}

function swap<T>(left: string, right: string, a: T | undefined, b: T | undefined): object {
  return {
    ...(b === undefined ? {} : { [left]: b }),
    ...(a === undefined ? {} : { [right]: a }),
  };
}

/**
 * A leg given against the upright (0 devant, 90 to its own side, from straight down), for a pelvis
 * that is tilted: however she leans, her standing leg stays under her.
 */
export function underTilt(pelvis: Bend, leg: LegPose, side: Side): LegPose {
  const s = side === 'left' ? 1 : -1;
  const [out, up, forward] = thighDirection(leg);
  const frame = pelvisFrame({ facing: 0, pelvis });
  const [x, y, z] = apply(transpose(frame), [s * out, up, forward] satisfies Vec3);
  return { ...leg, ...thighAngles([s * x, y, z]) };
}
