import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compressFolder } from '../../../src/build/compress.ts';
import { listen } from '../../../src/server/listen.ts';
import { serveSite } from '../../../src/server/site.ts';
import { ask } from '../../helpers/ask.ts';
import { makeFolder } from '../../helpers/folder.ts';

const HOME = `<!doctype html><title>The story</title>${'<p>She dances.</p>'.repeat(100)}`;
const MUSIC = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
const FILES = {
  'index.html': HOME,
  '404.html': `<!doctype html><title>Lost</title>${'<p>No such scene.</p>'.repeat(100)}`,
  'chapters/training/index.html': '<!doctype html><title>Training</title>',
  'embed/index.html': '<!doctype html><title>Embed</title>',
  '_astro/stage.abc123.js': 'export const stage = 1;\n'.repeat(60),
  'audio/swan.m4a': MUSIC,
  'audio/silence.m4a': '',
  '.secret': 'hidden',
  'empty/file.txt': 'a folder without a page',
};

async function start(base = ''): Promise<{ address: string; dist: string }> {
  const dist = join(makeFolder(asDist(FILES)), 'dist');
  await compressFolder(dist);
  const settings = { host: '127.0.0.1', port: 0, base };
  const { address, close } = await listen(serveSite({ dist, base }), settings);
  onTestFinished(close);
  return { address, dist };
}

/** The site in a folder of its own, with something beside it that must stay out of reach. */
function asDist(files: Readonly<Record<string, string | Uint8Array>>) {
  const inDist = Object.entries(files).map(([path, content]) => [`dist/${path}`, content]);
  return { 'outside.txt': 'outside', ...Object.fromEntries(inDist) };
}

