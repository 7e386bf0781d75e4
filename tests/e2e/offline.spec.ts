/** Stories where there is no network: what a worker keeps, of one build, offered anew and never forced. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { writeServiceWorker } from '../../src/build/offline/writeServiceWorker.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { serveSite } from '../../src/server/site.ts';
import { freePort } from '../run/freePort.ts';
import { alive, expect, SLUGS, STORY_TITLE, test } from './story.ts';

test.use({ serviceWorkers: 'allow' });

const HOST = '127.0.0.1';
let dist: string;
let server: Listening | undefined;
let port: number;

/** The network is there, or not. */
async function network(there: boolean): Promise<void> {
  server?.close();
  server = there
    ? await listen(serveSite({ dist, base: '' }), { host: HOST, port, base: '' })
    : undefined;
}
const at = (path: string) => `http://${HOST}:${port}${path}`;

test.beforeAll(async () => {
  // A copy, of which later builds can be made.
  dist = mkdtempSync(join(tmpdir(), 'story-offline-'));
  cpSync('dist', dist, { recursive: true, filter: (file) => !/\.(?:br|gz)$/.test(file) });
  port = await freePort();
});
test.afterAll(async () => {
  await network(false);
  rmSync(dist, { recursive: true, force: true });
});

/** Paths that are kept besides what is kept together. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('story-kept'));
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });

async function visit(
  context: BrowserContext,
  path = '/',
): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(at(path));
  await alive(page);
  return { page, faults };
}

test('after one visit all reads, dances and plays without a network; another build is offered', {
  tag: '@once',
}, async ({ context }) => {
  await network(true);
  const { page, faults } = await visit(context);
  await test.step('what was seen is kept, then the rest, and music once some was heard', async () => {
    await expect
      .poll(async () => (await kept(page)).filter((path) => /^\/clips\//.test(path)).length, {
        timeout: 40_000,
      })
      .toBe(SLUGS.length);
    expect((await kept(page)).filter((path) => path.startsWith('/audio/'))).toEqual([]);
    await page.evaluate(() => fetch('/audio/the-swan.webm').then((response) => response.blob()));
    await expect
      .poll(async () => (await kept(page)).filter((path) => /\.webm$/.test(path)).length, {
        timeout: 20_000,
      })
      .toBeGreaterThan(SLUGS.length);
    expect((await kept(page)).filter((path) => /\.mp3$|^\/embed\//.test(path))).toEqual([]);
  });
  await network(false);
  await test.step('every chapter opens, with what is danced in it', async () => {
    for (const slug of SLUGS) {
      await page.goto(at(`/chapters/${slug}/`), { waitUntil: 'commit' });
      await expect(page.locator(`#${slug} [data-chapter-title]`)).toBeVisible();
      await expect(page.locator('.stage[data-alive][data-painted]')).toBeAttached();
    }
  });
  await test.step('an address without its last slash, too', async () => {
    await page.goto(at(`/chapters/${SLUGS[4]}`));
    await expect(page).toHaveURL(at(`/chapters/${SLUGS[4]}/`));
  });
  await test.step('parts of recordings come as they are asked for', async () => {
    const part = (range: string) =>
      page.evaluate(async (Range) => {
        const response = await fetch('/audio/the-swan.webm', { headers: { Range } });
        return [
          response.status,
          (await response.blob()).size,
          response.headers.get('content-range'),
        ];
      }, range);
    const { length } = readFileSync(join(dist, 'audio/the-swan.webm'));
    expect(await part('bytes=100-199')).toEqual([206, 100, `bytes 100-199/${length}`]);
    expect(await part(`bytes=100-${10 * length}`)).toEqual([
      206,
      length - 100,
      `bytes 100-${length - 1}/${length}`,
    ]);
  });
  await test.step('a page that needs the network says so; frames are none of the worker’s', async () => {
    expect((await page.goto(at('/guide/')))?.status()).toBe(503);
    await expect(page.getByRole('heading', { name: 'No network' })).toBeVisible();
    await page.getByRole('link').last().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(STORY_TITLE.split(' ')[0]!);
    const frame = await context.newPage();
    await expect(frame.goto(at(`/embed/${SLUGS[1]}/`))).rejects.toThrow();
    await frame.close();
  });
  await test.step('a later build is offered, shown on a press, and never mixed with what is open', async () => {
    await network(true);
    await page.goto(at('/'));
    await alive(page);
    const chapter = `chapters/${SLUGS[2]}/index.html`;
    for (const file of ['index.html', chapter]) {
      const path = join(dist, file);
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace('</main>', '<p id="later">Later.</p></main>'),
      );
    }
    await writeServiceWorker(dist, '');
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const offer = page.getByRole('status').filter({ hasText: 'new version' });
    await expect(offer).toBeVisible();
    // Who goes on reading reads what was there.
    await page.goto(at(`/${chapter.replace('index.html', '')}`));
    await alive(page);
    await expect(page.locator('#later')).toHaveCount(0);
    await offer.getByRole('button', { name: 'Show it' }).click();
    await expect(page.locator('#later')).toBeVisible();
    await page.goto(at('/'));
    await expect(page.locator('#later')).toBeVisible();
  });
  expect(faults).toEqual([]);
});

test('who saves data gets stills; without room or leave to store all is as without a worker; frames ask for none', {
  tag: '@once',
}, async ({ browser }) => {
  await network(true);
  await test.step('stills alone', async () => {
    const context = await browser.newContext({ serviceWorkers: 'allow' });
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
    const { page, faults } = await visit(context);
    const stills = async () => (await kept(page)).filter((path) => path.startsWith('/stills/'));
    await expect.poll(async () => (await stills()).length, { timeout: 40_000 }).toBe(SLUGS.length);
    expect((await kept(page)).filter((path) => !path.startsWith('/stills/'))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
  await test.step('no room', async () => {
    const context = await browser.newContext({ serviceWorkers: 'allow' });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const origin = new URL(at('/')).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200_000 });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(at('/'));
    await alive(page);
    await expect
      .poll(
        () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
        { timeout: 20_000 },
      )
      .toBeLessThanOrEqual(1);
    await page.goto(at(`/chapters/${SLUGS[3]}/`));
    await alive(page);
    await expect(page.locator('.stage[data-painted]')).toBeAttached();
    expect(errors).toEqual([]);
    await context.close();
  });
  await test.step('no leave to store; and frames', async () => {
    const context = await browser.newContext({ serviceWorkers: 'allow' });
    await context.addInitScript(() => {
      navigator.serviceWorker.register = async () => {
        throw new DOMException('Not here', 'SecurityError');
      };
    });
    const { page, faults } = await visit(context, `/chapters/${SLUGS[1]}/`);
    await expect(page.locator('.stage[data-painted]')).toBeAttached();
    await page.goto(at(`/embed/${SLUGS[1]}/`));
    await page.waitForLoadState('networkidle');
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    ).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});
