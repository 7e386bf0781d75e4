import {
  alive,
  expect,
  expectDancer,
  restedPicture,
  SLUGS,
  scrollTo,
  seen,
  test,
} from './story.ts';

test('the whole story: every heading, the address, and a picture of its own for each chapter', async ({
  page,
}) => {
  await page.goto('/');
  await alive(page);
  const pictures = new Map<string, string>();
  for (const slug of SLUGS) {
    await scrollTo(page, slug, 0.45);
    const title = page.locator(`#${slug} [data-chapter-title]`);
    await expect(title).toBeAttached();
    await expect(page).toHaveURL(slug === SLUGS[0] ? '/' : `/chapters/${slug}/`);
    await expect(page.locator('.stage')).toHaveAttribute('data-shown', slug);
    const shown = await restedPicture(page);
    expect((await seen(page)).light).toBeGreaterThan(2);
    for (const [other, drawn] of pictures)
      expect(shown, `${slug} differs from ${other}`).not.toBe(drawn);
    pictures.set(slug, shown);
  }
  // Backwards: the same place gives the same picture.
  for (const slug of [...SLUGS].reverse().filter((_, index) => index % 3 === 0)) {
    await scrollTo(page, slug, 0.45);
    await expect(page.locator('.stage')).toHaveAttribute('data-shown', slug);
    expect(await restedPicture(page), slug).toBe(pictures.get(slug));
  }
});

test('scrolled step by step, every heading passes through the window', { tag: '@once' }, async ({
  page,
}) => {
  await page.goto(`/chapters/${SLUGS[8]}/`);
  await alive(page);
  for (const slug of SLUGS.slice(8)) {
    const title = page.locator(`#${slug} [data-chapter-title]`);
    for (let turn = 0; turn < 60 && !(await title.evaluate(inWindow)); turn++) {
      await page.evaluate(() => window.scrollBy({ top: innerHeight * 0.4, behavior: 'instant' }));
    }
    await expect(title).toBeInViewport();
  }
});

const inWindow = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

test('a link to a chapter lands on its title and its still', async ({ page }) => {
  for (const slug of SLUGS) {
    const response = await page.goto(`/chapters/${slug}/`);
    expect(response?.status()).toBe(200);
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toBeInViewport();
    await expect(page.locator(`#${slug} h1`)).toHaveCount(1);
    await alive(page);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await expect(page).toHaveURL(`/chapters/${slug}/`);
    await expectDancer(page);
    const link = page.getByRole('link', { name: /^Previously/ });
    await expect(link, slug).toHaveCount(slug === SLUGS[0] ? 0 : 1);
  }
});

test('a picture found by a link is the one found by scrolling', { tag: '@once' }, async ({
  page,
}) => {
  const slug = SLUGS[5]!;
  // Brightness on a coarse grid: the two pages may lay out their words a fraction of a pixel apart.
  const shown = async () => {
    await restedPicture(page);
    return (await seen(page)).grid;
  };
  await page.goto('/');
  await alive(page);
  await scrollTo(page, slug, 0.5);
  await expect(page.locator('.stage')).toHaveAttribute('data-shown', slug);
  const scrolled = await shown();
  await page.goto(`/chapters/${SLUGS[3]}/`);
  await alive(page);
  await scrollTo(page, slug, 0.5);
  await expect(page.locator('.stage')).toHaveAttribute('data-shown', slug);
  const linked = await shown();
  const off = linked.map((light, i) => Math.abs(light - scrolled[i]!));
  expect(Math.max(...scrolled) - Math.min(...scrolled)).toBeGreaterThan(100);
  expect(off.reduce((sum, one) => sum + one, 0) / off.length).toBeLessThan(0.5);
});

test('back leaves the story in one step', { tag: '@once' }, async ({ page }) => {
  await page.goto('/404.html');
  await page.goto('/');
  await alive(page);
  for (const slug of [SLUGS[2]!, SLUGS[4]!]) {
    await scrollTo(page, slug, 0.4);
    await expect(page).toHaveURL(`/chapters/${slug}/`);
  }
  await page.goBack();
  await expect(page).toHaveURL('/404.html');
  await page.goForward();
  await expect(page).toHaveURL(`/chapters/${SLUGS[4]}/`);
  await expect(page.locator('.stage')).toHaveAttribute('data-shown', SLUGS[4]!);
});

test('a reload in the middle of a chapter comes back to the same words', { tag: '@once' }, async ({
  page,
}) => {
  const slug = SLUGS[6]!;
  await page.goto('/');
  await alive(page);
  await scrollTo(page, slug, 0.5);
  await expect(page).toHaveURL(`/chapters/${slug}/`);
  await expect.poll(() => page.evaluate(() => history.state?.place?.slug)).toBe(slug);
  await page.reload();
  await alive(page);
  await expect
    .poll(() =>
      page.evaluate((id) => {
        const box = document.getElementById(id)!.getBoundingClientRect();
        return Math.round((-box.top / box.height) * 100) / 100;
      }, slug),
    )
    .toBeCloseTo(0.5, 1);
});

test('after a change of the window the picture is that of the new window', {
  tag: '@once',
}, async ({ page, viewport }) => {
  const slug = SLUGS[1]!;
  const turned = { width: viewport!.height, height: viewport!.width };
  await page.goto('/');
  await alive(page);
  await page.setViewportSize(turned);
  await scrollTo(page, slug, 0.5);
  await expect(page.locator('.stage')).toHaveAttribute('data-shown', slug);
  const fresh = await restedPicture(page);
  await page.setViewportSize(viewport!);
  await scrollTo(page, slug, 0.5);
  expect(await restedPicture(page)).not.toBe(fresh);
  await page.setViewportSize(turned);
  await restedPicture(page);
  await scrollTo(page, slug, 0.5);
  expect(await restedPicture(page)).toBe(fresh);
});
