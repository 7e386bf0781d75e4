/** What lies above the page: the focus is never beneath it, and comes back from it. */
import { alive, expect, SLUGS, test } from './story.ts';

test('the tools of selected words go when the focus leaves them; a card above them gives it back', async ({
  page,
  faults,
}) => {
  // Its own file is fetched when it is asked for: after a renewal of the site it is no longer there. A page that is
  // open already may ask past a route that was only just laid.
  await page.route('**/_astro/QuoteCard*', (route) => route.fulfill({ status: 404 }));
  await page.goto(`/chapters/${SLUGS[1]}/`);
  await alive(page);
  // Its own script watches what is selected.
  await page.locator('html[data-answers-sharing]').waitFor();
  const tools = page.getByRole('group', { name: 'Share the selected words' });
  /** Other words each time: what is selected already is no news. */
  const select = (end: number) =>
    page.evaluate((to) => {
      const words = document.querySelector('.step p')!;
      words.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection()!.setBaseAndExtent(words.firstChild!, 0, words.firstChild!, to);
    }, end);
  await select(30);
  const card = tools.getByRole('button', { name: 'Quote card' });
  await expect(card).toBeVisible();
  await card.focus();
  await page.keyboard.press('Enter');
  await expect(tools.getByText('reload the page')).toBeVisible({ timeout: 20_000 });
  expect(faults.every((fault) => fault.includes('404'))).toBe(true);
  faults.length = 0;
  await page.unrouteAll();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Quote card' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(card).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(tools).toBeHidden();
  await select(40);
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tools).toBeHidden();
});
