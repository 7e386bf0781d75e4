import type { DanceId, JoinPose } from '../../../schemas/repertoire.ts';
import type { Costume } from '../costume.ts';
import { normalize, type Vec3 } from '../linear.ts';
import type { Pose } from '../pose.ts';
import { directionTrack } from './motion/tracks.ts';
import type { Notation } from './notation.ts';
import { perform } from './perform.ts';

/** A dance as its file has it written down. */
export interface WrittenDance {
  readonly id: DanceId;
  /** Where and how she begins and ends: what ends as another begins flows on into it. */
  readonly begins: JoinPose;
  readonly ends: JoinPose;
  readonly notation: Notation;
  /** Index of the frame that stands for the whole dance. */
  readonly best: number;
  /** What she wears and holds at a frame. */
  readonly costume: (frame: number) => Costume;
  /** Where the key light comes from, at frames in rising order. */
  readonly light: readonly (readonly [frame: number, direction: Vec3])[];
}

/** A dance, ready to be drawn. Time runs 0 to 1, frame i being at i / (frames - 1). */
export interface Dance {
  readonly id: DanceId;
  readonly frames: number;
  readonly best: number;
  readonly poseAt: (t: number) => Pose;
  readonly costumeAt: (t: number) => Costume;
  /** Unit direction from her to the key light: x to screen right, y up, z to the audience. */
  readonly lightAt: (t: number) => Vec3;
}

/** Sets a written dance in motion from the pose and the light in which the one before it ends. */
export function dance(written: WrittenDance, start: Pose, startLight: Vec3): Dance {
  const { frames } = written.notation;
  const last = frames - 1;
  const pose = perform(written.notation, start);
  const light = directionTrack([
    { at: 0, value: startLight, flow: 'rest' },
    ...written.light.map(([at, value]) => ({ at, value, flow: 'through' as const })),
  ]);
  return {
    id: written.id,
    frames,
    best: written.best,
    poseAt: (t) => pose(t * last),
    costumeAt: (t) => written.costume(t * last),
    lightAt: (t) => (t <= 0 ? startLight : normalize(light(t * last))),
  };
}
