import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { afresh, alive, expect, SLUGS, scrollTo, test } from './story.ts';

const SLUG = SLUGS[3]!;

/** Waits until the island of sharing answers. */
async function ready(page: Page): Promise<void> {
  await alive(page);
  await page.locator('.words').waitFor({ state: 'attached' });
}

/** Collects `story:share` events in the page. */
async function listen(page: Page): Promise<() => Promise<unknown[]>> {
  await page.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(window, { seen });
    document.addEventListener('story:share', (event) => seen.push((event as CustomEvent).detail));
  });
  return () => page.evaluate(() => (window as unknown as { seen: unknown[] }).seen);
}

/** Records what the page hands to the share sheet, or takes the sheet away. */
async function sheet(page: Page, present: boolean): Promise<void> {
  await page.addInitScript((there) => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    Object.defineProperty(navigator, 'share', {
      configurable: true,
      value: there ? async (data: unknown) => void shared.push(data) : undefined,
    });
  }, present);
}

/** Selects the first occurrence of the words in a chapter's steps. */
async function select(page: Page, slug: string, words: string): Promise<void> {
  await page.evaluate(
    ([id, text]) => {
      const walk = document.createTreeWalker(document.getElementById(id)!, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.textContent!.indexOf(text);
        if (at < 0 || !node.parentElement!.closest('.step')) continue;
        node.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
        getSelection()!.setBaseAndExtent(node, at, node, at + text.length);
        return;
      }
      throw new Error(`"${text}" is not in ${id}`);
    },
    [slug, words] as const,
  );
}

const group = (page: Page) => page.locator(`[data-share="${SLUG}"]`);

test('what is shared is copied, drawn, landed on, and its tools come and go', {
  tag: '@once',
}, async ({ page, context, baseURL }) => {
  await test.step('without a share sheet the button copies the chapter’s address and says so', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await sheet(page, false);
    await page.goto('/');
    await ready(page);
    const seen = await listen(page);
    await group(page).getByRole('button', { name: 'Share this chapter' }).focus();
    await page.keyboard.press('Enter');
    await expect(group(page).getByRole('status')).toHaveText('Link copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(copied).pathname).toBe(`/chapters/${SLUG}/`);
    expect(await seen()).toEqual([{ slug: SLUG, what: 'chapter', how: 'copy' }]);
  });
  await test.step('selected words give a link that lands on them, in their chapter, and marks them', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await sheet(page, false);
    await afresh(page);
    const words = 'loss that drives both of them';
    await select(page, SLUG, words);
    const tools = page.getByRole('group', { name: 'Share the selected words' });
    await expect(tools).toBeVisible();
    await tools.getByRole('button', { name: /link$/ }).click();
    await expect(tools.getByRole('status')).toHaveText('Link copied');
    expect(await page.evaluate(() => getSelection()!.toString())).toBe(words);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${baseURL}chapters/${SLUG}/#:~:text=${encodeURIComponent(words)}`);

    const landing = await context.newPage();
    await landing.goto(copied);
    await alive(landing);
    await expect
      .poll(() =>
        landing.evaluate((text) => {
          const step = [...document.querySelectorAll('.step p')].find((p) =>
            p.textContent.includes(text),
          )!;
          const { top, bottom } = step.getBoundingClientRect();
          return top > 0 && bottom < innerHeight;
        }, words),
      )
      .toBe(true);
  });
  await test.step('selected words are copied as a quotation with their source', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await afresh(page);
    const seen = await listen(page);
    await select(page, SLUG, 'An irony like that makes the whole universe richer.');
    await page.getByRole('button', { name: 'Copy quote' }).click();
    await expect(page.locator('.words').getByRole('status')).toHaveText('Quote copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('“An irony like that makes the whole universe richer.”');
    expect(copied).toContain('The John Wick Connection');
    expect(copied).toContain(`/chapters/${SLUG}/#:~:text=`);
    expect(await seen()).toEqual([{ slug: SLUG, what: 'sentence', how: 'quotation' }]);
  });
  await test.step('a quote card is drawn over the scene and can be kept', async () => {
    await afresh(page);
    await select(page, SLUG, 'An irony like that makes the whole universe richer.');
    await page.getByRole('button', { name: 'Quote card' }).click();
    const dialog = page.getByRole('dialog', { name: 'Quote card' });
    await expect(dialog.getByRole('img')).toBeVisible();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save image' }).click();
    expect((await download).suggestedFilename()).toBe(`${SLUG}-quote.png`);
    const colours = await dialog.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set<number>();
      for (let i = 0; i < data.length; i += 400)
        seen.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
      return { width: canvas.width, height: canvas.height, seen: seen.size };
    });
    expect(colours).toMatchObject({ width: 1080, height: 1350 });
    expect(colours.seen).toBeGreaterThan(20);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
  await test.step('the tools come with the words and go with them; Tab leads from one to the other', async () => {
    await afresh(page);
    await scrollTo(page, SLUG, 0.3);
    const tools = page.locator('.words');
    // As a reader does it: the browser then knows where the next Tab starts from.
    await page
      .locator(`#${SLUG} .step p`)
      .first()
      .dblclick({ position: { x: 20, y: 14 } });
    await expect(tools).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(tools.getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(tools).toBeHidden();
  });
  await test.step('the tools go when nothing is selected any more', async () => {
    await afresh(page);
    await select(page, SLUG, 'loss that drives both of them');
    const tools = page.locator('.words');
    await expect(tools).toBeVisible();
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await expect(tools).toBeHidden();
  });
  await test.step('a pull quote, whose words are set one by one, is landed on too', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await sheet(page, false);
    await afresh(page);
    await page.locator(`#${SLUG} .quote`).evaluate((quote) => {
      quote.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection()!.selectAllChildren(quote.querySelector('p')!);
    });
    await page.locator('.words').getByRole('button', { name: /link$/ }).click();
    await expect(page.locator('.words').getByRole('status')).toHaveText('Link copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const landing = await context.newPage();
    await landing.goto(copied);
    await alive(landing);
    await expect(landing.locator(`#${SLUG} .quote`)).toBeInViewport();
  });
  await test.step('where text fragments are unknown the chapter’s beginning is shown', async () => {
    // What such a browser sees: a fragment that names nothing.
    await afresh(page, `/chapters/${SLUG}/#no-such-words`);
    await expect(page.locator(`#${SLUG} h1`)).toBeInViewport();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });
  await test.step('back from a shared link returns to where it was followed', async () => {
    await page.goto('/404.html');
    await page.getByRole('link', { name: 'The John Wick Connection' }).click();
    await expect(page.locator(`#${SLUG} h1`)).toBeInViewport();
    await alive(page);
    await scrollTo(page, SLUGS[5]!, 0.4);
    await expect(page).toHaveURL(`/chapters/${SLUGS[5]}/`);
    await page.goBack();
    await expect(page).toHaveURL('/404.html');
  });
});

