/** One visit each: to an empty page, to a chapter's scene and the way out of it, to the opening. */
import type { Browser, Page } from '@playwright/test';
import { type Geometry, SCORE_MARKS } from '../../src/core/reading/playhead.ts';
import { EMPTY_PAGE } from './emptyPage.ts';
import { type Load, loadOf } from './load.ts';
import { marked, openPhone, PHONE, SLOWDOWN, scrollBy, slow, traced } from './phone.ts';
import { closeAll, countPictures } from './pictures.ts';
import { type Cost, costOf } from './trace.ts';

const EMPTY_SCREENS = 3;

/** A scroll on the slow phone, and the same on all threads of a quick one. */
export interface Scrolled {
  readonly cost: Cost;
  readonly load: Load;
}

/** What scrolling costs where nothing moves. */
export async function visitEmpty(browser: Browser): Promise<Scrolled> {
  const page = await openPhone(browser);
  await page.setContent(EMPTY_PAGE);
  await rested(page);
  const way = EMPTY_SCREENS * PHONE.height;
  const load = await loadOf(page, () => scrollBy(page, way), false);
  await jump(page, 0);
  await slow(page, SLOWDOWN);
  const cost = await scrolled(page, [way]);
  await page.context().close();
  return { cost, load };
}

export interface ChapterCost {
  /** The jump from the story's beginning into the chapter, nothing of which has been fetched. */
  readonly jump: Cost;
  readonly scene: Scrolled;
  readonly transition: Scrolled;
}

/** What a chapter costs: jumped to, danced once, and its transition forth, back and forth again. */
export async function visitChapter(
  browser: Browser,
  address: string,
  chapter: number,
): Promise<ChapterCost> {
  const page = await openPhone(browser);
  await countPictures(page.context());
  await page.goto(address);
  await page.locator('.stage[data-alive]').waitFor({ state: 'attached' });
  await rested(page);
  const { start, crossing, end } = placesOf(await geometryOf(page), chapter);
  await slow(page, SLOWDOWN);
  const jumped = await traced(page, () => marked(page, () => jump(page, start)));
  const scene = await scrolled(page, [crossing - start]);
  await rested(page);
  const way = end - crossing;
  const transition = await scrolled(page, [way, -way, way]);
  await slow(page, 1);
  await jump(page, start);
  const loads = {
    scene: await loadOf(page, () => scrollBy(page, crossing - start)),
    transition: await loadOf(page, () => scrollBy(page, way)),
  };
  await closeAll(page);
  return {
    jump: costOf(jumped),
    scene: { cost: scene, load: loads.scene },
    transition: { cost: transition, load: loads.transition },
  };
}

async function jump(page: Page, top: number): Promise<void> {
  await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), top);
  await rested(page);
}

/** What opening the story costs, on the slow processor: all until it rests, and what follows after it came alive. */
export async function visitOpening(
  browser: Browser,
  address: string,
): Promise<{ readonly load: Cost; readonly after: Cost }> {
  const page = await openPhone(browser);
  // A first page of the site, that the browser's process for it is traced from the opening's first moment.
  await page.goto(new URL('robots.txt', address).href);
  await slow(page, SLOWDOWN);
  await page.addInitScript(() => {
    performance.mark('bench-start');
  });
  const load = await traced(page, async () => {
    await page.goto(address);
    await page.locator('.stage[data-alive]').waitFor({ state: 'attached' });
    await page.evaluate(() => performance.mark('bench-end'));
  });
  const after = await traced(page, () => marked(page, () => rested(page)));
  await closeAll(page);
  return { load: costOf(load), after: costOf(after) };
}

/** @throws Error when nothing has moved */
async function scrolled(page: Page, ways: readonly number[]): Promise<Cost> {
  const place = () => page.evaluate(() => scrollY);
  const events = await traced(page, async () => {
    for (const way of ways) {
      const before = await place();
      await marked(page, () => scrollBy(page, way));
      if ((await place()) === before) throw new Error(`Nothing has moved at ${page.url()}.`);
    }
  });
  return costOf(events);
}

/** Waits until what was asked for is here and worked on. */
async function rested(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let left = 3;
        // With a limit: where nothing at all is drawn, an idle moment may never be announced.
        const calm = () => (left-- > 0 ? requestIdleCallback(calm, { timeout: 1000 }) : done());
        setTimeout(calm, 1000);
      }),
  );
}

const geometryOf = (page: Page): Promise<Geometry> =>
  page.evaluate(() => {
    const top = (element: Element) => element.getBoundingClientRect().top + window.scrollY;
    const after = document.querySelector('[data-after-story]')!;
    return {
      viewport: window.innerHeight,
      tops: [...document.querySelectorAll('section.chapter'), after].map(top),
    };
  });

/** Where a chapter's scene begins, where the way out of it does, and where that ends; in CSS pixels. */
function placesOf(
  { viewport, tops }: Geometry,
  chapter: number,
): { readonly start: number; readonly crossing: number; readonly end: number } {
  const way = (index: number) => {
    const last = index === tops.length - 1;
    const { crossingStart, crossingEnd, closingStart, closingEnd } = SCORE_MARKS;
    return {
      from: tops[index]! - (last ? closingStart : crossingStart) * viewport,
      to: tops[index]! - (last ? closingEnd : crossingEnd) * viewport,
    };
  };
  const out = way(chapter + 1);
  return { start: chapter === 0 ? 0 : way(chapter).to, crossing: out.from, end: out.to };
}
