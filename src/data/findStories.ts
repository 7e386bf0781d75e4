/** Looks for the stories: those of the source, and further ones that a setting names. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readStory } from '../core/content/readStory.ts';
import { placeStories, STORY_FILE, type StoryPlace } from '../core/story/storyPlaces.ts';
import { readText } from './files.ts';

const FOLDER = 'src/content/stories';

/**
 * @param root the project's folder
 * @param further folders of further stories, from there
 * @throws ContentError for a story's file that is missing or wrong, or a place that cannot be
 */
export function findStories(
  root: string,
  further: readonly string[],
): readonly [StoryPlace, ...(readonly StoryPlace[])] {
  const own = readdirSync(path.join(root, FOLDER), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${FOLDER}/${name}`);
  return placeStories(
    [...own, ...further].map((folder) => {
      const file = `${folder}/${STORY_FILE}`;
      const { note: _, ...story } = readStory(
        file,
        readText(root, file, 'the story’s title, author and dates'),
      );
      return { folder, story };
    }),
  );
}
