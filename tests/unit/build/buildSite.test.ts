import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { buildSite, ensureBuild, withoutEmptyTrace } from '../../../src/build/buildSite.ts';
import { isFresh } from '../../../src/build/freshness.ts';
import { makeFolder } from '../../helpers/folder.ts';

/** Stands in for Astro: notes each build in a file, then writes a page or fails. */
const ASTRO = `
  import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
  appendFileSync('builds.log', process.argv[2] + ' ' + process.env.ASTRO_TELEMETRY_DISABLED + '\\n');
  if (process.env.BREAK_BUILD) process.exit(3);
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/index.html', '<p>She dances.</p>'.repeat(100));
`;

function project(): { root: string; builds: () => string[] } {
  const root = makeFolder({
    'node_modules/astro/bin/astro.mjs': ASTRO,
    'src/pages/index.astro': '<p>She dances.</p>',
  });
  const log = join(root, 'builds.log');
  return { root, builds: () => readFileSync(log, 'utf8').trim().split('\n') };
}

test('builds once, without telemetry, and compresses', async () => {
  const { root, builds } = project();
  await ensureBuild(root);
  await ensureBuild(root);
  expect(builds()).toEqual(['build 1']);
  expect(existsSync(join(root, 'dist/index.html.br'))).toBe(true);
});

test('a failed build is one line and is tried again', async () => {
  const { root, builds } = project();
  await buildSite(root);
  vi.stubEnv('BREAK_BUILD', '1');
  try {
    await expect(buildSite(root)).rejects.toThrow(/^The build failed: see the error above\.$/);
  } finally {
    vi.unstubAllEnvs();
  }
  expect(isFresh(root, process.env)).toBe(false);
  await ensureBuild(root);
  expect(builds()).toHaveLength(3);
});

test('a heading over no stack trace is left out, one over a trace stays', () => {
  const words = '07-training.md cannot be used:\n  title: is missing\n';
  expect(withoutEmptyTrace(`${words}  Stack trace:\n\n`)).toBe(words);
  expect(withoutEmptyTrace(words)).toBe(words);
  const crash = 'x is not defined\n  Stack trace:\n    at page.astro:3:1\n';
  expect(withoutEmptyTrace(crash)).toBe(crash);
});
