/** Every link of the built site leads somewhere. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/server/settings.ts';
import { listBuilt } from '../helpers/bytes.ts';
import { walkLinks } from '../helpers/links.ts';
import { headOf, headValues } from '../helpers/page.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const { base } = readSettings(process.env);

test('every link, picture, script and card is there', async () => {
  const site = new URL(headValues(headOf(DIST, 'index.html'), 'canonical')[0]!).origin;
  const { broken, found } = await walkLinks(DIST, base, site);
  expect(broken).toEqual([]);
  for (const page of listBuilt(DIST, 'chapters', 'index.html')) {
    expect(found).toContain(`${base}/${page.replace('index.html', '')}`);
  }
}, 120_000);
