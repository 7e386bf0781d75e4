/** What stands for a dance where nobody dances. Pure. */
import { CLIP_ANCHORS, type Clip } from '../../schemas/clip.ts';

/** A frame without a figure. */
export const NOBODY: Clip = {
  layers: [],
  frames: [{ layers: [], anchors: CLIP_ANCHORS.map(() => [0, 0] as const) }],
};

/** Frames that such a chapter plays for by itself, as long as a dance does. */
export const FRAMES_OF_REST = 96;

export const isNobody = ({ layers }: Clip): boolean => layers.length === 0;
