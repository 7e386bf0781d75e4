/** Every link of the built site leads somewhere. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/server/settings.ts';
import { listBuilt } from '../helpers/bytes.ts';
import { walkLinks } from '../helpers/links.ts';
import { headOf, headValues, tagsIn } from '../helpers/page.ts';
import { TEST_STORIES } from '../run/stories.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const { base, stories } = readSettings({ ...process.env, ...TEST_STORIES });
/** Where the stories beside the one at the root are. */
const OTHERS = stories.map((folder) => `${folder.split('/').at(-1)}/`);

test('every link, picture, script and card is there', async () => {
  const site = new URL(headValues(headOf(DIST, 'index.html'), 'canonical')[0]!).origin;
  const { broken, found } = await walkLinks(DIST, base, site, OTHERS);
  expect(broken).toEqual([]);
  const pages = ['', ...OTHERS].flatMap((story) =>
    listBuilt(DIST, `${story}chapters`, 'index.html'),
  );
  for (const page of pages) {
    expect(found).toContain(`${base}/${page.replace('index.html', '')}`);
  }
}, 120_000);

test('nothing that a browser may fetch by itself names a host', () => {
  /** Links that say what a page is; all others some browser follows unasked. */
  const said = ['canonical', 'alternate', 'license'];
  for (const page of listBuilt(DIST, '.', '.html')) {
    const html = readFileSync(join(DIST, page), 'utf8');
    const links = tagsIn(html, 'link').filter(
      ({ attributes: a }) => !said.includes(a['rel'] ?? ''),
    );
    const media = tagsIn(html, 'script', 'img', 'source', 'iframe', 'audio', 'video');
    const addresses = [...links, ...media].flatMap(({ attributes: a }) =>
      [a['href'], a['src'], a['srcset']].filter((address) => address !== undefined),
    );
    expect(addresses.filter((address) => /^(\w+:)?\/\//.test(address))).toEqual([]);
    const unasked = links.filter(({ attributes: a }) =>
      /\b(next|prev|prefetch|prerender|preconnect|dns-prefetch)\b/.test(a['rel'] ?? ''),
    );
    expect(unasked).toEqual([]);
  }
});
