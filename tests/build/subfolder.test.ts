/**
 * The site in a sub-folder of another host, where nobody runs the service of replies: built anew, with the shortest
 * and the longest of stories, and every address in it tried.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeHostFiles } from '../../src/build/hosting/writeHostFiles.ts';
import { writeServiceWorker } from '../../src/build/offline/writeServiceWorker.ts';
import { tidyPages } from '../../src/build/tidyPages.ts';
import { MOST_CHAPTERS } from '../../src/core/story/layout.ts';
import { listBuilt } from '../helpers/bytes.ts';
import { walkLinks } from '../helpers/links.ts';
import { makeStory } from '../helpers/madeStory.ts';
import { headOf, headValues, structuredData, tagsIn } from '../helpers/page.ts';
import { TEST_STORIES } from '../run/stories.ts';
import { commandOf, ROOT } from '../run/tool.ts';

const SITE = 'https://films.example';
const BASE = '/deep/story';
const HERE = resolve(import.meta.dirname, '../../dist');
let dist: string;
const SHORT = 'made-short';
const LONG = 'made-long';
/** How readers of the short one answer. */
const WAYS = [
  ['mail', 'someone@blog.example'],
  ['mastodon', 'https://social.example/@someone/114'],
  ['bluesky', 'https://bluesky.example/post/3k'],
  ['feed', 'https://social.example/@someone/114.rss'],
] as const;
/** An article that is imported for this build. */
const IMPORTED = 'made-import';

