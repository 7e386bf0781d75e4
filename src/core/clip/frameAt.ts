import type { Clip, ClipFrame } from '../../schemas/clip.ts';

/** The one picture that a clip shows at a place: the index of a frame, or between two. */
export const frameAt = ({ frames, seenAt }: Clip, place: number): ClipFrame =>
  seenAt?.(place)[0].frame ?? frames[Math.round(place)]!;
