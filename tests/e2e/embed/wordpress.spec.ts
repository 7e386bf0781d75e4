/**
 * The story in a real WordPress: what its bloggers do, and what its readers see. Without
 * one these tests are skipped; `npm test` installs Debian's where it may.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { openReplies } from '../../../src/server/replies/serveReplies.ts';
import { readReplySettings } from '../../../src/server/replies/settings.ts';
import { hasExtra } from '../../run/apt.ts';
import { WORDPRESS } from '../../run/extras.ts';
import { freePort } from '../../run/freePort.ts';
import { thisSystem } from '../../run/system.ts';
import { SLUGS } from '../story.ts';
import { test as base, expect, listening, share } from './hosts.ts';
import {
  columns,
  details,
  embedBlock,
  group,
  htmlBlock,
  paragraph,
  rssBlock,
} from './wordpress/posts.ts';
import { type Post, startWordPress, type WordPress } from './wordpress/wordpress.ts';

const SLUG = SLUGS[2]!;
/** A phone, and a window as wide as a theme's wide blocks. */
const WIDTHS = [390, 1200] as const;

/** Places of a post without a size at first, and how they come to one. */
const HIDDEN = {
  tab: ['display:none', 'display:block'],
  narrow: ['width:0', 'width:auto'],
  skipped: ['content-visibility:hidden', 'content-visibility:visible'],
  far: ['display:none;margin-top:6000px', 'margin-top:6000px'],
} as const;

type PostName = keyof ReturnType<typeof write>;

/** The posts of the blog. @param site with a slash at its end */
function write(site: string) {
  const chapter = (number: number) => `${site}chapters/${SLUGS[number]}/`;
  const embed = embedBlock(chapter(2));
  const tag = `<ballerina-story chapter="${SLUG}"><a href="${chapter(2)}">The chapter</a></ballerina-story>`;
  const script = `<script async src="${site}embed.js"></script>`;
  const element = htmlBlock(tag + script);
  const admin = (...blocks: readonly string[]) => ({
    author: 'administrator' as const,
    content: [paragraph('Before.'), ...blocks, paragraph('After.')].join('\n\n'),
  });
  return {
    links: {
      author: 'author',
      content: `Before.\n\n${chapter(0)}\n\nBetween.\n\n${chapter(2)}\n\n${site}\n\nAfter.`,
    },
    blocks: admin(
      embed,
      columns(embed, embed),
      embedBlock(chapter(3), 'wide'),
      embedBlock(chapter(4), 'full'),
    ),
    hidden: admin(
      details('Open', embed),
      ...Object.entries(HIDDEN).flatMap(([id, [style]]) => [
        htmlBlock(`<div id="${id}" style="${style}">`),
        embed,
        htmlBlock('</div>'),
      ]),
    ),
    late: admin(
      htmlBlock(
        `<style>.late{display:none}</style><link rel="stylesheet" href="/late.css" media="print" onload="this.media='all'"><div class="late">`,
      ),
      embed,
      htmlBlock('</div>'),
    ),
    snippet: {
      author: 'author',
      content: `<ballerina-story chapter="${SLUG}"><a href="${chapter(2)}">The chapter</a></ballerina-story>\n<script async src="${site}embed.js"></script>\n\n<iframe src="${site}embed/${SLUG}/" width="600" height="420"></iframe>`,
    },
    elements: admin(
      element,
      columns(element, element, element),
      group('row', element),
      group('full', element),
      htmlBlock(`<figure style="width:fit-content">${tag}</figure>`),
      htmlBlock(
        `<iframe class="fixed" src="${site}embed/${SLUG}/" width="360" height="202" scrolling="no"></iframe>`,
      ),
      details('Open', element),
      // Closed in itself, which HTML does not know: the rest of the page is in it.
      htmlBlock(`<ballerina-story chapter="${SLUG}"/>`),
    ),
    feed: admin(rssBlock(`${site}rss.xml`, 5)),
  } satisfies Record<string, Omit<Post, 'title'>>;
}

interface Blog extends WordPress {
  readonly posts: Readonly<Record<PostName, string>>;
}

