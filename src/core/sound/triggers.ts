/** From two moments of the dance to the sounds that lie between them. Pure. */

import type { EffectMark, EffectSpan, Performed } from '../../schemas/audioManifest.ts';
import type { SoundEffectId } from '../../schemas/cue.ts';
import type { Playhead } from '../reading/playhead.ts';

/** Sounds of the movement from one playhead to another; leaps are silent. */
export function soundsBetween(
  before: Playhead,
  now: Playhead,
  chapters: readonly Performed[],
): readonly SoundEffectId[] {
  const turned = Math.abs(before.chapter - now.chapter);
  if (turned > 1 || (turned === 0 && Math.abs(before.progress - now.progress) > 0.5)) return [];
  const within =
    before.chapter === now.chapter
      ? passed(chapters[now.chapter]!.during, before.progress, now.progress)
      : [];
  const from = (now.crossing ?? before.crossing)?.from ?? Math.min(before.chapter, now.chapter);
  const { leaving } = chapters[from]!;
  return [...within, ...passed(leaving, shareOf(before, from), shareOf(now, from))];
}

/** How far the way out of `from` is, whether or not it is under way. */
function shareOf({ chapter, crossing }: Playhead, from: number): number {
  if (crossing?.from === from) return crossing.progress;
  return chapter > from ? 1 : 0;
}

/** Sounds of a turn from one chapter to another where pictures stand still: the passage's first. */
export function soundsOfTurn(
  before: number,
  now: number,
  chapters: readonly Performed[],
): readonly SoundEffectId[] {
  if (Math.abs(before - now) !== 1) return [];
  const { leaving } = chapters[Math.min(before, now)]!;
  return passed(leaving, Number(now < before), Number(now > before)).slice(0, 1);
}

/** Sounds that last, of which this progress of a scene wants some. */
export function lastingAt(spans: readonly EffectSpan[], progress: number): Set<SoundEffectId> {
  const now = spans.filter(({ from, to }) => progress >= from && progress <= to);
  return new Set(now.map(({ effect }) => effect));
}

/** Marks between two moments of one movement; what lies at its end has been reached. */
function passed(
  marks: readonly EffectMark[],
  before: number,
  now: number,
): readonly SoundEffectId[] {
  const way = now > before ? 'forwards' : 'backwards';
  const low = Math.min(before, now);
  const high = Math.max(before, now);
  return marks
    .filter(({ at, only }) => at > low && at <= high && (only ?? way) === way)
    .map(({ effect }) => effect);
}
