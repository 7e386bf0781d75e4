/** What a stranger learns from the first window, before they scroll. */
import { afresh, alive, expect, SLUGS, STORY_TITLE, test } from './story.ts';

const SIZES = [
  [1366, 768],
  [390, 844],
  [320, 568],
  [844, 390],
] as const;

/** In how many windows' heights the whole page is read. */
const WHOLE = [
  [1440, 900, 45],
  [390, 844, 40],
] as const;

/** The page's height, and the longest way between its words, in windows' heights. */
const ways = () => {
  const texts =
    '.cover > *, .chapter__head > *, .step, .quote, .heard, .share, .replies, .coda > *';
  let [last, wordless] = [0, 0];
  for (const text of document.querySelectorAll(texts)) {
    const { top, bottom, height } = text.getBoundingClientRect();
    if (!height) continue;
    wordless = Math.max(wordless, top + scrollY - last);
    last = bottom + scrollY;
  }
  return {
    whole: document.documentElement.scrollHeight / innerHeight,
    wordless: wordless / innerHeight,
  };
};

/** Of these words, those that cannot be read in the first window: below it, or with something of the page's edges on them. */
const unread = (texts: readonly string[]): string[] =>
  texts.filter((text) => {
    const walk = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.nodeValue!.indexOf(text);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      return ![...range.getClientRects()].every(({ left, right, top, bottom }) => {
        const shown = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
        const bar = document.querySelector('.bar__button.contents__open')!.getBoundingClientRect();
        const staff = document.querySelector('.staff')!.getBoundingClientRect();
        const below = staff.top < innerHeight / 2 ? staff.bottom : bar.bottom;
        return shown && top >= below - 1 && (staff.top <= top || bottom <= staff.top);
      });
    }
    return true;
  });

test('the first window says what this is, by whom, when, how long, and that one scrolls; a chapter’s too; no window is without words, and who hears the page hears it', {
  tag: '@once',
}, async ({ page }) => {
  await test.step('the first window says what this is, by whom, when, how long, and that one scrolls', async () => {
    await page.goto('/');
    await alive(page);
    for (const [width, height] of SIZES) {
      await test.step(`${width} by ${height}`, async () => {
        await page.setViewportSize({ width, height });
        await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
        const facts = [
          'An essay on ',
          ', the John Wick spin-off',
          'By a 25-year-old film blogger',
          '2026',
          '6 minutes',
        ];
        // A phone on its side has no room for the last.
        const all = [
          ...facts,
          `${SLUGS.length} chapters`,
          ...(height > 400 ? ['Scroll: she dances'] : []),
        ];
        await expect.poll(() => page.evaluate(unread, all)).toEqual([]);
        const first = await page
          .locator('.step p')
          .first()
          .evaluate((step) => {
            const range = document.createRange();
            range.selectNodeContents(step);
            return (range.getClientRects()[0]!.bottom + scrollY) / innerHeight;
          });
        // On its side a phone shows little of anything.
        if (height > 400) expect(first).toBeLessThan(1.5);
      });
    }
    for (const [width, height, most] of WHOLE) {
      await page.setViewportSize({ width, height });
      const { whole, wordless } = await page.evaluate(ways);
      expect(whole, `${width} by ${height}`).toBeLessThanOrEqual(most);
      // No window is without any.
      expect(wordless, `${width} by ${height}`).toBeLessThan(0.8);
    }
    await expect(page.locator('.cover time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\d$/);
  });
  await test.step('a chapter’s first window names the story, the film and who wrote it', async () => {
    await afresh(page, `/chapters/${SLUGS[7]}/`);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      const all = [STORY_TITLE, 'An essay on ', 'By a 25-year-old film blogger'];
      await expect.poll(() => page.evaluate(unread, all), `${width} by ${height}`).toEqual([]);
    }
  });
  await test.step('who hears the page hears numbers in headings, and comes from the name to its note and back', async () => {
    await afresh(page);
    await expect(page.getByRole('heading', { level: 2, name: /^Chapter 3: / })).toBeAttached();
    await expect(page.getByRole('region', { name: /^Chapter 3: / })).toBeAttached();
    const mark = page.locator('[role="doc-noteref"]');
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Editor’s note' })).toBeInViewport();
    await page.getByRole('link', { name: 'Back to the text' }).click();
    await expect(mark).toBeInViewport();
  });
});
