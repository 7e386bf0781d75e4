import type { Page } from '@playwright/test';
import { findWholeBrowser } from '../run/browser.ts';
import { WHOLE_BROWSER } from '../run/extras.ts';
import { thisSystem } from '../run/system.ts';
import { afresh, expect, SLUGS, scrollTo, test } from './story.ts';

/** A chapter in the story's middle, with much above it. */
const SLUG = SLUGS[4]!;
const UPRIGHT = { width: 390, height: 844 };
const ACROSS = { width: 844, height: 390 };

// Playwright's Chromium keeps no page for a return unless it is told to.
test.use({
  viewport: UPRIGHT,
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
});

/** The words at the middle of what nothing covers, and how far down in their paragraph that is. */
function read(page: Page): Promise<{ words: string; share: number } | null> {
  return page.evaluate(() => {
    const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
    const bottom = innerHeight - Number.parseFloat(scrollPaddingBottom);
    const middle = (Number.parseFloat(scrollPaddingTop) + bottom) / 2;
    for (const block of document.querySelectorAll('.step p')) {
      const { top, bottom, height } = block.getBoundingClientRect();
      if (top <= middle && bottom > middle)
        return { words: block.textContent.slice(0, 30), share: (middle - top) / height };
    }
    return null;
  });
}

const at = (page: Page) => page.evaluate(() => scrollY);
/** The place that is kept for reload and return. */
const kept = (page: Page): Promise<{ slug: string; mark: number } | null> =>
  page.evaluate(() => history.state?.place ?? null);

/** Puts the lower half of a paragraph where one reads, and waits until it is kept. */
async function readLowerHalf(page: Page): Promise<void> {
  await afresh(page);
  await scrollTo(page, SLUG, 0);
  for (let i = 0; i < 100 && ((await read(page))?.share ?? 0) < 0.6; i++)
    await page.evaluate(() => scrollBy({ top: 25, behavior: 'instant' }));
  expect((await read(page))!.share).toBeGreaterThan(0.5);
  await expect.poll(async () => (await kept(page))?.slug).toBe(SLUG);
  await rested(page);
}

/** Waits until what is kept is the place where the reader is now. */
async function rested(page: Page): Promise<void> {
  let last = '';
  await expect
    .poll(
      async () => {
        const now = JSON.stringify([await kept(page), await at(page)]);
        const same = now === last;
        last = now;
        return same;
      },
      { intervals: [1000] },
    )
    .toBe(true);
}

const CHANGES: Readonly<Record<string, readonly [there: Change, back: Change]>> = {
  'another window': [
    (page) => page.setViewportSize(ACROSS),
    (page) => page.setViewportSize(UPRIGHT),
  ],
  'letters twice as large': [
    (page) => page.evaluate(() => document.documentElement.style.setProperty('font-size', '34px')),
    (page) => page.evaluate(() => document.documentElement.style.removeProperty('font-size')),
  ],
  'a font that came late': [
    (page) =>
      page.evaluate(() => document.documentElement.style.setProperty('--font-text', 'monospace')),
    (page) => page.evaluate(() => document.documentElement.style.removeProperty('--font-text')),
  ],
  'what is opened above': [(page) => unfold(page, true), (page) => unfold(page, false)],
  'words of another length': [
    (page) =>
      page.evaluate(() => {
        for (const step of document.querySelectorAll('.step p:first-child'))
          step.append(
            Object.assign(document.createElement('i'), { textContent: 'word '.repeat(60) }),
          );
      }),
    (page) =>
      page.locator('.step i').evaluateAll((all) => {
        for (const one of all) one.remove();
      }),
  ],
};
type Change = (page: Page) => Promise<unknown>;

const unfold = (page: Page, open: boolean) =>
  page.locator('details').evaluateAll((all, open) => {
    for (const one of all) (one as HTMLDetailsElement).open = open;
  }, open);

