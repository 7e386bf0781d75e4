import { CLIP_ANCHORS, type Clip, type ClipFrame } from '../../schemas/clip.ts';

/** Clip units by which both feet have left the floor in a jump; on pointe, or upstage, it is less. */
const CLEAR = 25;
const TOES = [CLIP_ANCHORS.indexOf('toeLeft'), CLIP_ANCHORS.indexOf('toeRight')];

const flies = ({ anchors }: ClipFrame): boolean => TOES.every((toe) => anchors[toe]![1] < -CLEAR);

/** When she comes down from her jumps: progress of the clip, 0 to 1, at each first frame on the floor again. */
export function landings({ frames }: Clip): readonly number[] {
  return frames.flatMap((frame, i) =>
    i > 0 && flies(frames[i - 1]!) && !flies(frame) ? [i / (frames.length - 1)] : [],
  );
}
