import { defineCollection } from 'astro:content';
import { chaptersLoader, cuesLoader, storyLoader } from './data/loaders.ts';
import { chapterEntrySchema } from './schemas/chapter.ts';
import { storyEntrySchema } from './schemas/story.ts';

export const collections = {
  chapters: defineCollection({
    loader: chaptersLoader('src/content/stories/ballerina/chapters'),
    schema: chapterEntrySchema,
  }),
  story: defineCollection({
    loader: storyLoader(
      'src/content/stories/ballerina/story.md',
      'src/content/stories/ballerina/chapters',
    ),
    schema: storyEntrySchema,
  }),
  cues: defineCollection({ loader: cuesLoader('src/data/cues.json') }),
};
