/**
 * Whatever fails on the way: the words can be read, the stage is never black and never shows another
 * chapter's picture, and when the files come again all of it heals in the open page. Seeded combinations;
 * `npm run faults` tries more.
 */
import { test as base, expect, type Page } from '@playwright/test';
import { combinations } from '../faults/combinations.ts';
import { type FaultyServer, faultyServer } from '../faults/faultyServer.ts';
import { picture, SLUGS, scrollTo, seen } from './story.ts';

const SEED = Number(process.env['FAULTS_SEED'] ?? 1);
const ROUNDS = Number(process.env['FAULTS_ROUNDS'] ?? 24);
/** Modules that several islands share are remembered as damaged by the browser: there readers are told. */
const SHARED = ['page script', 'style sheet'];

interface Whole {
  /** The words of the page, in order. */
  readonly words: readonly string[];
  /** What the stage shows at rest in chapters that were asked for. */
  readonly picture: (chapter: number) => Promise<string>;
}

const test = base.extend<{ errors: string[] }, { server: FaultyServer; whole: Whole }>({
  viewport: { width: 640, height: 420 },
  server: [
    async ({ browserName: _ }, use) => {
      const server = await faultyServer();
      await use(server);
      server.close();
    },
    { scope: 'worker' },
  ],
  whole: [
    async ({ browser, server }, use) => {
      const page = await browser.newPage({ viewport: { width: 640, height: 420 } });
      await page.goto(`${server.address}/`);
      const known = new Map<number, Promise<string>>();
      const look = async (chapter: number) => {
        await turnTo(page, chapter);
        return rested(page);
      };
      await use({
        words: await readable(page),
        picture(chapter) {
          const found = known.get(chapter) ?? look(chapter);
          known.set(chapter, found);
          return found;
        },
      });
      await page.close();
    },
    { scope: 'worker' },
  ],
  errors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await use(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** What can be read on the page, in order; empty lines for what is hidden. */
function readable(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(h2, .step, .quote)')].map((part) =>
      part.checkVisibility({ visibilityProperty: true }) ? part.textContent.trim() : '',
    ),
  );
}

async function turnTo(page: Page, chapter: number): Promise<void> {
  await scrollTo(page, SLUGS[chapter]!, 0.35);
}

/** The picture, once it has stayed the same for a while with nothing under way. */
async function rested(page: Page): Promise<string> {
  await page.waitForLoadState('networkidle');
  let last = '';
  await expect
    .poll(
      async () => {
        const before = last;
        last = await picture(page);
        return last !== '' && last === before;
      },
      { intervals: [300] },
    )
    .toBe(true);
  return last;
}

/** What is on the stage: painted pixels, the server's picture, a chapter's poster, or light alone. */
async function stage(page: Page): Promise<string> {
  const { print, grid } = await seen(page);
  if (print !== '') return Math.max(...grid) > 40 ? print : 'black';
  return page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('.stage')!;
    const shown = (selector: string) =>
      host.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) === true;
    if (shown('.stage__picture')) return 'first';
    if (shown('.stage__poster')) return host.querySelector<HTMLImageElement>('img')!.src;
    return getComputedStyle(host).backgroundImage === 'none' ? 'black' : 'light';
  });
}

/** The line is whole again, and the browser says so. */
async function heal(page: Page, server: FaultyServer): Promise<void> {
  server.spoil([]);
  const tell = () => void dispatchEvent(new Event('online'));
  await page.evaluate(tell);
  // One that is just ending cannot be told.
  for (const worker of page.workers()) await worker.evaluate(tell).catch(() => {});
}

for (const { name, spoilt, chapter } of combinations(SEED, ROUNDS)) {
  test(name, async ({ page, server, whole }) => {
    server.spoil([]);
    const right = await whole.picture(chapter);
    server.spoil(spoilt);
    await page.goto(`${server.address}/`, { waitUntil: 'commit' });
    await expect.poll(() => readable(page).catch(() => [])).toEqual(whole.words);
    const styled = !spoilt.some(({ file }) => file === 'style sheet');
    const before = await picture(page);
    await turnTo(page, chapter);
    if (styled) {
      const wrong = ['first', 'black', ...(before === '' ? [] : [before])];
      await expect.poll(async () => wrong.includes(await stage(page))).toBe(false);
      const poster = await stage(page);
      if (poster.startsWith('http')) expect(poster).toContain(SLUGS[chapter]);
    }
    expect(await readable(page)).toEqual(whole.words);

    await heal(page, server);
    const told = page.getByText('reload the page');
    const lost = spoilt.some(({ file, fault }) => SHARED.includes(file) && fault === 'garbage');
    // Browsers do not ask for a font again: words of another width put the dance at another moment.
    const reflowed = spoilt.some(({ file }) => file === 'font');
    const painted = expect.stringMatching(/^640 420 /);
    let round = 0;
    // What failed in the meantime, or is on its way, is asked for until it is here.
    await expect
      .poll(
        async () => {
          if (lost && (await told.isVisible())) return 'told';
          if (round++ % 5 === 4) await heal(page, server);
          await turnTo(page, chapter);
          const dead = await page.locator('astro-island[ssr]').count();
          return dead > 0 ? `${dead} dead` : picture(page);
        },
        { timeout: 20_000, intervals: [300] },
      )
      .toEqual(lost ? expect.stringMatching(`told|${right}`) : reflowed ? painted : right);
    expect(await readable(page)).toEqual(whole.words);
  });
}
