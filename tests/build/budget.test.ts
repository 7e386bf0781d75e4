/** What a reader downloads, in kB of 1000 bytes with brotli. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SERVICE_WORKER } from '../../src/config/names.ts';
import { readSettings } from '../../src/server/settings.ts';
import {
  describeWeights,
  firstViewWeights,
  kilobytes,
  listBuilt,
  type Weight,
  weigh,
} from '../helpers/bytes.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const BUDGET = { firstView: 60, allScripts: 106, clip: 75, clips: 590, serviceWorker: 14 };
const { base } = readSettings(process.env);

function expectWithin(weights: readonly Weight[], limit: number): void {
  expect(kilobytes(weights), describeWeights(weights)).toBeLessThanOrEqual(limit);
}

describe('scripts', () => {
  const pages = ['index.html', '404.html', ...listBuilt(DIST, 'chapters', 'index.html')];

  test.each(pages)('the first view of %s', async (page) => {
    expectWithin(await firstViewWeights(DIST, page, base), BUDGET.firstView);
  });

  test('all together', async () => {
    const scripts = listBuilt(DIST, '_astro', '.js');
    expect(scripts.length).toBeGreaterThan(0);
    expectWithin(await weigh(DIST, scripts), BUDGET.allScripts);
  });
});

test('the worker that keeps stories, with its list, which no page waits for', async () => {
  expectWithin(await weigh(DIST, [SERVICE_WORKER]), BUDGET.serviceWorker);
});

describe('clips', () => {
  const clips = listBuilt(DIST, 'clips');

  test('there are some', () => {
    expect(clips.length).toBeGreaterThan(0);
  });

  test('all together', async () => {
    expectWithin(await weigh(DIST, clips), BUDGET.clips);
  });

  test.each(clips)('%s', async (clip) => {
    expectWithin(await weigh(DIST, [clip]), BUDGET.clip);
  });
});
