import { describe, expect, test } from 'vitest';
import {
  type Asked,
  alsoAt,
  isFrame,
  type KeptStory,
  storyAt,
  wayOf,
} from '../../../src/core/offline/list.ts';

const story = (home: string, ...chapters: string[]): KeptStory => ({
  home,
  chapters,
  absent: `${home}offline/`,
  stills: [],
  ahead: [],
  music: [],
});
const STORIES = [story('/films/', 'one', 'two'), story('/films/second/', 'un')];
const PATHS = new Set([
  '/films/',
  '/films/chapters/one/',
  '/films/clips/one.json',
  '/films/_astro/a.js',
]);

describe('what is asked for', () => {
  const asked: Asked = {
    method: 'GET',
    path: '/films/clips/one.json',
    search: '',
    destination: '',
    from: '/films/chapters/one/',
  };
  test.each<[string, Partial<Asked>, ReturnType<typeof wayOf>]>([
    ['a file of a kept page', {}, 'file'],
    ['a file of a kept script', { from: '/films/_astro/a.js' }, 'file'],
    ['a script that failed, again', { path: '/films/_astro/a.js', search: '?retry=2' }, 'again'],
    ['a kept page', { path: '/films/', destination: 'document', from: undefined }, 'page'],
    [
      'a kept page with a question',
      { path: '/films/', search: '?from=feed', destination: 'document' },
      'page',
    ],
    [
      'a page of the service',
      { path: '/films/replies/one/', destination: 'document' },
      'elsewhere',
    ],
    ['what a page of another build asks for', { from: '/films/chapters/new/' }, undefined],
    ['what says not who asks', { from: undefined }, undefined],
    ['a file that no story needs', { path: '/films/og/one.png' }, undefined],
    ['a file with another question', { search: '?size=2' }, undefined],
    ['a form', { method: 'POST', path: '/films/replies/one/', destination: 'document' }, undefined],
    ['a page in a frame', { path: '/films/', destination: 'iframe' }, undefined],
    ['a frame', { path: '/films/embed/one/', destination: 'iframe' }, undefined],
    ['a frame in a window', { path: '/films/embed/one/', destination: 'document' }, undefined],
  ])('%s', (_, given, way) => {
    expect(wayOf({ ...asked, ...given }, '/films/', PATHS)).toBe(way);
  });
});

test('frames are in one folder of each story', () => {
  expect(isFrame('/films/embed/one/', '/films/')).toBe(true);
  expect(isFrame('/films/second/embed/un/', '/films/')).toBe(true);
  expect(isFrame('/films/chapters/embed/', '/films/')).toBe(false);
  expect(isFrame('/other/embed/one/', '/films/')).toBe(false);
});

test('a page is its nearest story’s, and a chapter stands on that story’s first page, too', () => {
  expect(storyAt('/films/second/chapters/un/', STORIES)?.home).toBe('/films/second/');
  expect(storyAt('/films/chapters/one/', STORIES)?.home).toBe('/films/');
  expect(storyAt('/', STORIES)).toBeUndefined();
  expect(alsoAt('/films/chapters/two/', STORIES)).toBe('/films/#two');
  expect(alsoAt('/films/second/chapters/un/', STORIES)).toBe('/films/second/#un');
  expect(alsoAt('/films/chapters/three/', STORIES)).toBeUndefined();
  expect(alsoAt('/films/', STORIES)).toBeUndefined();
});
