/** The site in a sub-folder of another host: built anew, and every address in it tried. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeHostFiles } from '../../src/build/hosting/writeHostFiles.ts';
import { listBuilt } from '../helpers/bytes.ts';
import { walkLinks } from '../helpers/links.ts';
import { headOf, headValues, structuredData, tagsIn } from '../helpers/page.ts';
import { TEST_STORIES } from '../run/stories.ts';
import { commandOf, ROOT } from '../run/tool.ts';

const SITE = 'https://films.example';
const BASE = '/deep/story';
const HERE = resolve(import.meta.dirname, '../../dist');
let dist: string;

/** What Vitest tells its own modules; a build would take it for its own settings. */
const VITESTS = /^(BASE_URL|DEV|MODE|NODE_ENV|PROD|SSR|TEST|VITEST.*)$/;

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'story-sub-'));
  const own = Object.entries(process.env).filter(([name]) => !VITESTS.test(name));
  const [program, args] = commandOf('astro', ['build', '--outDir', dist]);
  // Rejects with what Astro said where it fails.
  await promisify(execFile)(program, args, {
    cwd: ROOT,
    env: {
      ...Object.fromEntries(own),
      ...TEST_STORIES,
      SITE_URL: SITE,
      BASE_PATH: BASE,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  await writeHostFiles(dist, BASE);
}, 400_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const pages = (): string[] => listBuilt(dist, '.', '.html');

test('has the same files as at a root', () => {
  const names = (folder: string) =>
    listBuilt(folder, '.')
      .map((file) => file.replace(/^\.\//, ''))
      .filter((file) => !/^(_astro\/|_redirects$)/.test(file));
  expect(names(dist)).toEqual(names(HERE));
});

test('every link leads somewhere', async () => {
  const { broken, found } = await walkLinks(dist, BASE, SITE);
  expect(broken).toEqual([]);
  expect(found.length).toBeGreaterThan(50);
  expect(found.filter((path) => !path.startsWith(`${BASE}/`))).toEqual([]);
}, 120_000);

test('no address in a page forgets the folder', () => {
  for (const page of pages()) {
    const html = readFileSync(join(dist, page), 'utf8');
    const addresses = tagsIn(html, 'a', 'link', 'script', 'img', 'source', 'astro-island', 'iframe')
      .flatMap(({ attributes: a }) => [a['href'], a['src'], a['component-url'], a['renderer-url']])
      .filter((address) => address?.startsWith('/') === true);
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !address!.startsWith(`${BASE}/`))).toEqual([]);
  }
});

test('every absolute address follows the setting', () => {
  for (const page of pages().filter((name) => /^(\.\/)?(index|chapters)/.test(name))) {
    const head = headOf(dist, page);
    for (const name of ['canonical', 'og:url', 'og:image', 'twitter:image']) {
      for (const value of headValues(head, name))
        expect(value.startsWith(`${SITE}${BASE}/`)).toBe(true);
    }
    const data = JSON.stringify(structuredData(head));
    for (const [address] of data.matchAll(/https?:\/\/[^"]+/g)) {
      expect(address).toMatch(/^https:\/\/(films\.example\/deep\/story\/|schema\.org)/);
    }
  }
  for (const file of ['rss.xml', 'sitemap-index.xml', 'robots.txt']) {
    const text = readFileSync(join(dist, file), 'utf8');
    expect(text).toContain(`${SITE}${BASE}/`);
    expect(text).not.toMatch(/\.example\/(?!deep\/story\/)/);
  }
});

test('the manifest and the hosts’ files begin at the folder', () => {
  const manifest = JSON.parse(readFileSync(join(dist, 'site.webmanifest'), 'utf8'));
  expect(manifest.start_url).toBe(`${BASE}/`);
  expect(
    readFileSync(join(dist, '_headers'), 'utf8')
      .match(/^\/\S*/gm)!
      .every((path) => path.startsWith(BASE)),
  ).toBe(true);
  expect(existsSync(join(dist, '_redirects'))).toBe(true);
});
