/** Whatever the browser scrolls to by itself lands where it can be read, in windows of every kind. */
import type { Page } from '@playwright/test';
import { afresh, alive, expect, SLUGS, test } from './story.ts';

// Keys scroll at once then; where they lead is the same.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Phones, tablets, desktops; the last two are what a zoom of 400 % leaves of small screens. */
const WINDOWS = [
  [390, 844],
  [820, 1180],
  [844, 390],
  [1440, 900],
  [320, 256],
  [341, 192],
] as const;
const SLUG = SLUGS[3]!;
const WORDS = 'loss that drives both of them';

/** From a window's top, or the document's. */
interface Box {
  readonly top: number;
  readonly bottom: number;
}

/** What of the window bar, picture and written music leave free; by their boxes, not by what the style sheets say of them. */
const free = (page: Page): Promise<Box> =>
  page.evaluate(() => {
    let [top, bottom] = [0, innerHeight];
    for (const one of document.querySelectorAll('.bar, .stage, .staff')) {
      const { position, zIndex, display } = getComputedStyle(one);
      if (position !== 'fixed' || display === 'none' || zIndex === '0') continue;
      const box = one.getBoundingClientRect();
      if (box.top > innerHeight / 2 && one.matches('.staff')) bottom = box.top;
      else top = Math.max(top, box.bottom);
    }
    return { top, bottom };
  });

/** The lines of a chapter's title, text and quote, in the document. */
const linesOf = (page: Page, slug: string): Promise<Box[]> =>
  page.evaluate((id) => {
    const range = document.createRange();
    return [...document.querySelectorAll(`#${id} :is(h1, .step p, .quote p)`)].flatMap((block) => {
      range.selectNodeContents(block);
      return [...range.getClientRects()].map(({ top, bottom }) => ({
        top: top + scrollY,
        bottom: bottom + scrollY,
      }));
    });
  }, slug);

/** Where the page stands, once that is what it should be and it moves no more. */
async function stillAt(page: Page, right: (y: number) => boolean): Promise<number> {
  let last = Number.NaN;
  await expect
    .poll(
      async () => {
        const before = last;
        last = await page.evaluate(
          () =>
            new Promise<number>((done) => {
              requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY)));
            }),
        );
        return last === before && right(last);
      },
      { intervals: [20] },
    )
    .toBe(true);
  return last;
}

async function expectLinesFree(page: Page): Promise<void> {
  const lines = await linesOf(page, SLUG);
  const { top, bottom } = await free(page);
  const end = lines.at(-1)!.bottom;
  const stops = [0];
  for (let stop = 0; stop + bottom < end; ) {
    await page.keyboard.press('Space');
    stop = await stillAt(page, (y) => y > stops.at(-1)!);
    stops.push(stop);
  }
  const hidden = lines.filter(
    (line) => !stops.some((y) => line.top >= y + top - 1 && line.bottom <= y + bottom + 1),
  );
  expect(hidden).toEqual([]);
}

/** In each of the windows, one after the other. */
async function inWindows(
  page: Page,
  look: () => Promise<void>,
  windows: readonly (readonly [number, number])[] = WINDOWS,
): Promise<void> {
  for (const [width, height] of windows) {
    await test.step(`${width} by ${height}`, async () => {
      await page.setViewportSize({ width, height });
      // Where a reader was is brought back by the page first.
      await stillAt(page, () => true);
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await stillAt(page, (y) => y === 0);
      await look();
    });
  }
}

test('Space shows every line, also where text is spaced', async ({ page }) => {
  await page.goto(`/chapters/${SLUG}/`);
  await alive(page);
  await inWindows(page, () => expectLinesFree(page));
  await page.evaluate(() => {
    const sheet = [...document.styleSheets].at(-1)!;
    sheet.insertRule(
      '.story *{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}',
    );
    sheet.insertRule('.story p{margin-bottom:2em!important}');
  });
  // Upright, wide, and as low as windows get.
  await inWindows(page, () => expectLinesFree(page), [WINDOWS[0], WINDOWS[3], WINDOWS[5]]);
});

