/** What pages ask for: the stories, and their chapters in order. */
import { getImage } from 'astro:assets';
import { getCollection } from 'astro:content';
import type { Chapter } from '../schemas/chapter.ts';
import type { Story } from '../schemas/story.ts';
import { withPictures } from './pictures.ts';

type AtLeastOne<T> = readonly [T, ...T[]];

/** All stories, the one at the site's root first. */
export async function getStories(): Promise<AtLeastOne<Story>> {
  const stories = (await getCollection('stories')).map(({ data }) => data);
  return atLeastOne(
    stories.sort((a, b) => a.path.localeCompare(b.path, 'en')),
    'story',
  );
}

/** @param name the story's; the one at the root when absent */
export async function getStory(name?: string): Promise<Story> {
  const stories = await getStories();
  const story = name === undefined ? stories[0] : stories.find((one) => one.name === name);
  if (!story) throw new Error(`There is no story "${name}"`);
  return story;
}

/** All chapters of a story, in the order of reading. */
export async function getChapters(story: string): Promise<AtLeastOne<Chapter>> {
  const entries = await getCollection('chapters', ({ data }) => data.story === story);
  const chapters = entries.map(({ data }) => data).sort((a, b) => a.order - b.order);
  return atLeastOne(
    await Promise.all(
      chapters.map(async (chapter) => ({
        ...chapter,
        steps: await withPictures(chapter, getImage),
      })),
    ),
    `chapter of ${story}`,
  );
}

function atLeastOne<T>(list: readonly T[], what: string): AtLeastOne<T> {
  const [first, ...more] = list;
  // The loaders see to it that there is one.
  if (first === undefined) throw new Error(`There is no ${what}`);
  return [first, ...more];
}
