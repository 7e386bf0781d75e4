/** Posters of the story's chapters, from their words, sets and stills. */

import { STORY_CARD } from '../core/site/metadata/cards.ts';
import { lookOf } from '../data/palette.ts';
import { readStill } from '../data/stills.ts';
import { loadScene } from '../scenes/index.ts';
import type { Chapter } from '../schemas/chapter.ts';
import type { Story } from '../schemas/story.ts';
import { coverDocument, posterDocument, toPng } from './poster.ts';
import type { Size } from './shot.ts';

/** A chapter's poster as PNG. */
export async function chapterPoster(chapter: Chapter, story: Story, size: Size): Promise<Buffer> {
  const { dance, title, number, scene: id } = chapter;
  const content = {
    scene: await loadScene(id),
    clip: await readStill(dance),
    look: lookOf(story),
    words: { title, story: story.title, ...(number !== undefined && { number }) },
  };
  return toPng(await posterDocument(content, size));
}

/** The story's own poster as PNG: its first chapter's picture, seen from close by. */
async function storyPoster(opening: Chapter, story: Story, size: Size): Promise<Buffer> {
  const content = {
    scene: await loadScene(opening.scene),
    clip: await readStill(opening.dance),
    look: lookOf(story),
    title: story.title,
    line: story.subtitle,
  };
  return toPng(await coverDocument(content, size));
}

/** The poster of a chapter by its slug, or of the story by STORY_CARD. @throws Error for any other name */
export function posterOf(
  name: string,
  chapters: readonly [Chapter, ...Chapter[]],
  story: Story,
  size: Size,
): Promise<Buffer> {
  if (name === STORY_CARD) return storyPoster(chapters[0], story, size);
  const chapter = chapters.find(({ slug }) => slug === name);
  if (!chapter) throw new Error(`No chapter "${name}" to draw a poster of`);
  return chapterPoster(chapter, story, size);
}
