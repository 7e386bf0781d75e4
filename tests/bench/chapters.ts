import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/commands/main.ts';
import { CHAPTERS_FOLDER } from '../../src/core/story/storyPlaces.ts';
import { findStories } from '../../src/data/findStories.ts';

/** Slugs of the story at the site's root, in the order of reading. */
export const chapterSlugs = (): readonly string[] => {
  const [{ folder }] = findStories(ROOT, []);
  return readdirSync(join(ROOT, folder, CHAPTERS_FOLDER))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => name.replace(/^\d+-|\.md$/g, ''));
};
