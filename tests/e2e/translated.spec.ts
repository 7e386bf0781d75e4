/** A page that the browser has translated: each text stands in elements of the translator's, and what a script wrote into is gone. */
import type { Page } from '@playwright/test';
import { alive, expect, SHORT_TITLES, SLUGS, scrollTo, test } from './story.ts';

/** As Chrome's and Edge's translators do it. The page is laid out anew; whoever goes to a chapter's middle may do so before that is seen. */
async function translate(page: Page, goTo?: string): Promise<void> {
  await page.evaluate((slug) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement!.closest('script, style, noscript') || !node.textContent!.trim()
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      inner.textContent = `«${text.data.trim()}»`;
      text.replaceWith(outer);
    }
    if (!slug) return;
    const { top, height } = document.getElementById(slug)!.getBoundingClientRect();
    window.scrollTo({ top: scrollY + top + height / 2, behavior: 'instant' });
  }, goTo);
}

test('in a translated page all words that change still do', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  const next = page.locator('.bar [rel="next"]');
  const captions = page.getByRole('button', { name: 'Captions' });
  await captions.click();
  await scrollTo(page, SLUGS[0]!, 0.1);
  const caption = page.locator('.staff__caption');
  await expect(caption).not.toBeEmpty();
  await translate(page);
  await expect(next).toContainText('«Next chapter');
  const first = await caption.textContent();

  await scrollTo(page, SLUGS[3]!, 0.5);
  await expect(next).toContainText(`Next chapter: ${SHORT_TITLES[4]}`);
  await expect(page.locator('.bar [rel="prev"]')).toContainText(
    `Previous chapter: ${SHORT_TITLES[2]}`,
  );
  await expect(page.locator('.bar__chapter')).toHaveText(SHORT_TITLES[3]!);
  await expect(caption).not.toHaveText(first!);
  // Once more, from words that were translated in their turn.
  await translate(page, SLUGS[5]!);
  await expect(next).toContainText(`Next chapter: ${SHORT_TITLES[6]}`);
  await expect(page.locator('.bar__chapter')).toHaveText(SHORT_TITLES[5]!);
});

test('in a translated page the sound still answers, and the sharing’s words change too', async ({
  page,
}) => {
  // Music that never answers: the choice stands, and nothing is said about it.
  await page.route('**/audio/**', () => {});
  await page.goto(`/chapters/${SLUGS[3]}/`);
  await alive(page);
  await translate(page);
  const share = page.locator(`#${SLUGS[3]} .share`);
  await share.getByRole('button').click();
  await expect(share.getByRole('status')).toHaveText(/^Link copied$|^Your browser blocked/);
  const sound = page.locator('.sound__button');
  await sound.click();
  await expect(sound).toHaveAttribute('aria-checked', 'true');
});