/** What Vitest tells its own modules; a build would take it for its own settings. */
const VITESTS = /^(BASE_URL|DEV|MODE|NODE_ENV|PROD|SSR|TEST|VITEST.*)$/;

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'story-sub-'));
  const own = Object.entries(process.env).filter(([name]) => !VITESTS.test(name));
  const folder = `.cache/stories/${IMPORTED}`;
  const article = 'tests/fixtures/articles/page/curtain-call.html';
  await promisify(execFile)(
    process.execPath,
    ['src/commands/import.ts', article, '--out', folder, '--force'],
    { cwd: ROOT, env: { ...Object.fromEntries(own), INIT_CWD: ROOT } },
  );
  const [program, args] = commandOf('astro', ['build', '--outDir', dist]);
  // Rejects with what Astro said where it fails.
  await promisify(execFile)(program, args, {
    cwd: ROOT,
    env: {
      ...Object.fromEntries(own),
      STORIES: [
        TEST_STORIES.STORIES,
        makeStory(SHORT, 1, 'ar', {
          replies: `{ ${WAYS.map(([way, address]) => `${way}: "${address}"`).join(', ')} }`,
        }),
        makeStory(LONG, MOST_CHAPTERS),
        folder,
      ].join(','),
      REPLIES: 'off',
      SITE_URL: SITE,
      BASE_PATH: BASE,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  await tidyPages(dist);
  await writeServiceWorker(dist, BASE);
  await writeHostFiles(dist, BASE);
}, 600_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const pages = (): string[] => listBuilt(dist, '.', '.html');

/** Files of the stories that are in both builds, but those that are the service's own. */
const shared = (folder: string, extension?: string): string[] =>
  listBuilt(folder, '.', extension)
    .map((file) => file.replace(/^\.\//, ''))
    .filter((file) => !/^(_astro\/|_redirects$|made-)|(^|\/)replies\//.test(file));

test('has the same files as at a root', () => {
  expect(shared(dist)).toEqual(shared(HERE));
});

test('without the service of replies nothing of it is there, and all else is as with it', () => {
  expect(listBuilt(dist, '.').filter((file) => /(^|\/)replies\//.test(file))).toEqual([]);
  const [root] = headValues(headOf(HERE, 'index.html'), 'canonical');
  const from = SITE + BASE;
  const to = root!.replace(/\/$/, '');
  /** Without what follows from where it is, and what is said of replies alone. */
  const compared = (html: string): string =>
    html
      .replace(/<meta http-equiv="content-security-policy"[^>]*>/, '')
      .replaceAll(from, to)
      .replaceAll(encodeURIComponent(from), encodeURIComponent(to))
      .replaceAll(BASE, '')
      .replace(/(\/_astro\/[^"' )]*?)\.[\w-]{8}(_\w+)?(?=\.)/g, '$1')
      .replace(/ uid="\w+"/g, '')
      // Fonts are cut to the letters of all stories that are built.
      .replace(/@font-face\{[^}]*\}/g, '')
      .replace(/(fonts\/|[a-z]-)[\da-f]{16}\b/g, '$1');
  const served = (html: string): string =>
    compared(html)
      .replace(/<link rel="(?:webmention|pingback)"[^>]*>/g, '')
      .replace(/<div class="replies"[\s\S]*?<p class="replies__said"[^>]*><\/p>\s*<\/div>/g, '');
  const read = (folder: string, page: string) =>
    readFileSync(join(folder, page), 'utf8').replace(/\s+/g, ' ');
  expect(read(HERE, 'index.html')).toContain('<div class="replies"');
  // The guide's fields hold the site's address in parts, and the statement says how to write to its owner.
  for (const page of shared(dist, '.html').filter(
    (name) => !/guide\/|^accessibility\//.test(name),
  )) {
    const html = read(dist, page);
    expect(
      html.match(/<form[^>]* method="post"|data-replies|rel="(?:webmention|pingback)"/),
      page,
    ).toBeNull();
    const [without, all] = [compared(html), served(read(HERE, page))];
    // Of a whole page the place of the difference is enough.
    const at = [...without].findIndex((letter, index) => letter !== all[index]);
    const near = (text: string) => text.slice(Math.max(0, at - 80), at + 80);
    expect(without === all ? '' : near(without), page).toBe(without === all ? '' : near(all));
  }
});

test('without the service chapters end with the ways that their story names, or with none', () => {
  const [[, mail], ...others] = WAYS;
  const pageOf = (page: string) => readFileSync(join(dist, page, 'index.html'), 'utf8');
  for (const page of [SHORT, `${SHORT}/chapters/part-1`]) {
    const [, ways = ''] =
      /<p class="replies replies--ways[^>]*>([\s\S]*?)<\/p>/.exec(pageOf(page)) ?? [];
    const [first, ...rest] = tagsIn(ways, 'a').map(({ attributes: a }) => a['href']);
    expect(first).toMatch(new RegExp(`^mailto:${mail}\\?subject=.`));
    expect(rest).toEqual(others.map(([, address]) => address));
    expect(ways).toContain('هل لديك ما تقوله؟');
  }
  expect(pageOf(LONG)).not.toContain('replies--ways');
});

test('a story that reads from right to left says so on each of its pages, and speaks its language', () => {
  const own = pages().filter(
    (file) => file.startsWith(`${SHORT}/`) || file.startsWith(`./${SHORT}/`),
  );
  expect(own.length).toBeGreaterThan(1);
  for (const file of own) {
    const html = readFileSync(join(dist, file), 'utf8');
    expect(html, file).toMatch(/<html[^>]* lang="ar"[^>]* dir="rtl"/);
  }
  expect(readFileSync(join(dist, SHORT, 'index.html'), 'utf8')).toContain('الفصول');
});

test('every link leads somewhere', async () => {
  const { broken, found } = await walkLinks(dist, BASE, SITE, [
    `${SHORT}/`,
    `${LONG}/`,
    `${IMPORTED}/`,
  ]);
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
  for (const page of pages().filter((name) => /^(\.\/)?(index|chapters|made-short)/.test(name))) {
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

describe('the shortest and the longest of stories', () => {
  const read = (page: string): string => readFileSync(join(dist, page, 'index.html'), 'utf8');
  const sections = (page: string): string[] =>
    tagsIn(read(page), 'section').flatMap(({ attributes: a }) =>
      a['class']?.split(' ').includes('chapter') ? [a['id']!] : [],
    );
  const part = (at: number) => `part-${at}`;
  const pageOf = (story: string, at: number) => `${story}/chapters/${part(at)}`;
  /** Where "Read on" leads. */
  const onward = (page: string): string | undefined =>
    /class="coda__onward">\s*<a href="([^"]*)"/.exec(read(page))?.[1];
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i);

  test('one chapter is a whole story', () => {
    for (const page of [SHORT, pageOf(SHORT, 1)]) {
      expect(sections(page)).toEqual([part(1)]);
      expect(onward(page)).toBeUndefined();
    }
    expect(existsSync(join(dist, SHORT, 'embed/part-1/index.html'))).toBe(true);
  });

  test('thirty are all on the story’s own page', () => {
    expect(sections(LONG)).toEqual(numbers(1, MOST_CHAPTERS).map(part));
    expect(onward(LONG)).toBeUndefined();
  });

  test('a chapter’s page has it and the next two, and leads on to the one after them', () => {
    for (const at of numbers(1, MOST_CHAPTERS)) {
      const page = pageOf(LONG, at);
      const last = Math.min(at + 2, MOST_CHAPTERS);
      expect(sections(page)).toEqual(numbers(at, last).map(part));
      const next = last === MOST_CHAPTERS ? undefined : `${BASE}/${pageOf(LONG, last + 1)}/`;
      expect(onward(page)).toBe(next);
      // The list is of the whole story, whatever is on the page.
      const listed = tagsIn(read(page), 'a').filter(({ attributes: a }) =>
        a['href']?.startsWith(`${BASE}/${LONG}/chapters/`),
      );
      for (const other of numbers(1, MOST_CHAPTERS))
        expect(
          listed.some(({ attributes: a }) => a['href'] === `${BASE}/${pageOf(LONG, other)}/`),
        ).toBe(true);
    }
  });

  test('feed and site map have every chapter', () => {
    const map = readFileSync(join(dist, 'sitemap-0.xml'), 'utf8');
    const feed = readFileSync(join(dist, LONG, 'rss.xml'), 'utf8');
    for (const at of numbers(1, MOST_CHAPTERS)) {
      expect(map).toContain(`<loc>${SITE}${BASE}/${pageOf(LONG, at)}/</loc>`);
      expect(feed).toContain(`<link>${SITE}${BASE}/${pageOf(LONG, at)}/</link>`);
    }
  });
});

test('an article that was imported is a story like any other', () => {
  const page = readFileSync(join(dist, IMPORTED, 'index.html'), 'utf8');
  for (const words of ['The only honest moment', 'the first bow', 'It is “cod”.', 'the press kit'])
    expect(page.toLowerCase()).toContain(words.toLowerCase());
  expect(page).toMatch(/<figure>\s*<img src="[^"]+\/_astro\/bow-1024x683\.[^"]+" srcset=/);
  expect(page).toContain(`href="${BASE}/${IMPORTED}/chapters/the-first-bow/"`);
  // Nothing of the page that it was: no script, no frame, nothing that was beside the article.
  expect(page).not.toMatch(/evil\.example|<iframe|Ten shoes|use cookies|Post Comment|onclick/);
  expect(existsSync(join(dist, IMPORTED, 'og/the-wrong-bow.png'))).toBe(true);
  expect(existsSync(join(dist, IMPORTED, 'embed/the-wrong-bow/index.html'))).toBe(true);
});