test('keys, notes and links show what they lead to', async ({ page }) => {
  await test.step('Tab and Shift+Tab show what they come to', async () => {
    await page.goto(`/chapters/${SLUGS.at(-1)}/`);
    await alive(page);
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    /** Of what has the focus in the text; null for what stands at the window's edges. */
    const focused = () =>
      page.evaluate(() => {
        const one = document.activeElement!;
        const { top, bottom } = one.getBoundingClientRect();
        const name = one.textContent.trim().slice(0, 30);
        return one.closest('main, footer') ? { name, top, bottom } : null;
      });
    await inWindows(page, async () => {
      const { top, bottom } = await free(page);
      for (const key of ['Tab', 'Shift+Tab']) {
        const covered: unknown[] = [];
        await page.evaluate((back) => {
          const all = [...document.querySelectorAll<HTMLElement>('main a, footer a')];
          all.at(back ? -1 : 0)!.focus({ preventScroll: true });
          scrollTo({ top: back ? document.body.scrollHeight : 0, behavior: 'instant' });
        }, key !== 'Tab');
        let seen = 0;
        for (; await focused(); seen++) {
          await page.keyboard.press(key);
          const box = await focused();
          if (!box) break;
          const shown = Math.min(box.bottom, bottom) - Math.max(box.top, top);
          if (shown < Math.min(20, box.bottom - box.top)) covered.push({ key, ...box });
        }
        expect(seen).toBeGreaterThan(10);
        expect(covered).toEqual([]);
      }
    });
  });
  await test.step('a note and the way back to its sign show what they lead to', async () => {
    await afresh(page, '/la-doublure/');
    const links = ['[data-footnote-ref]', '[data-footnote-backref]'];
    await inWindows(page, async () => {
      for (const selector of links) {
        const link = page.locator(selector);
        const target = page.locator(`[id="${(await link.getAttribute('href'))!.slice(1)}"]`);
        await link.focus();
        await page.keyboard.press('Enter');
        const { top, bottom } = await free(page);
        await expect
          .poll(async () => {
            const box = (await target.boundingBox())!;
            return box.y >= top - 1 && box.y + Math.min(box.height, 16) <= bottom + 1
              ? 'free'
              : box;
          }, selector)
          .toBe('free');
      }
    }, [WINDOWS[0], WINDOWS[3], WINDOWS[5]]);
  });
  await test.step('links to words and to chapters show them', async () => {
    let bounds: Box = { top: 0, bottom: 0 };
    /** Where words that begin so stand: those that a link names, or a title. */
    const shown = (selector: string, words: string) =>
      page.evaluate(
        ([within, begin]) => {
          const walk = document.createTreeWalker(
            document.querySelector(within!)!,
            NodeFilter.SHOW_TEXT,
          );
          const range = document.createRange();
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const from = node.nodeValue!.indexOf(begin!);
            if (from < 0) continue;
            range.setStart(node, from);
            range.setEnd(node, Math.min(node.nodeValue!.length, from + 8));
            const box = range.getBoundingClientRect();
            return { top: box.top, bottom: box.bottom };
          }
          return { top: Number.NaN, bottom: Number.NaN };
        },
        [selector, words] as const,
      );
    const shows = (selector: string, words: string) =>
      expect
        .poll(async () => {
          const box = await shown(selector, words);
          return box.top >= bounds.top - 1 && box.bottom <= bounds.bottom + 1 ? 'free' : box;
        }, selector)
        .toBe('free');
    await inWindows(page, async () => {
      await page.goto(`/chapters/${SLUG}/#:~:text=${encodeURIComponent(WORDS)}`);
      await alive(page);
      bounds = await free(page);
      await shows(`#${SLUG}`, WORDS);
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await stillAt(page, (y) => y === 0);
      // What the browser's own search does.
      await page.evaluate((words) => {
        getSelection()!.removeAllRanges();
        (window as unknown as { find: (words: string) => boolean }).find(words);
      }, WORDS);
      await shows(`#${SLUG}`, WORDS);
      await page.evaluate((slug) => location.assign(`#${slug}`), SLUGS[5]!);
      await shows(`#${SLUGS[5]} h2`, '');
      await page.evaluate((slug) => {
        document.querySelector<HTMLElement>(`.contents a[href$="/${slug}/"]`)!.click();
      }, SLUGS[4]!);
      await shows(`#${SLUGS[4]} h2`, '');
      await page.goto('about:blank');
    });
  });
});