const test = base.extend<object, { readonly blog: Blog }>({
  blog: [
    async ({ browserName: _ }, use, { project }) => {
      const site = project.use.baseURL!;
      const wordpress = await startWordPress(site);
      const written = Object.entries(write(site)) as [PostName, Omit<Post, 'title'>][];
      const addresses = wordpress.publish(written.map(([title, post]) => ({ title, ...post })));
      const posts = Object.fromEntries(written.map(([name], at) => [name, addresses[at]!]));
      await use({ ...wordpress, posts: posts as Record<PostName, string> });
      wordpress.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

// All in one worker: one WordPress.
test.describe.configure({ mode: 'default' });
test.skip(
  !hasExtra(WORDPRESS, thisSystem()),
  `WordPress is not here: apt-get install ${WORDPRESS.packages.join(' ')}`,
);

const framesOf = (page: Page) => page.locator('iframe.wp-embedded-content');

/** A frame as its reader is to find it: seen, as wide as its column, and as high as what it holds. */
async function expectFits(frame: Locator): Promise<void> {
  // WordPress hides a frame by a style until the frame has spoken.
  await expect(frame).not.toHaveAttribute('style');
  await expect(frame).toBeVisible();
  const { width, column } = await frame.evaluate((element) => ({
    width: element.getBoundingClientRect().width,
    column: element.parentElement!.getBoundingClientRect().width,
  }));
  expect(width).toBeGreaterThan(250);
  expect(Math.abs(width - column)).toBeLessThan(1);
  const inside = frame.contentFrame().locator('[data-frame-content]');
  await expect
    .poll(() =>
      inside.evaluate((content) => {
        const { width, height } = content.getBoundingClientRect();
        return Math.abs(height - innerHeight) < 1 && Math.abs(width - innerWidth) < 1;
      }),
    )
    .toBe(true);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}

for (const width of WIDTHS) {
  test.describe(`${width} px wide`, () => {
    // Standing frames: what is tried here are their places.
    test.use({ viewport: { width, height: 844 }, contextOptions: { reducedMotion: 'reduce' } });

    for (const name of ['links', 'blocks'] as const) {
      test(`${name} become scenes as wide as their columns`, async ({ page, blog }) => {
        const sounds: string[] = [];
        page.on('request', (request) => {
          if (/\/audio\/.*\.(webm|mp3)/.test(request.url())) sounds.push(request.url());
        });
        await page.goto(blog.posts[name]);
        const frames = framesOf(page);
        await expect(frames).toHaveCount(name === 'links' ? 3 : 5);
        for (const frame of await frames.all()) {
          await frame.scrollIntoViewIfNeeded();
          await expectFits(frame);
        }
        for (const quotation of await page.locator('blockquote').all())
          await expect(quotation).toBeHidden();
        await expectNoSidewaysScroll(page);
        await listening(frames.first().contentFrame());
        expect(sounds).toEqual([]);
      });
    }

    test('in a closed Details block, hidden tabs and the like they are there once shown', async ({
      page,
      blog,
    }) => {
      await page.goto(blog.posts.hidden);
      await page.waitForLoadState('load');
      const frames = framesOf(page);
      await page.getByText('Open').click();
      await expectFits(frames.first());
      for (const [id, [, style]] of Object.entries(HIDDEN)) {
        const place = page.locator(`#${id}`);
        await place.evaluate((tab, shown) => tab.setAttribute('style', shown), style);
        const frame = place.locator(frames);
        await expect(frame).not.toHaveAttribute('style');
        await frame.scrollIntoViewIfNeeded();
        await expectFits(frame);
      }
      await expectNoSidewaysScroll(page);
    });

    test('the element has a width in every block, hides nothing else, and is a poster on paper', async ({
      page,
      blog,
    }) => {
      await page.goto(blog.posts.elements);
      // By key: what is above it is still growing.
      await page.locator('summary').press('Enter');
      await expect(page.locator('details')).toHaveAttribute('open');
      const elements = page.locator('ballerina-story');
      await expect(elements).toHaveCount(9);
      for (const element of await elements.all()) {
        await element.scrollIntoViewIfNeeded();
        const frame = element.locator('iframe');
        await expect(frame).toBeVisible();
        await listening(frame.contentFrame());
        const box = (await frame.boundingBox())!;
        expect(box.width).toBeGreaterThan(Math.min(200, 0.4 * width));
        await expect
          .poll(() =>
            frame
              .contentFrame()
              .locator('[data-frame-content]')
              .evaluate((content) => content.getBoundingClientRect().height - innerHeight),
          )
          .toBeLessThan(1);
      }
      await expectNoSidewaysScroll(page);
      await expect(page.getByText('After.')).toBeVisible();
      const controls = page.locator('.fixed').contentFrame().locator('[data-controls]');
      await expect
        .poll(() => controls.evaluate((bar) => bar.getBoundingClientRect().bottom - innerHeight))
        .toBeLessThan(1);

      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      await expect(elements.first().locator('iframe')).toBeHidden();
      await expect(elements.first().locator('img')).toBeVisible();
      await expect(elements.first().getByRole('link', { name: 'The chapter' })).toBeVisible();
      const apart = await page
        .locator('.fixed')
        .contentFrame()
        .locator('.frame__text')
        .evaluate((words) => {
          const scene = document.querySelector('[data-scene]')!.getBoundingClientRect();
          return scene.left - words.getBoundingClientRect().right;
        });
      expect(apart).toBeGreaterThanOrEqual(0);
    });

    test('a style sheet that comes late, as optimisers have it', async ({ page, blog }) => {
      await page.route('**/late.css', async (route) => {
        const inside = page.locator('.late iframe').contentFrame().locator(':root');
        await expect.poll(() => inside.evaluate(() => document.readyState)).toBe('complete');
        await route.fulfill({ contentType: 'text/css', body: '.late{display:block}' });
      });
      await page.goto(blog.posts.late);
      await expectFits(framesOf(page));
      await expectNoSidewaysScroll(page);
    });
  });
}

test('it dances, and its link opens the chapter in place of the post', async ({
  page,
  blog,
  site,
}) => {
  await page.goto(blog.posts.links);
  await framesOf(page).nth(1).scrollIntoViewIfNeeded();
  const frame = framesOf(page).nth(1).contentFrame();
  await expect.poll(() => share(frame)).toBeGreaterThan(0);
  await frame.getByRole('link', { name: 'Read this chapter' }).click();
  await page.waitForURL(`${site}chapters/${SLUG}/`);
});

test('a helper kept back until the page is at work, as optimisers do', async ({ page, blog }) => {
  const helper = '**/wp-embed.min.js*';
  await page.route(helper, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(blog.posts.links);
  const frame = framesOf(page).first();
  await listening(frame.contentFrame());
  await expect(frame).toHaveAttribute('style');
  await page.unroute(helper);
  await page.addScriptTag({ url: '/wp-includes/js/wp-embed.min.js' });
  await expectFits(frame);
});

test('it is moved in the page and comes back', async ({ page, blog }) => {
  await page.goto(blog.posts.links);
  const frame = framesOf(page).first();
  await expectFits(frame);
  await frame.evaluate((element) => {
    const place = element.closest('p')!;
    place.parentElement!.prepend(place);
  });
  await expectFits(frame);
});

test('of the snippet of an author who may write no script, the link remains', async ({
  page,
  blog,
  site,
}) => {
  await page.goto(blog.posts.snippet);
  await expect(page.getByRole('link', { name: 'The chapter' })).toHaveAttribute(
    'href',
    `${site}chapters/${SLUG}/`,
  );
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('the editor shows a blogger the same frame', ({ blog, site }) => {
  const { html, type } = blog.preview(`${site}chapters/${SLUG}/`);
  expect(type).toBe('rich');
  expect(html).toMatch(/^<blockquote class="wp-embedded-content" data-secret="(\w{10})">/);
  expect(html).toContain(`src="${site}embed/${SLUG}/#?secret=`);
  expect(html).toContain('width="100%" height="420"');
});

test('its RSS block lists the first chapters, in the order of reading', async ({
  page,
  blog,
  site,
}) => {
  await page.goto(blog.posts.feed);
  const titles = page.locator('.wp-block-rss__item-title a');
  await expect(titles).toHaveCount(5);
  const addresses = await titles.evaluateAll((all) =>
    all.map((title) => (title as HTMLAnchorElement).href),
  );
  expect(addresses).toEqual(SLUGS.slice(0, 5).map((slug) => `${site}chapters/${slug}/`));
});

test('a post that links to a chapter is told unasked, and appears under the chapter once it is read', async ({
  blog,
}) => {
  // A site of its own, which says its own address: what is told of has to be at it.
  const port = await freePort();
  // WordPress takes nothing without a dot for an address.
  const site = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'story-mentions-'));
  const story = JSON.parse(readFileSync('dist/replies/index.json', 'utf8'));
  mkdirSync(join(folder, 'dist/replies'), { recursive: true });
  writeFileSync(
    join(folder, 'dist/replies/index.json'),
    JSON.stringify({ ...story, address: site }),
  );
  cpSync(`dist/chapters/${SLUG}`, join(folder, `dist/chapters/${SLUG}`), { recursive: true });
  const database = join(folder, 'replies.db');
  // A process of its own: this one waits for PHP, which waits for the site.
  const served = spawn(
    process.execPath,
    ['tests/helpers/serveReplies.ts', join(folder, 'dist'), database, `${port}`],
    {
      env: { ...process.env, REPLIES_NEAR: new URL(blog.home).host },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(served.stdout, 'data');
  const { store } = await openReplies(readReplySettings({ REPLIES_DB: database }, folder));
  try {
    const content = [
      paragraph('Before.'),
      paragraph(
        `She is all patience in <a href="${site}/chapters/${SLUG}/">this chapter</a>, I think.`,
      ),
    ].join('\n\n');
    const [post] = blog.publish([{ title: 'Knives & shoes', content, author: 'author' }]);
    blog.ping();
    await expect.poll(async () => (await store.list()).length).toBe(1);
    const rows = await store.list();
    expect(rows).toMatchObject([
      {
        kind: 'pingback',
        state: 'waiting',
        place: SLUG,
        url: post,
        text: 'She is all patience in this chapter, I think.',
      },
    ]);
    expect(rows[0]!.title).toContain('Knives & shoes');
    await store.decide(rows[0]!.id, 'approved');
    const { html } = (await (await fetch(`${site}/replies/${SLUG}.json`)).json()) as {
      html: string;
    };
    expect(html).toContain('Knives &amp; shoes');
    expect(html).toContain('She is all patience in this chapter');
  } finally {
    served.kill();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
