/** What pages ask for: the story and its chapters in order. */
import { getImage } from 'astro:assets';
import { getCollection, getEntry } from 'astro:content';
import type { Chapter } from '../schemas/chapter.ts';
import type { Story } from '../schemas/story.ts';
import { withPictures } from './pictures.ts';

/** All chapters, in the order of reading. */
export async function getChapters(): Promise<Chapter[]> {
  const entries = await getCollection('chapters');
  const chapters = entries.map(({ data }) => data).sort((a, b) => a.order - b.order);
  return Promise.all(
    chapters.map(async (chapter) => ({ ...chapter, steps: await withPictures(chapter, getImage) })),
  );
}

/** The story file. */
export async function getStory(): Promise<Story> {
  const entry = await getEntry('story', 'story');
  if (!entry) throw new Error('src/content/stories/ballerina/story.md is missing');
  return entry.data;
}
