import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressFolder, isCompressible, prepareCopies } from '../../../src/build/compress.ts';
import { makeFolder } from '../../helpers/folder.ts';

const TEXT = 'plié, tendu, jeté. '.repeat(100);

test('text gets both copies, which unpack to it', async () => {
  const dist = makeFolder({ 'a/story.html': TEXT });
  expect(await compressFolder(dist)).toBe(1);
  const copy = (ending: string): Buffer => readFileSync(join(dist, `a/story.html${ending}`));
  expect(brotliDecompressSync(copy('.br')).toString()).toBe(TEXT);
  expect(gunzipSync(copy('.gz')).toString()).toBe(TEXT);
});

test('small files and files that are compressed already get none', async () => {
  const dist = makeFolder({ 'small.css': 'p{}', 'font.woff2': TEXT, 'photo.png': TEXT });
  expect(await compressFolder(dist)).toBe(0);
});

test('what would grow gets none', async () => {
  // A linear congruential generator's high bits: noise that no coder shrinks.
  let state = 1n;
  const noise = Uint8Array.from({ length: 2000 }, () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 56n);
  });
  const dist = makeFolder({ 'noise.txt': noise });
  await compressFolder(dist);
  expect(existsSync(join(dist, 'noise.txt.br'))).toBe(false);
});

test('twice gives the same bytes, and copies get no copies', async () => {
  const dist = makeFolder({ 'story.html': TEXT });
  await compressFolder(dist);
  const first = readFileSync(join(dist, 'story.html.br'));
  expect(await compressFolder(dist)).toBe(1);
  expect(readFileSync(join(dist, 'story.html.br'))).toEqual(first);
  expect(existsSync(join(dist, 'story.html.br.br'))).toBe(false);
});

test('what was compressed before is kept, by what is in it', async () => {
  const dist = makeFolder({ 'a.html': TEXT, 'b.html': TEXT, 'c.html': `${TEXT}brisé` });
  const kept = join(dist, '.kept');
  await prepareCopies(dist, kept);
  const copies = readdirSync(kept);
  expect(copies).toHaveLength(4);
  for (const copy of copies.filter((name) => name.endsWith('.br')))
    writeFileSync(join(kept, copy), copy);
  expect(await compressFolder(dist, kept)).toBe(3);
  const [a, b, c] = ['a', 'b', 'c'].map((name) =>
    readFileSync(join(dist, `${name}.html.br`), 'utf8'),
  );
  expect(copies).toContain(a);
  expect(b).toBe(a);
  expect(copies).toContain(c);
  expect(c).not.toBe(a);
});

test.each([
  ['index.html', true],
  ['FEED.XML', true],
  ['site.webmanifest', true],
  ['clips/training.json', true],
  ['swan.m4a', false],
  ['index.html.br', false],
])('%s shrinks: %s', (name, expected) => {
  expect(isCompressible(name)).toBe(expected);
});
