import { defineCollection } from 'astro:content';
import { findStories } from './data/findStories.ts';
import { chaptersLoader, cuesLoader, storiesLoader } from './data/loaders.ts';
import { chapterEntrySchema } from './schemas/chapter.ts';
import { storyEntrySchema } from './schemas/story.ts';
import { readSettings } from './server/settings.ts';

const stories = findStories('.', readSettings(process.env).stories);

export const collections = {
  chapters: defineCollection({ loader: chaptersLoader(stories), schema: chapterEntrySchema }),
  stories: defineCollection({ loader: storiesLoader(stories), schema: storyEntrySchema }),
  cues: defineCollection({ loader: cuesLoader('src/data/cues.json') }),
};
