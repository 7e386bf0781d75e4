import { describe, expect, test } from 'vitest';
import { readStory } from '../../../src/core/content/readStory.ts';
import { STORY_EXAMPLES } from '../../../src/schemas/story.ts';

const { further: example, ...required } = STORY_EXAMPLES;

function read(further?: unknown) {
  const fields = further === undefined ? required : { ...required, further };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return readStory('story.md', ['---', ...lines, '---', 'A note.'].join('\n'));
}
const refusal = (further: unknown): string => {
  try {
    read(further);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
};

describe('further stories', () => {
  test('may be listed, and need not be', () => {
    expect(read(example).further).toEqual(example);
    expect(read().further).toBeUndefined();
  });

  test('with an address that is none are refused by place, with a whole line to type', () => {
    const message = refusal([example[0], { ...example[0], address: 'red-shoes' }]);
    expect(message).toContain('story.md');
    expect(message).toContain('further[1].address: found "red-shoes"');
    expect(message).toContain(`further: ${JSON.stringify(example)}`);
  });

  test('with a missing line, or a field that is none, are told which', () => {
    const { line: _, ...short } = example[0];
    expect(refusal([short])).toContain('further[0].line: is missing');
    expect(refusal([{ ...example[0], link: 'x' }])).toContain('it has no link');
  });

  test('are six at most, and a list', () => {
    expect(refusal(Array(7).fill(example[0]))).toContain('it has at most 6 entries');
    expect(refusal('The Red Shoes')).toContain('further: found "The Red Shoes"; it is a list');
  });
});
