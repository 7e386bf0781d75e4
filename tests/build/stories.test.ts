/** A second story beside the one at the root: all of its pages and files, in a folder of its own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { reservedStory } from '../../src/core/content/reservedSlugs.ts';
import { readSettings } from '../../src/server/settings.ts';
import { listBuilt } from '../helpers/bytes.ts';
import { headOf, headValues, tagsIn } from '../helpers/page.ts';
import { TEST_STORIES } from '../run/stories.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const { base, stories } = readSettings({ ...process.env, ...TEST_STORIES });
const NAMES = stories.map((folder) => folder.split('/').at(-1)!);
const read = (file: string): string => readFileSync(join(DIST, file), 'utf8');
const below = (address: string): string => new URL(address).pathname.slice(base.length + 1);

test('no story can take a name that the site has for something else', () => {
  const taken = readdirSync(DIST, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^_/.test(entry.name))
    .map((entry) => entry.name)
    .filter((name) => !NAMES.includes(name));
  expect(taken.length).toBeGreaterThan(8);
  for (const name of taken) expect(reservedStory(name), name).toBeDefined();
});

describe.each(NAMES)('%s', (name) => {
  const chapters = listBuilt(DIST, `${name}/chapters`, 'index.html');
  const slugs = chapters.map((page) => page.split('/').at(-2)!);
  const pages = [`${name}/index.html`, ...chapters];

  test('has for each chapter what chapters at the root have', () => {
    expect(slugs.length).toBeGreaterThan(0);
    const [slug] = listBuilt(DIST, 'chapters', 'index.html').map((page) => page.split('/')[1]!);
    const own = (folder: string, one: string) =>
      listBuilt(DIST, folder)
        .map((file) => file.slice(folder === '.' ? 0 : folder.length + 1))
        .filter((file) => /^(chapters|embed|oembed|og|posters)\//.test(file))
        .filter((file) => new RegExp(`/${one}(?=[./]|-(?:square|tall|wide)\\.)`).test(file))
        .map((file) => file.replace(one, '*'))
        .sort();
    expect(own('.', slug!).length).toBeGreaterThan(8);
    for (const one of slugs) expect(own(name, one)).toEqual(own('.', slug!));
    for (const file of ['rss.xml', 'site.webmanifest', 'audio/programme.json', 'og/story.png'])
      expect(existsSync(join(DIST, name, file)), file).toBe(true);
  });

  test.each(pages)('%s says that it is there, and is described and fed from there', (page) => {
    const head = headOf(DIST, page);
    const [canonical] = headValues(head, 'canonical');
    expect(`${below(canonical!)}index.html`).toBe(page);
    const story = `${base}/${name}/`;
    expect(headValues(head, 'manifest')).toEqual([`${story}site.webmanifest`]);
    for (const card of headValues(head, 'og:image')) {
      expect(new URL(card).pathname.startsWith(`${story}og/`)).toBe(true);
      expect(existsSync(join(DIST, below(card)))).toBe(true);
    }
    const alternates = headValues(head, 'alternate');
    expect(alternates).toContain(`${story}rss.xml`);
    const said = JSON.parse(read(below(alternates.find((one) => one.includes('/oembed/'))!)));
    expect(said.provider_url).toBe(new URL(story, canonical).href);
    expect(said.html).toContain(`src="${new URL(`${story}embed/`, canonical).href}`);
  });

  test.each(pages)('%s leads to its own chapters alone', (page) => {
    const links = tagsIn(read(page), 'a').map(({ attributes: a }) => a['href'] ?? '');
    const inside = links.filter((href) => href.includes('/chapters/'));
    expect(inside.length).toBeGreaterThan(0);
    for (const href of inside) {
      if (/^https?:/.test(href)) continue;
      expect(href.startsWith(`${base}/${name}/chapters/`), href).toBe(true);
      expect(slugs).toContain(href.split('/').at(-2));
    }
  });

  test('has a feed of its own chapters', () => {
    const { link, items } = parseRssFeed(read(`${name}/rss.xml`));
    expect(below(link!)).toBe(`${name}/`);
    expect(items!.map((item) => below(item.link!)).sort()).toEqual(
      chapters.map((page) => page.replace('index.html', '')).sort(),
    );
  });

  test('is on the site map', () => {
    for (const page of pages)
      expect(read('sitemap-0.xml')).toContain(headValues(headOf(DIST, page), 'canonical')[0]);
  });
});
