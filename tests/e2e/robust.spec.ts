import { alive, expect, expectDancer, restedPicture, SLUGS, scrollTo, test } from './story.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a page reads in order, each chapter with its still', async ({ page }) => {
    for (const path of ['/', `/chapters/${SLUGS[4]}/`]) {
      await page.goto(path);
      const expected = path === '/' ? SLUGS : SLUGS.slice(4);
      const ids = await page.locator('main section').evaluateAll((all) => all.map(({ id }) => id));
      expect(ids).toEqual(expected);
      const levels = await page
        .locator('main :is(h1, h2, h3)')
        .evaluateAll((all) => all.map(({ tagName }) => tagName));
      expect(levels[0]).toBe('H1');
      expect(levels.slice(1).every((level) => level === 'H2')).toBe(true);
      for (const slug of expected) {
        const still = page.locator(`#${slug} .chapter__still`);
        await still.scrollIntoViewIfNeeded();
        await expect(still).toBeVisible();
        await expect
          .poll(() => still.evaluate((image: HTMLImageElement) => image.naturalWidth))
          .toBeGreaterThan(0);
        await expect(page.locator(`#${slug} .step`).first()).toBeVisible();
      }
      await expect(page.getByRole('button', { name: 'Chapters' })).toBeVisible();
    }
  });
});

test('a clip that fails leaves the still and the words; the next chapter dances', {
  tag: '@once',
}, async ({ page, faults }) => {
  await page.route(`**/clips/${SLUGS[1]}.*`, (route) => route.abort());
  await page.goto('/');
  await alive(page);
  await scrollTo(page, SLUGS[1]!, 0.3);
  await expect(page.locator('.stage')).toHaveAttribute('data-shown', SLUGS[1]!);
  await expectDancer(page);
  await scrollTo(page, SLUGS[1]!, 0.5);
  await expectDancer(page);
  await expect(page.locator(`#${SLUGS[1]} .step`).first()).toBeVisible();
  await scrollTo(page, SLUGS[2]!, 0.3);
  await expect(page.locator('.stage')).toHaveAttribute('data-shown', SLUGS[2]!);
  const dancing = await restedPicture(page);
  await scrollTo(page, SLUGS[2]!, 0.6);
  expect(await restedPicture(page)).not.toBe(dancing);
  expect(faults.every((fault) => fault.includes('ERR_FAILED'))).toBe(true);
  faults.length = 0;
});

test('a damaged clip counts as one that failed', { tag: '@once' }, async ({ page }) => {
  await page.route(`**/clips/${SLUGS[1]}.*`, (route) =>
    route.fulfill({ body: '{"format":"something else"}' }),
  );
  await page.goto(`/chapters/${SLUGS[1]}/`);
  await alive(page);
  await scrollTo(page, SLUGS[1]!, 0.4);
  await expectDancer(page);
});

for (const [what, hinder] of [
  ['without threads', "Object.defineProperty(window, 'Worker', { value: undefined })"],
  [
    'without canvases for them',
    'delete HTMLCanvasElement.prototype.transferControlToOffscreen; window.OffscreenCanvas = undefined',
  ],
] as const) {
  test(`${what} she dances in the page itself`, { tag: '@once' }, async ({ page }) => {
    await page.addInitScript(hinder);
    await page.goto(`/chapters/${SLUGS[1]}/`);
    await alive(page);
    expect(page.workers()).toHaveLength(0);
    await scrollTo(page, SLUGS[1]!, 0.3);
    await expectDancer(page);
    const early = await restedPicture(page);
    await scrollTo(page, SLUGS[1]!, 0.5);
    expect(await restedPicture(page)).not.toBe(early);
  });
}

test('without the file that paints, the server’s picture stands', { tag: '@once' }, async ({
  page,
  faults,
}) => {
  await page.route('**/_astro/worker*', (route) => route.abort());
  await page.goto(`/chapters/${SLUGS[1]}/`);
  await alive(page);
  await page.waitForLoadState('networkidle');
  await scrollTo(page, SLUGS[1]!, 0.3);
  await expect(page.locator('.stage svg')).toBeVisible();
  await expect(page.locator('.stage[data-painted]')).toHaveCount(0);
  await expect(page.locator(`#${SLUGS[1]} .step`).first()).toBeVisible();
  expect(faults.every((fault) => /ERR_FAILED|worker/.test(fault))).toBe(true);
  faults.length = 0;
});

test('without the bar’s own script nothing stands there that does nothing, and what is left works', async ({
  page,
  faults,
}) => {
  await page.route(/\/_astro\/(Controls|Staff|Sharing)\W/, (route) => route.abort());
  await page.goto(`/chapters/${SLUGS[1]}/`);
  await expect(page.locator('.sound__button')).toBeVisible();
  await expect(page.locator('.stage[data-alive]')).toBeAttached();
  await expect(page.locator('.bar__motion')).toBeHidden();
  const contents = page.locator('#contents');
  await page.locator('.contents__open').click();
  await expect(contents).toBeVisible();
  await contents.getByRole('button').click();
  await expect(contents).toBeHidden();
  await page.locator('.bar [rel=next]').click();
  await expect(page).toHaveURL(`/chapters/${SLUGS[2]}/`);
  expect(faults.every((fault) => fault.includes('ERR_FAILED'))).toBe(true);
  faults.length = 0;
});

test('before the first scroll one clip is fetched, then one chapter ahead, not all', {
  tag: '@once',
}, async ({ page }) => {
  const fetched = new Set<string>();
  page.on('request', (request) => {
    const clip = /\/clips\/([\w-]+)\./.exec(request.url());
    if (clip) fetched.add(clip[1]!);
  });
  await page.goto('/');
  await alive(page);
  await restedPicture(page);
  expect([...fetched]).toEqual(SLUGS.slice(0, 1));
  await scrollTo(page, SLUGS[0]!, 0.2);
  await expect.poll(() => [...fetched]).toEqual(SLUGS.slice(0, 2));
  await scrollTo(page, SLUGS[1]!, 0.5);
  await expect.poll(() => fetched.has(SLUGS[2]!)).toBe(true);
  expect(fetched.size).toBe(3);
});

test('an address that does not exist says so, with a way on', { tag: '@once' }, async ({
  page,
  faults,
}) => {
  const response = await page.goto('/chapters/nobody/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const links = page.getByRole('navigation', { name: 'Chapters' }).getByRole('link');
  await expect(links).toHaveCount(SLUGS.length);
  await links.nth(2).click();
  await expect(page).toHaveURL(`/chapters/${SLUGS[2]}/`);
  expect(faults.every((fault) => fault.includes('404'))).toBe(true);
  faults.length = 0;
});
