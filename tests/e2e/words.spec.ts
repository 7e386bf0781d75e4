import { alive, expect, expectDancer, restedPicture, SLUGS, seen, test } from './story.ts';

test('a heading’s words, which enter one by one, are one text to search and to hear', {
  tag: '@once',
}, async ({ page }) => {
  await page.goto('/');
  await alive(page);
  for (const slug of SLUGS.slice(1, 4)) {
    const title = page.locator(`#${slug} [data-chapter-title]`);
    const text = (await title.textContent())!.trim();
    await expect(page.getByRole('heading', { name: text, exact: true })).toBeAttached();
    // Without the number, which is for listeners.
    const shown = (await title.locator('.word').allTextContents()).join(' ');
    expect(text.endsWith(shown)).toBe(true);
    const phrase = shown.split(' ').slice(1).join(' ');
    const found = await page.evaluate((words) => {
      getSelection()!.removeAllRanges();
      // Not in every browser's types, but in every browser.
      (window as unknown as { find(text: string): boolean }).find(words);
      const node = getSelection()!.anchorNode;
      return [getSelection()!.toString(), node?.parentElement?.closest('section')?.id];
    }, phrase);
    expect(found).toEqual([phrase, slug]);
  }
  // The browser's own way to land on words: a fragment across several of them.
  const title = page.locator(`#${SLUGS[3]} [data-chapter-title]`);
  const words = (await title.locator('.word').allTextContents()).slice(1, 4).join(' ');
  await page.goto(`/?landed#:~:text=${encodeURIComponent(words)}`);
  await expect(title).toBeInViewport();
});

test('a pull quote has the stage to itself', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  const place = (share: number) =>
    page.locator(`#${SLUGS[1]} .quote`).evaluate((quote, off) => {
      const { top, bottom } = quote.getBoundingClientRect();
      const tall = innerWidth / innerHeight <= 1.25;
      const focus = innerHeight * ((tall ? 0.78 : 0.5) + off);
      scrollTo({ top: scrollY + (top + bottom) / 2 - focus, behavior: 'instant' });
    }, share);
  const light = async () => {
    await restedPicture(page);
    return (await seen(page)).light;
  };
  await place(0);
  const held = await light();
  await place(-0.5);
  const before = await light();
  await place(0.5);
  const after = await light();
  // The light leaves the set and stays on her.
  expect(held).toBeLessThan(0.75 * Math.min(before, after));
  await place(0);
  await expectDancer(page);
});
