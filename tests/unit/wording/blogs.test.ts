/** Every kind of blog that the guide asks for has a name, a way in, and a rule that shows it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BLOGS, type Blog } from '../../../src/config/blogs.ts';
import { WORDED, wordingOf } from '../../../src/data/wording.ts';

const sheet = readFileSync('src/styles/guide.css', 'utf8');
const blogs: readonly Blog[] = BLOGS;

describe.each(blogs)('$id', ({ id, name, box, into }) => {
  test.each(WORDED)('has its words in %s', (language) => {
    const places: Readonly<Record<string, { readonly name?: unknown; readonly paste?: unknown }>> =
      wordingOf(language).places;
    expect(name ?? places[id]?.name).toBeTruthy();
    expect(into === 'line' || places[id]?.paste).toBeTruthy();
  });

  test('is shown with its box when it is chosen', () => {
    expect(sheet).toContain(`.guide:has(#blog-${id}:checked) #place-${id}`);
    expect(sheet).toContain(`.guide:has([data-box="${box}"]:checked) [data-snippet-box="${box}"]`);
  });
});

test('there are words of no others', () => {
  const known = blogs.map(({ id }) => id);
  expect(known).toEqual(expect.arrayContaining(Object.keys(wordingOf('en').places)));
});
