import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  hashInputs,
  isFresh,
  removeStamp,
  STAMP_FILE,
  writeStamp,
} from '../../../src/build/freshness.ts';
import { makeFolder } from '../../helpers/folder.ts';

const FILES = {
  'astro.config.mjs': 'export default {};',
  'package-lock.json': '{}',
  'src/pages/index.astro': '<p>She dances.</p>',
  'src/pages/404.astro': '<p>Lost.</p>',
  'public/clips/training.json': 'clip',
  'tests/some.test.ts': 'a test',
  'dist/index.html': '<p>She dances.</p>',
  'dist/_astro/stage.js': 'stage()',
};

function built(env: Record<string, string> = {}): string {
  const root = makeFolder(FILES);
  writeStamp(root, hashInputs(root, env));
  return root;
}

test('fresh after a build', () => {
  expect(isFresh(built(), {})).toBe(true);
});

test('not fresh before the first build, nor with a broken stamp', () => {
  const root = makeFolder(FILES);
  expect(isFresh(root, {})).toBe(false);
  writeStamp(root, hashInputs(root, {}));
  writeFileSync(join(root, STAMP_FILE), '{');
  expect(isFresh(root, {})).toBe(false);
});

test.each([
  ['a changed page', (root: string) => writeFileSync(join(root, 'src/pages/index.astro'), 'x')],
  [
    'a page of the same size',
    (root: string) => change(root, 'src/pages/404.astro', 'Lost', 'Lust'),
  ],
  ['a new clip', (root: string) => writeFileSync(join(root, 'public/clips/new.json'), 'x')],
  ['a deleted clip', (root: string) => rmSync(join(root, 'public/clips/training.json'))],
  ['a renamed page', (root: string) => move(root, 'src/pages/404.astro', 'src/pages/405.astro')],
  ['other packages', (root: string) => writeFileSync(join(root, 'package-lock.json'), '{ }')],
  ['another config', (root: string) => writeFileSync(join(root, 'astro.config.mjs'), '')],
  ['a lost built file', (root: string) => rmSync(join(root, 'dist/_astro/stage.js'))],
  ['a cut built file', (root: string) => writeFileSync(join(root, 'dist/index.html'), '<p>')],
  ['no dist at all', (root: string) => rmSync(join(root, 'dist'), { recursive: true })],
  ['a build that was begun', removeStamp],
])('not fresh: %s', (_, spoil) => {
  const root = built();
  spoil(root);
  expect(isFresh(root, {})).toBe(false);
});

test.each(['SITE_URL', 'BASE_PATH'])('not fresh: another %s', (name) => {
  const root = built({ [name]: '/story' });
  expect(isFresh(root, { [name]: '/story' })).toBe(true);
  expect(isFresh(root, { [name]: '/other' })).toBe(false);
  expect(isFresh(root, {})).toBe(false);
});

test('fresh still after what no build reads', () => {
  const root = built();
  writeFileSync(join(root, 'tests/some.test.ts'), 'another test');
  expect(isFresh(root, { PORT: '1234' })).toBe(true);
});

test('what changes during a build is not in it', () => {
  const root = makeFolder(FILES);
  const inputs = hashInputs(root, {});
  writeFileSync(join(root, 'src/pages/index.astro'), 'saved meanwhile');
  writeStamp(root, inputs);
  expect(isFresh(root, {})).toBe(false);
});

function change(root: string, path: keyof typeof FILES, from: string, to: string): void {
  writeFileSync(join(root, path), FILES[path].replace(from, to));
}

function move(root: string, from: string, to: string): void {
  renameSync(join(root, from), join(root, to));
}
