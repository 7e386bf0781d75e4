/** The studio is there in development alone. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { listBuilt } from '../helpers/bytes.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
/** What its page, what it puts into other pages, and what the stage hears of it are known by. */
const TRACES =
  /_studio\b|x-studio|studio:(?:cast|page)|studioPreview|data-studio-frame|\brecast\b|ballerina\.workshop/;

test('nothing of the studio is built', () => {
  const texts = listBuilt(DIST, '.').filter((file) =>
    /\.(?:html|js|css|json|xml|txt|svg)$/.test(file),
  );
  expect(texts.length).toBeGreaterThan(50);
  // The authors' guide says where it is in development.
  const read = (file: string) =>
    readFileSync(join(DIST, file), 'utf8').replaceAll('<code dir="ltr">/_studio/</code>', '');
  expect(texts.filter((file) => TRACES.test(read(file)))).toEqual([]);
  expect(listBuilt(DIST, '.').filter((file) => file.includes('_studio'))).toEqual([]);
});
