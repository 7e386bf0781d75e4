/** Where an echo holds what the dancer does not. Pure. */
import { CLIP_ANCHORS, type ClipAnchor, type ClipFrame } from '../../schemas/clip.ts';
import type { Echo } from '../../schemas/picture.ts';

/** Transform of the thing held, in the echo's units: at the hand, away from the chest, leaning as asked. */
export function heldTransform(
  frame: Pick<ClipFrame, 'anchors'>,
  holds: NonNullable<Echo['holds']>,
): string {
  const at = (name: ClipAnchor) => frame.anchors[CLIP_ANCHORS.indexOf(name)]!;
  const [head, hips, hand] = [at('head'), at('hips'), at(holds.anchor)];
  const [leanX, leanY] = holds.lean ?? [0, 0];
  const dx = hand[0] - (head[0] + hips[0]) / 2 + leanX;
  const dy = hand[1] - (head[1] + hips[1]) / 2 + leanY;
  const turn = (Math.atan2(dy, dx) * 180) / Math.PI;
  return `translate(${hand[0]} ${hand[1]}) rotate(${turn.toFixed(1)})`;
}
