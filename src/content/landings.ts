/** When she comes down from her jumps, read from the dances at build time. */
import { CHAPTERS } from '../pipelines/art/choreography/dances/index.ts';
import type { EffectMark } from '../schemas/programme.ts';

/** The sound of each landing of a chapter's dance. */
export function landings(slug: string): readonly EffectMark[] {
  const score = CHAPTERS.find((chapter) => chapter.slug === slug)?.score;
  return (score?.jumps ?? []).map(({ landing }) => ({
    effect: 'pointeShoe',
    at: landing / (score!.frames - 1),
    only: 'forwards',
  }));
}
