import { expect, test } from 'vitest';
import { headersFor, headersForMissing } from '../../../src/server/headers.ts';

const FRAMES = 'Content-Security-Policy';
const ORIGINS = 'Access-Control-Allow-Origin';

test.each(['/', '/chapters/training/', '/404.html', '/embedded/', '/embed.js'])(
  '%s may be framed by nobody',
  (path) => {
    expect(headersFor(path)[FRAMES]).toBe("frame-ancestors 'none'");
  },
);

test.each(['/embed/', '/embed/john-wick/', '/embed/guide/'])('%s may be framed by all', (path) => {
  expect(headersFor(path)[FRAMES]).toContain('require-trusted-types-for');
  // `frame-ancestors *` would leave out pages from files, from `data:` and in sandboxes.
  expect(headersFor(path)[FRAMES]).not.toContain('frame-ancestors');
  expect(headersFor(path)).not.toHaveProperty('X-Frame-Options');
});

test('pages that ask for isolation may hold frames, and frames their thread', () => {
  for (const path of ['/embed/', '/embed/john-wick/', '/_astro/worker.js']) {
    expect(headersFor(path)).toMatchObject({
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  }
  for (const path of ['/embed.js', '/clips/legacy.json', '/og/legacy.png', '/stills/legacy.json']) {
    expect(headersFor(path)['Cross-Origin-Resource-Policy']).toBe('cross-origin');
  }
});

test.each([
  '/_astro/stage.js',
  '/_astro/fonts/text.woff2',
  '/audio/swan.m4a',
  '/clips/training.json',
  '/oembed/index.json',
  '/embed.js',
])('%s may be fetched from every origin', (path) => {
  expect(headersFor(path)[ORIGINS]).toBe('*');
});

test.each(['/', '/chapters/training/', '/embed/training/'])('the page %s may not', (path) => {
  expect(headersFor(path)).not.toHaveProperty(ORIGINS);
});

test('only files named by their content are kept without asking', () => {
  expect(headersFor('/_astro/stage.js')['Cache-Control']).toBe(
    'public, max-age=31536000, immutable',
  );
  expect(headersFor('/clips/training.json')['Cache-Control']).toBe('no-cache');
  expect(headersForMissing('/_astro/gone.js')['Cache-Control']).toBe('no-cache');
});

test('every address gets what protects a reader', () => {
  for (const path of ['/', '/embed/', '/_astro/stage.js', '/audio/swan.m4a']) {
    expect(headersFor(path)).toMatchObject({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': expect.stringContaining('camera=()'),
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    });
  }
});

test('what a story in a folder has of its own is served as at the root', () => {
  for (const path of [
    '/embed/',
    '/embed/x/',
    '/oembed/x.json',
    '/og/x.png',
    '/posters/x.svg',
    '/rss.xml',
    '/chapters/x/',
  ])
    expect(headersFor(`/the-red-shoes${path}`)).toEqual(headersFor(path));
});

test('a thread loads nothing of other hosts, and takes no script from words', () => {
  expect(headersFor('/_astro/worker.js')[FRAMES]).toBe(
    "default-src 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
});

test('later rules override earlier ones', () => {
  const rules = [
    { path: '/*', headers: { A: 'all', B: 'all' } },
    { path: '/x/*', headers: { B: 'below x' } },
    { path: '/x/y', headers: { B: 'y itself' } },
  ];
  expect(headersFor('/x/z', rules)).toEqual({ A: 'all', B: 'below x' });
  expect(headersFor('/x/y', rules)).toEqual({ A: 'all', B: 'y itself' });
  expect(headersFor('/x/y/', rules)).toEqual({ A: 'all', B: 'below x' });
});
