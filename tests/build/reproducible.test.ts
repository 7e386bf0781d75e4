/** The same sources give the same bytes, wherever they are built. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isCompressible } from '../../src/build/compress.ts';
import { listBuilt } from '../helpers/bytes.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');

test('no built file knows the folder it was built in', () => {
  const texts = listBuilt(DIST, '.').filter(isCompressible);
  expect(texts.length).toBeGreaterThan(50);
  for (const file of texts) {
    const text = readFileSync(join(DIST, file), 'utf8');
    expect(text.includes(ROOT), file).toBe(false);
    // Astro's ids of islands are made from that folder's path.
    expect(text, file).not.toMatch(/<astro-island[^>]* uid=/);
  }
});
