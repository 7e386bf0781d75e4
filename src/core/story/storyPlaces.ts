/** Which stories there are, and which of them is at the site's root. Pure. */
import type { StoryFrontMatter } from '../../schemas/story.ts';
import { ContentError } from '../content/contentError.ts';
import { reservedStory } from '../content/reservedSlugs.ts';

/** A story's folder, with what its file says. */
export interface FoundStory {
  /** Path of the folder below the project's root. */
  readonly folder: string;
  readonly story: StoryFrontMatter;
}

export interface StoryPlace extends FoundStory {
  /** The folder's own name. */
  readonly name: string;
  /** Path of its pages below the site's base: `''` at the root, else `<name>/`. */
  readonly path: string;
}

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Path below a story's folder of the file that says what is true of the whole. */
export const STORY_FILE = 'story.md';
export const CHAPTERS_FOLDER = 'chapters';

/**
 * @returns the story at the root, then the others in the order of their names
 * @throws ContentError for no story, a name that is no address or another's, and a root that is not one
 */
export function placeStories(
  found: readonly FoundStory[],
): readonly [StoryPlace, ...(readonly StoryPlace[])] {
  const stories = found
    .map((one) => ({ ...one, name: one.folder.slice(one.folder.lastIndexOf('/') + 1) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Map<string, string>();
  for (const { name, folder } of stories) {
    const fault = NAME.test(name)
      ? reservedStory(name)
      : {
          field: 'folder',
          found: name,
          expected: 'a story’s folder is an address: lower-case words joined by hyphens',
          example: 'src/content/stories/the-red-shoes/',
        };
    if (fault) throw new ContentError(folder, [fault]);
    const other = names.get(name);
    if (other !== undefined)
      throw new ContentError(folder, [
        {
          field: 'folder',
          found: name,
          expected: `${other} has this name already, and each is an address`,
          example: `${folder}-2/`,
        },
      ]);
    names.set(name, folder);
  }
  const root = rootOf(stories);
  return [
    { ...root, path: '' },
    ...stories.filter((one) => one !== root).map((one) => ({ ...one, path: `${one.name}/` })),
  ];
}

function rootOf<Story extends FoundStory>(stories: readonly Story[]): Story {
  const [first, second] =
    stories.length === 1 ? stories : stories.filter(({ story }) => story.root);
  if (first && !second) return first;
  const example = 'root: true';
  throw first && second
    ? new ContentError(`${second.folder}/${STORY_FILE}`, [
        {
          field: 'root',
          found: true,
          expected: `${first.folder} is at the site’s root already, and one story is`,
          example: 'root: false',
        },
      ])
    : new ContentError(stories[0] ? `${stories[0].folder}/${STORY_FILE}` : 'src/content/stories', [
        {
          field: stories[0] ? 'root' : 'stories',
          expected: stories[0]
            ? `one of the stories is at the site’s root, and none says that it is it (${stories.map(({ folder }) => folder).join(', ')})`
            : 'there is at least one story, a folder with its file and its chapters',
          example: stories[0] ? example : 'src/content/stories/the-red-shoes/story.md',
        },
      ]);
}
