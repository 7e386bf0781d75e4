/** Reads the text of the story's file. Pure; apart from the reading of bodies, since Astro's settings need no more. */
import { STORY_EXAMPLES, type StoryFrontMatter, storySchema } from '../../schemas/story.ts';
import { ContentError } from './contentError.ts';
import { splitFrontMatter, validate } from './frontMatter.ts';

/** The story's fields, and its note in Markdown with an empty line for each before it. */
export function readStory(
  file: string,
  text: string,
): StoryFrontMatter & { readonly note: string } {
  const { data, body } = splitFrontMatter(file, text, STORY_EXAMPLES);
  const { value, list } = validate(storySchema, data, STORY_EXAMPLES);
  if (!value) throw new ContentError(file, list);
  if (value.author === undefined && value.byline === undefined) {
    const expected = 'a name is given or, where none is known, a byline';
    throw new ContentError(file, [
      { field: 'author', found: undefined, expected, example: `byline: ${STORY_EXAMPLES.byline}` },
    ]);
  }
  return { ...value, note: body };
}
