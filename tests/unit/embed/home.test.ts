import { expect, test } from 'vitest';
import { homes } from '../../../src/embed/home.ts';

const SITE = 'https://story.example/';
const built = SITE;

test.each([
  // The site's own script and link.
  [{ link: `${SITE}chapters/legacy/`, script: `${SITE}embed.js` }, [SITE]],
  // An optimiser's copy: the link comes first.
  [
    { link: `${SITE}chapters/legacy`, script: 'https://blog.example/cache/a1.js?ver=2' },
    [SITE, 'https://blog.example/cache/'],
  ],
  // A copy of the site, elsewhere and in a folder.
  [
    { link: 'http://localhost:4321/base/chapters/legacy/?from=blog#x' },
    ['http://localhost:4321/base/', SITE],
  ],
  [{ link: 'https://copy.example/base/index.html' }, ['https://copy.example/base/', SITE]],
  // A story in a folder of its own.
  [
    { link: `${SITE}giselle/chapters/legacy/`, script: `${SITE}embed.js` },
    [`${SITE}giselle/`, SITE],
  ],
  [{ link: `${SITE}giselle/` }, [`${SITE}giselle/`, SITE]],
  // What names no site of a story.
  [{ link: 'https://short.example/abc' }, [SITE]],
  [{ link: 'https://out.example/?u=https%3A%2F%2Fstory.example%2F' }, [SITE]],
  [{ link: 'mailto:her@story.example', script: 'data:text/javascript,1' }, [SITE]],
  [{ link: 'javascript:alert(1)', script: 'blob:https://blog.example/1-2' }, [SITE]],
  [{ link: 'https://', script: '' }, [SITE]],
  [{}, [SITE]],
])('%o may be at %o', (hints, expected) => {
  expect(homes({ ...hints, built })).toEqual(expected);
});
