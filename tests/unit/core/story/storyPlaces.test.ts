import { describe, expect, test } from 'vitest';
import { ContentError } from '../../../../src/core/content/contentError.ts';
import { type FoundStory, placeStories } from '../../../../src/core/story/storyPlaces.ts';
import { STORY_EXAMPLES, storySchema } from '../../../../src/schemas/story.ts';

const file = storySchema.parse(STORY_EXAMPLES);
const at = (folder: string, root?: boolean): FoundStory => ({
  folder,
  story: { ...file, root },
});
const paths = (...found: FoundStory[]) =>
  placeStories(found).map(({ name, path }) => [name, path] as const);
const messageOf = (...found: FoundStory[]): string => {
  try {
    placeStories(found);
  } catch (error) {
    expect(error).toBeInstanceOf(ContentError);
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
};

describe('stories', () => {
  test('are at the root, and each of the others in a folder', () => {
    expect(paths(at('a/the-swan'), at('a/giselle', true), at('b/c/coppelia'))).toEqual([
      ['giselle', ''],
      ['coppelia', 'coppelia/'],
      ['the-swan', 'the-swan/'],
    ]);
  });

  test('that are one alone are at the root without saying so', () => {
    expect(paths(at('a/giselle'))).toEqual([['giselle', '']]);
  });

  test('of which none or two are at the root are refused', () => {
    expect(messageOf(at('a/x'), at('a/y'))).toMatch(
      /a\/x\/story\.md.*root: is missing; one of the stories .*\(a\/x, a\/y\)\. For example:\s+root: true/s,
    );
    expect(messageOf(at('a/x', true), at('a/y', true))).toMatch(
      /a\/y\/story\.md.*root: found true; a\/x is at the site’s root already/s,
    );
  });

  test.each(['chapters', 'embed', 'og', 'rss', '404'])('cannot be called %s', (name) => {
    expect(messageOf(at('a/x', true), at(`a/${name}`))).toMatch(
      new RegExp(`folder: found "${name}"; the site has this name .*${name}-2/`, 's'),
    );
  });

  test('are named as addresses are, and once', () => {
    expect(messageOf(at('a/The Swan'))).toContain('lower-case words joined by hyphens');
    expect(messageOf(at('a/x', true), at('b/x'))).toContain('a/x has this name already');
  });

  test('are there', () => {
    expect(messageOf()).toContain('there is at least one story');
  });
});
