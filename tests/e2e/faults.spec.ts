/**
 * Whatever fails on the way: the words can be read, the stage is never black and never shows another
 * chapter's picture, sound that cannot be had says so, and when the files come again all of it heals in the open
 * page. Seeded combinations; `npm run faults` tries more.
 */
import { test as base, expect, type Page } from '@playwright/test';
import { combinations } from '../faults/combinations.ts';
import {
  type FaultyServer,
  type FileKind,
  faultyServer,
  type Spoilt,
} from '../faults/faultyServer.ts';
import { cuesHeard, pricksUpEars } from './ear.ts';
import { cueOf, picture, SLUGS, scrollTo, seen } from './story.ts';

const SEED = Number(process.env['FAULTS_SEED'] ?? 1);
const ROUNDS = Number(process.env['FAULTS_ROUNDS'] ?? 30);
/** What is asked for as one reads … */
const SEEN = [
  ...['page script', 'shared script', 'island', 'worker', 'worker script'],
  ...['smooth scroll', 'scene', 'transition', 'still', 'clip', 'staff', 'font'],
] as readonly FileKind[];
/** … and once sound is pressed. */
const HEARD: readonly FileKind[] = ['sound script', 'audio manifest', 'audio', 'effect'];
/** Modules that others need are remembered as damaged by the browser, or waited for without end: there readers are told. */
const SHARED: readonly FileKind[] = ['page script', 'shared script', 'sound script'];
/** A page of five chapters does as well as one of all, in less time. */
const FIRST = SLUGS.length - 5;
const PATH = `/chapters/${SLUGS[FIRST]}/`;
/** Chapters that are turned to: few, for each has to be known whole. */
const CHAPTERS = [FIRST + 2, FIRST + 3];

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
      await page.goto(server.address + PATH);
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
  // Not waited for: one that is just ending, or whose script is damaged, never answers.
  for (const worker of page.workers()) worker.evaluate(tell).catch(() => {});
}

const lostFor = (spoilt: readonly Spoilt[]) =>
  spoilt.some(
    ({ file, fault }) => SHARED.includes(file) && (fault === 'garbage' || fault === 'hanging'),
  );

const loud = Math.ceil(ROUNDS / 5);
for (const { name, spoilt, chance } of combinations(SEEN, SEED, ROUNDS - loud)) {
  test(name, async ({ page, server, whole }) => {
    const chapter = CHAPTERS[Math.floor(chance * CHAPTERS.length)]!;
    server.spoil([]);
    const right = await whole.picture(chapter);
    server.spoil(spoilt);
    await page.goto(server.address + PATH, { waitUntil: 'commit' });
    await expect.poll(() => readable(page).catch(() => [])).toEqual(whole.words);
    const before = await picture(page);
    await turnTo(page, chapter);
    const wrong = ['first', 'black', ...(before === '' ? [] : [before])];
    await expect.poll(async () => wrong.includes(await stage(page))).toBe(false);
    const poster = await stage(page);
    if (poster.startsWith('http')) expect(poster).toContain(SLUGS[chapter]);
    expect(await readable(page)).toEqual(whole.words);

    await heal(page, server);
    const told = page.getByText('reload the page');
    const lost = lostFor(spoilt);
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

/** What is heard of the page's first chapter when all is well. */
const CUE = cueOf(SLUGS[FIRST]!);

for (const { name, spoilt } of combinations(HEARD, SEED, loud)) {
  test(`sound: ${name}`, async ({ page, server, whole }) => {
    server.spoil(spoilt);
    await pricksUpEars(page);
    await page.goto(server.address + PATH);
    const button = page.locator('.sound__button');
    const notice = page.locator('.sound__notice');
    const pressed = () => button.getAttribute('aria-checked');
    await button.click();
    // What never answers or is late is waited for; all else is told as soon as it is known.
    const waits = (fault: string) => fault === 'slow' || fault === 'hanging';
    const needed = spoilt.filter(({ file }) => file !== 'effect');
    if (needed.some(({ fault }) => !waits(fault)) && !needed.some(({ fault }) => waits(fault))) {
      await expect(notice).toHaveText(/could not be loaded/);
      // Off, where nothing can come by itself; on, where the next chapter's music may.
      const only = needed.every(({ file }) => file === 'audio');
      expect(await pressed()).toBe(String(only));
    } else {
      await expect.poll(pressed).toBe('true');
    }
    expect(await readable(page)).toEqual(whole.words);

    await heal(page, server);
    const lost = lostFor(spoilt);
    await expect
      .poll(
        async () => {
          if (lost && /reload/.test((await notice.textContent()) ?? '')) return ['told'];
          await heal(page, server);
          if ((await pressed()) === 'false') await button.click();
          return cuesHeard(page);
        },
        { timeout: 30_000, intervals: [500] },
      )
      .toEqual(lost ? expect.arrayContaining([expect.stringMatching(`told|${CUE}`)]) : [CUE]);
    if (!lost) await expect(notice).toHaveText('');
    expect(await readable(page)).toEqual(whole.words);
  });
}

test('a page that does not come, or not whole: what came can be read, and the way back leads to where one was', async ({
  page,
  server,
  whole,
}) => {
  server.spoil([]);
  await page.goto(server.address + PATH);
  await expect(page.locator('.stage[data-painted]')).toBeAttached();
  await turnTo(page, CHAPTERS[0]!);
  /** The words in the window's middle, and where they begin. */
  const place = () =>
    page.evaluate(() => {
      const blocks = [...document.querySelectorAll('main :is(h1, h2, p)')];
      const read = blocks.find((one) => one.getBoundingClientRect().bottom > innerHeight / 2)!;
      const { top } = read.getBoundingClientRect();
      return { words: read.textContent, top };
    });
  // Kept once the reader rests; pages that Playwright leaves are not kept whole.
  await expect
    .poll(() =>
      page.evaluate(() => (history.state as { place?: { slug: string } } | null)?.place?.slug),
    )
    .toBe(SLUGS[CHAPTERS[0]!]);
  const before = await place();
  const next = `${server.address}/chapters/${SLUGS[0]}/`;
  // While one hangs or is late the browser keeps the page that is open, and tells tests nothing of it.
  for (const fault of ['missing', 'cut', 'garbage', 'reset'] as const) {
    server.spoil([{ file: 'page', fault }]);
    // One that ends in the middle never says that it has loaded.
    await page.goto(next, { waitUntil: 'commit' }).catch(() => {});
    if (fault === 'cut') {
      await expect(page.locator('main h1')).toBeVisible();
      const words = await readable(page);
      expect(words.length).toBeGreaterThan(3);
      expect(words).not.toContain('');
      server.spoil([]);
      expect(await readable(page)).toEqual(words);
    }
    server.spoil([]);
    // A page that has just failed may not be the browser's own yet.
    await expect(() => page.goBack({ waitUntil: 'commit' })).toPass();
    // The address is by now that of the chapter that was read.
    await expect
      .poll(() => place().catch(() => null), fault)
      .toEqual({ ...before, top: expect.closeTo(before.top, -1) });
    const words = await readable(page);
    expect(words).toEqual(whole.words.slice(-words.length));
    await expect(page.locator('.stage[data-painted]')).toBeAttached();
  }
});