test('with a share sheet the button opens it', { tag: '@phone' }, async ({ page }) => {
  await sheet(page, true);
  await page.goto('/');
  await ready(page);
  const seen = await listen(page);
  await group(page).getByRole('button', { name: 'Share this chapter' }).click();
  await expect.poll(seen).toEqual([{ slug: SLUG, what: 'chapter', how: 'sheet' }]);
  const [shared] = await page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared);
  expect(shared?.url).toMatch(new RegExp(`/chapters/${SLUG}/$`));
  expect(shared?.title).toBeTruthy();
});

test('the other ways are plain links and files, there without script too', {
  tag: '@once',
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/chapters/${SLUG}/`);
  await group(page).getByText('More ways').click();
  await expect(group(page).getByRole('link', { name: 'Mastodon' })).toBeVisible();
  await expect(group(page).getByRole('button')).toHaveCount(0);
  await expect(group(page).getByRole('link', { name: 'Embed this chapter' })).toHaveAttribute(
    'href',
    `/embed/guide/?chapter=${SLUG}`,
  );
  for (const shape of ['square', 'tall', 'wide']) {
    const response = await page.request.get(`/posters/${SLUG}-${shape}.png`);
    expect(response.headers()['content-type']).toBe('image/png');
  }
  await context.close();
});

test('selected by touch, the tools keep away from the words and the system’s menu', {
  tag: '@phone',
}, async ({ page }) => {
  await page.goto('/');
  await ready(page);
  await scrollTo(page, SLUG, 0.3);
  await page.touchscreen.tap(195, 700);
  await select(page, SLUG, 'loss that drives both of them');
  const tools = page.locator('.words--docked');
  await expect(tools).toBeVisible();
  const { gap, uncovered } = await tools.evaluate((element) => {
    const words = getSelection()!.getRangeAt(0).getBoundingClientRect();
    const { left, top, bottom, width, height } = element.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    return { gap: words.top - bottom, uncovered: element.contains(seen) };
  });
  expect(gap).toBeGreaterThan(100);
  expect(uncovered).toBe(true);
});

test('axe finds nothing in the open ways and the tools', async ({ page }) => {
  await page.goto(`/chapters/${SLUG}/`);
  await ready(page);
  await group(page).getByText('More ways').click();
  await select(page, SLUG, 'loss that drives both of them');
  await expect(page.locator('.words')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
