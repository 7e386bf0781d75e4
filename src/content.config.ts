import { defineCollection } from 'astro:content';
import { chaptersLoader, storyLoader } from './content/loaders.ts';

export const collections = {
  chapters: defineCollection({ loader: chaptersLoader('src/content/chapters') }),
  story: defineCollection({ loader: storyLoader('src/content/story.md') }),
};
