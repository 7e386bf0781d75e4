import { expect, test } from 'vitest';
import { frameQuery } from '../../../src/core/embed/options.ts';
import { chapterMeant, frameAddress } from '../../../src/embed/address.ts';

const HOME = 'https://story.example/base/';
const NONE = { chapter: null, theme: null, lang: null, link: undefined };

test.each([
  [NONE, ''],
  [{ ...NONE, chapter: 'john-wick' }, 'john-wick/'],
  [{ ...NONE, chapter: ' john-wick ' }, 'john-wick/'],
  [{ ...NONE, link: 'https://story.example/chapters/training/?from=blog#x' }, 'training/'],
  [{ ...NONE, chapter: 'legacy', link: 'https://story.example/chapters/training/' }, 'legacy/'],
  [{ ...NONE, chapter: '../../evil' }, ''],
  [{ ...NONE, chapter: 'javascript:alert(1)' }, ''],
  [{ ...NONE, chapter: 'legacy', theme: 'light', lang: 'de-AT' }, 'legacy/?theme=light&lang=de-AT'],
  [{ ...NONE, theme: 'dark', lang: '"><script>' }, ''],
  [{ ...NONE, theme: 'pink&x=1' }, ''],
])('%o is the frame %s', (written, path) => {
  expect(frameAddress(HOME, written)).toBe(`${HOME}embed/${path}`);
});

test('neither attribute nor link: the whole story', () => {
  expect(chapterMeant({ chapter: null, link: 'https://story.example/' })).toBeUndefined();
});

test('the query says only what differs', () => {
  expect(frameQuery({})).toBe('');
  expect(frameQuery({ theme: 'auto' })).toBe('?theme=auto');
  expect(frameQuery({ lang: 'fr' })).toBe('?lang=fr');
});
