/** From two moments of the dance to the sounds that lie between them. Pure. */
import type { SceneId, TransitionId } from '../../config/programme.ts';
import type { SoundEffectId } from '../../schemas/cue.ts';
import type { Playhead } from '../progress/locate.ts';
import { passed, SCENE_MARKS, TRANSITION_MARKS } from './effectMarks.ts';

/** What is seen of one chapter. */
export interface Seen {
  readonly scene: SceneId;
  /** The way out of it. */
  readonly transition: TransitionId;
}

/** Sounds of the movement from one playhead to another; leaps over whole chapters are silent. */
export function soundsBetween(
  before: Playhead,
  now: Playhead,
  chapters: readonly Seen[],
): readonly SoundEffectId[] {
  const sounds: SoundEffectId[] = [];
  if (before.chapter === now.chapter) {
    const marks = SCENE_MARKS[chapters[now.chapter]!.scene] ?? [];
    sounds.push(...passed(marks, before.progress, now.progress));
  } else if (Math.abs(before.chapter - now.chapter) > 1) return [];
  const from = (now.crossing ?? before.crossing)?.from ?? Math.min(before.chapter, now.chapter);
  if (before.chapter !== now.chapter || before.crossing || now.crossing) {
    const marks = TRANSITION_MARKS[chapters[from]!.transition] ?? [];
    sounds.push(...passed(marks, shareOf(before, from), shareOf(now, from)));
  }
  return sounds;
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
  chapters: readonly Seen[],
): readonly SoundEffectId[] {
  if (Math.abs(before - now) !== 1) return [];
  const marks = TRANSITION_MARKS[chapters[Math.min(before, now)]!.transition] ?? [];
  return passed(marks, now > before ? 0 : 1, now > before ? 1 : 0).slice(0, 1);
}