describe('addresses', () => {
  test('a folder is its page', async () => {
    const { address } = await start();
    const answer = await ask(address, '/');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body.toString()).toBe(HOME);
  });

  test('a folder without its slash is sent to it, with the query', async () => {
    const { address } = await start();
    const answer = await ask(address, '/chapters/training?from=card');
    expect(answer.status).toBe(308);
    expect(answer.headers.location).toBe('/chapters/training/?from=card');
  });

  test.each([
    '/chapters/nothing/',
    '/chapters/training/index',
    '/_astro/stage.abc123.js/',
    '/_astro/stage.abc123.js/x',
    '/index.html.br',
    '/.secret',
    '/empty',
    '/empty/',
    `/${'long'.repeat(500)}`,
  ])('%s is not found, and says so with the page for it', async (path) => {
    const { address } = await start();
    const answer = await ask(address, path);
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).toContain('No such scene.');
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  test.each([
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/chapters/../../outside.txt',
    '/..%2foutside.txt',
    '/..%5coutside.txt',
    '/..\\outside.txt',
    '//outside.txt',
    '/%00',
    '/%',
    '/%c0%ae%c0%ae/outside.txt',
    'http://localhost/outside.txt',
  ])('%s leads nowhere', async (path) => {
    const { address } = await start();
    const answer = await ask(address, path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body.toString()).not.toContain('outside');
  });

  test('only GET and HEAD are answered', async () => {
    const { address } = await start();
    const refused = await ask(address, '/', { method: 'POST' });
    expect(refused.status).toBe(405);
    expect(refused.headers.allow).toBe('GET, HEAD');
    const head = await ask(address, '/', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe(String(HOME.length));
    expect(head.body).toHaveLength(0);
  });

  test('below a base, the site is there and nowhere else', async () => {
    const { address } = await start('/story');
    expect(address).toMatch(/\/story\/$/);
    expect((await ask(address, '/story/chapters/training/')).status).toBe(200);
    expect((await ask(address, '/chapters/training/')).status).toBe(404);
    expect((await ask(address, '/storyline/')).status).toBe(404);
    for (const path of ['/', '/story']) {
      expect((await ask(address, path)).headers.location).toBe('/story/');
    }
    const folder = await ask(address, '/story/chapters/training');
    expect(folder.headers.location).toBe('/story/chapters/training/');
  });
});

describe('what is sent', () => {
  test.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip', 'gzip, br;q=0', gunzipSync],
  ])('compressed by %s for a client that takes %s', async (coding, accept, unpack) => {
    const { address } = await start();
    const answer = await ask(address, '/', { headers: { 'accept-encoding': accept } });
    expect(answer.headers['content-encoding']).toBe(coding);
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(answer.body.length).toBeLessThan(HOME.length / 4);
    expect(unpack(answer.body).toString()).toBe(HOME);
  });

  test('the page for what is not found is compressed too', async () => {
    const { address } = await start();
    const answer = await ask(address, '/lost', { headers: { 'accept-encoding': 'br' } });
    expect(answer.status).toBe(404);
    expect(brotliDecompressSync(answer.body).toString()).toContain('No such scene.');
  });

  test('nothing twice: 304 for a known ETag, and a new one after a change', async () => {
    const { address, dist } = await start();
    const { etag = '' } = (await ask(address, '/')).headers;
    const again = await ask(address, '/', { headers: { 'if-none-match': `"other", W/${etag}` } });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect(again.headers['cache-control']).toBe('no-cache');
    writeFileSync(join(dist, 'index.html'), 'Another story');
    const changed = await ask(address, '/', { headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.body.toString()).toBe('Another story');
  });

  test.each([
    ['bytes=0-1', 0, 1],
    ['bytes=0-0', 0, 0],
    ['bytes=990-', 990, 999],
    ['bytes=990-5000', 990, 999],
    ['bytes=-10', 990, 999],
    ['bytes=-5000', 0, 999],
  ])('a part of the music for %s', async (range, first, last) => {
    const { address } = await start();
    const answer = await ask(address, '/audio/swan.m4a', { headers: { range } });
    expect(answer.status).toBe(206);
    expect(answer.headers['content-range']).toBe(`bytes ${first}-${last}/1000`);
    expect(new Uint8Array(answer.body)).toEqual(MUSIC.slice(first, last + 1));
  });

  test.each(['bytes=5-2', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=-'])(
    'all of the music for %s, which asks for no part',
    async (range) => {
      const { address } = await start();
      const answer = await ask(address, '/audio/swan.m4a', { headers: { range } });
      expect(answer.status).toBe(200);
      expect(answer.headers['accept-ranges']).toBe('bytes');
      expect(answer.body).toHaveLength(1000);
    },
  );

  test('a part beyond the end is refused with the size', async () => {
    const { address } = await start();
    const answer = await ask(address, '/audio/swan.m4a', { headers: { range: 'bytes=1000-' } });
    expect(answer.status).toBe(416);
    expect(answer.headers['content-range']).toBe('bytes */1000');
  });

  test('a part of another version becomes the whole', async () => {
    const { address } = await start();
    const range = 'bytes=0-9';
    const { etag = '' } = (await ask(address, '/audio/swan.m4a')).headers;
    const same = await ask(address, '/audio/swan.m4a', { headers: { range, 'if-range': etag } });
    const other = await ask(address, '/audio/swan.m4a', { headers: { range, 'if-range': '"x"' } });
    expect([same.status, other.status]).toEqual([206, 200]);
  });

  test('an empty file', async () => {
    const { address } = await start();
    const answer = await ask(address, '/audio/silence.m4a');
    expect([answer.status, answer.headers['content-length']]).toEqual([200, '0']);
  });
});

test('headers are sent by address', async () => {
  const { address } = await start();
  const [page, embed, script] = await Promise.all(
    ['/', '/embed/', '/_astro/stage.abc123.js'].map((path) => ask(address, path)),
  );
  expect(page?.headers['content-security-policy']).toBe("frame-ancestors 'none'");
  expect(page?.headers['x-content-type-options']).toBe('nosniff');
  expect(embed?.headers['content-security-policy']).not.toContain('frame-ancestors');
  expect(script?.headers['cache-control']).toContain('immutable');
  expect(script?.headers['content-type']).toBe('text/javascript; charset=utf-8');
});