test('the place is kept whatever happens to the page', { tag: '@once' }, async ({ page }) => {
  await test.step('whatever lays the page out anew keeps the paragraph, and the place that is kept', async () => {
    await readLowerHalf(page);
    const before = (await read(page))!;
    const scroll = await at(page);
    const place = (await kept(page))!;
    for (const [name, [there, back]] of Object.entries(CHANGES)) {
      await there(page);
      await expect.poll(() => at(page), name).not.toBe(scroll);
      await rested(page);
      expect(await read(page), name).toMatchObject({ words: before.words });
      expect((await kept(page))!.slug, name).toBe(SLUG);
      expect((await kept(page))!.mark, name).toBeCloseTo(place.mark, 1);
      await back(page);
      await expect.poll(async () => Math.abs((await at(page)) - scroll), name).toBeLessThan(2);
      expect(await read(page), name).toMatchObject({ words: before.words });
    }
  });
  await test.step('what is pressed to open something stays where it was pressed', async () => {
    await afresh(page, `/chapters/${SLUG}/`);
    for (const summary of [
      page.locator(`#${SLUG} .heard summary`),
      page.locator(`#${SLUG} .share summary`),
    ]) {
      await summary.evaluate((one) => one.scrollIntoView({ block: 'start', behavior: 'instant' }));
      const top = () => summary.evaluate((one) => one.getBoundingClientRect().top);
      const before = await top();
      await summary.click();
      await expect(summary.locator('..')).toHaveAttribute('open', '');
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
      );
      expect(Math.abs((await top()) - before)).toBeLessThan(2);
    }
  });
  await test.step('where an engine comes back to the top, the place is brought back and not written over', async () => {
    await readLowerHalf(page);
    const [scroll, place] = [await at(page), await kept(page)];
    const left = await page.evaluate(() => {
      // What has come to the window's edge since then, as the music does, moves the line that is read.
      document.documentElement.style.scrollPaddingBottom = '240px';
      const written: unknown[] = [];
      const { replaceState } = history;
      history.replaceState = (...what: unknown[]) => void written.push(what);
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      history.replaceState = replaceState;
      window.scrollTo({ top: 0, behavior: 'instant' });
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      return written;
    });
    // Chromium keeps no page that changes its history as it is left.
    expect(left).toEqual([]);
    await rested(page);
    expect(Math.abs((await at(page)) - scroll)).toBeLessThan(2);
    expect(await kept(page)).toEqual(place);
  });
  await test.step('back within the page goes to where the reader was', async () => {
    await readLowerHalf(page);
    const scroll = await at(page);
    await page.locator('.skip').evaluate((link: HTMLAnchorElement) => link.click());
    await expect.poll(() => at(page)).toBeLessThan(scroll / 2);
    await page.evaluate(() => history.back());
    await expect.poll(async () => Math.abs((await at(page)) - scroll)).toBeLessThan(2);
  });
});

test('back from another page: the story was kept whole, and stands where it was left', {
  tag: '@whole',
}, async ({ page }) => {
  const { name, packages } = WHOLE_BROWSER;
  test.skip(
    findWholeBrowser(thisSystem()) === undefined,
    `${name} is not here, and one without keeps no page: apt-get install ${packages.join(' ')}`,
  );
  await readLowerHalf(page);
  await page.evaluate(() => Object.assign(window, { same: true }));
  const sound = page.locator('.sound__button');
  for (const on of ['false', 'true']) {
    if (on === 'true') {
      const music = page.waitForResponse(/\/audio\/(?!sfx)[^/]+\.(webm|mp3)$/);
      await sound.click();
      await music;
    }
    await expect(sound).toHaveAttribute('aria-checked', on);
    await rested(page);
    const scroll = await at(page);
    await page.evaluate(() => location.assign('/embed/guide/'));
    await page.waitForURL('/embed/guide/');
    await page.evaluate(() => history.back());
    await expect.poll(() => page.evaluate(() => 'same' in window).catch(() => false)).toBe(true);
    expect(await at(page)).toBe(scroll);
    expect((await kept(page))!.slug).toBe(SLUG);
    // What is said of sound is still true.
    await expect(sound).toHaveAttribute('aria-checked', on);
  }
});
