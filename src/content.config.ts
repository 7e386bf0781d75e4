import { defineCollection } from 'astro:content';
import { chaptersLoader, cuesLoader, storyLoader } from './content/loaders.ts';
import { chapterEntrySchema } from './schemas/chapter.ts';
import { storyEntrySchema } from './schemas/story.ts';

export const collections = {
  chapters: defineCollection({
    loader: chaptersLoader('src/content/chapters'),
    schema: chapterEntrySchema,
  }),
  story: defineCollection({
    loader: storyLoader('src/content/story.md', 'src/content/chapters'),
    schema: storyEntrySchema,
  }),
  cues: defineCollection({ loader: cuesLoader('src/content/cues.json') }),
};
