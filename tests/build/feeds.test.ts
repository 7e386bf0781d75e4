/** The feed, the site map and what else machines read. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseRssFeed } from 'feedsmith';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/server/settings.ts';
import { listBuilt } from '../helpers/bytes.ts';
import { headOf, headValues } from '../helpers/page.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const { base } = readSettings(process.env);
const read = (file: string): string => readFileSync(join(DIST, file), 'utf8');
const CHAPTERS = listBuilt(DIST, 'chapters', 'index.html');
const canonical = (page: string): string => headValues(headOf(DIST, page), 'canonical')[0]!;
const HOME = canonical('index.html');

describe('the feed', () => {
  const feed = parseRssFeed(read('rss.xml'));

  test('has what RSS 2.0 requires, and says where it is itself', () => {
    expect(feed.title).toBeTruthy();
    expect(feed.description).toBeTruthy();
    expect(feed.link).toBe(HOME);
    expect(feed.language).toMatch(/^[a-z]{2,3}(-\w+)*$/);
    expect(feed.atom?.links?.[0]).toMatchObject({ rel: 'self', href: `${HOME}rss.xml` });
    expect(feed.image).toMatchObject({ link: HOME, title: feed.title });
  });

  test('has every chapter, each with an address of its own and a date; of no name is made an author', () => {
    const links = feed.items?.map(({ link }) => link);
    expect([...(links ?? [])].sort()).toEqual(CHAPTERS.map(canonical).sort());
    for (const item of feed.items ?? []) {
      expect(item.guid?.value).toBe(item.link);
      expect(Number.isNaN(Date.parse(String(item.pubDate)))).toBe(false);
      expect(item.dc?.creators).toBeUndefined();
    }
  });

  test('carries the full text: every paragraph of every chapter’s page', () => {
    const paragraphs = (html: string) =>
      [...html.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(([, text]) =>
        text!.replace(/<[^>]*>/g, '').trim(),
      );
    for (const item of feed.items ?? []) {
      const page = read(`${new URL(item.link!).pathname.slice(base.length + 1)}index.html`);
      const slug = item.link!.split('/').at(-2)!;
      const start = page.indexOf(`id="${slug}"`);
      const own = page.slice(start, page.indexOf('</section>', start));
      const steps = [...own.matchAll(/<div class="step"[^>]*>([\s\S]*?)<\/div>/g)];
      const text = steps.flatMap(([, html]) => paragraphs(html!));
      expect(text.length).toBeGreaterThan(1);
      const carried = (item.content?.encoded ?? '').replace(/<[^>]*>/g, '');
      for (const paragraph of text) expect(carried).toContain(paragraph);
    }
  });

  test('has no address that needs a page to be resolved against', () => {
    for (const item of feed.items ?? []) {
      const addresses = [...(item.content?.encoded ?? '').matchAll(/(?:href|src)="([^"]*)"/g)];
      expect(addresses.length).toBeGreaterThan(0);
      for (const [, address] of addresses) expect(address).toMatch(/^(https?:|mailto:)/);
    }
  });
});

test('the site map lists every page that is to be found, with its last change', () => {
  const [map] = [...read('sitemap-index.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, loc]) => loc!,
  );
  const entries = [...read(map!.split('/').at(-1)!).matchAll(/<url>([\s\S]*?)<\/url>/g)].map(
    ([, url]) => url!,
  );
  const pages = entries.map((entry) => /<loc>([^<]*)</.exec(entry)![1]!);
  expect(pages).toEqual(expect.arrayContaining([HOME, ...CHAPTERS.map(canonical)]));
  expect(pages.filter((page) => page.includes('404'))).toEqual([]);
  for (const entry of entries) expect(entry).toMatch(/<lastmod>\d{4}-\d\d-\d\dT/);
});

test('robots are shown the site map', () => {
  expect(read('robots.txt')).toContain(`Sitemap: ${HOME}sitemap-index.xml`);
  expect(read('robots.txt')).toContain('Allow: /');
});

test('the manifest’s icons are there, in the sizes it says', async () => {
  const { icons } = JSON.parse(read('site.webmanifest')) as {
    icons: { src: string; sizes: string; type: string }[];
  };
  for (const { src, sizes, type } of icons) {
    const file = join(DIST, src.slice(base.length + 1));
    expect(existsSync(file)).toBe(true);
    if (type !== 'image/png') continue;
    const { width, height } = await sharp(file).metadata();
    expect(`${width}x${height}`).toBe(sizes);
  }
});
