import { alive, expect, SLUGS, scrollTo, test } from './story.ts';

test('previous and next by links: the heading takes the focus', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  await page.getByRole('link', { name: /^Next chapter/ }).click();
  await expect(page).toHaveURL(`/chapters/${SLUGS[1]}/`);
  await expect(page.locator(`#${SLUGS[1]} [data-chapter-title]`)).toBeFocused();
  await page.getByRole('link', { name: /^Next chapter/ }).click();
  await expect(page).toHaveURL(`/chapters/${SLUGS[2]}/`);
  await page.getByRole('link', { name: /^Previous chapter/ }).click();
  await expect(page).toHaveURL(`/chapters/${SLUGS[1]}/`);
});

test('previous and next by keys; keys that scroll still scroll', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page).toHaveURL(`/chapters/${SLUGS[1]}/`);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page).toHaveURL('/');
  await page.keyboard.press('End');
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(5000);
});

test('a chapter before the page’s first is a page of its own', async ({ page }) => {
  await page.goto(`/chapters/${SLUGS[4]}/`);
  await alive(page);
  await page.keyboard.press('Alt+ArrowUp');
  await page.waitForURL(`/chapters/${SLUGS[3]}/`);
  await expect(page.locator(`#${SLUGS[3]} h1`)).toBeInViewport();
});

test('the programme lists all chapters, shows where one is and leads there', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  await scrollTo(page, SLUGS[2]!, 0.4);
  await page.getByRole('button', { name: 'Programme' }).click();
  const programme = page.getByRole('navigation', { name: 'Programme' });
  await expect(programme.getByRole('link')).toHaveCount(SLUGS.length);
  await expect(programme.locator('[aria-current="true"]')).toHaveAttribute(
    'href',
    `/chapters/${SLUGS[2]}/`,
  );
  await programme.getByRole('link').nth(7).click();
  await expect(programme).toBeHidden();
  await expect(page).toHaveURL(`/chapters/${SLUGS[7]}/`);
  await expect(page.locator(`#${SLUGS[7]} [data-chapter-title]`)).toBeInViewport();
});

test('the programme closes by Escape and gives the focus back', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  const button = page.getByRole('button', { name: 'Programme' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Programme' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: 'Programme' })).toBeHidden();
  await expect(button).toBeFocused();
});

test('on return one is offered to continue, and comes to the place', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  await expect(page.getByRole('complementary', { name: 'Continue reading' })).toHaveCount(0);
  await scrollTo(page, SLUGS[5]!, 0.5);
  await expect(page).toHaveURL(`/chapters/${SLUGS[5]}/`);
  await page.goto('/');
  const offer = page.getByRole('complementary', { name: 'Continue reading' });
  await expect(offer).toBeVisible();
  await offer.getByRole('button', { name: 'Continue there' }).click();
  await expect(page).toHaveURL(`/chapters/${SLUGS[5]}/`);
  await expect(offer).toHaveCount(0);
});

test('the offer can be dismissed', async ({ page }) => {
  await page.goto('/');
  await page.evaluate((place) => localStorage.setItem('ballerina.place', JSON.stringify(place)), {
    slug: SLUGS[3]!,
    share: 0.5,
  });
  await page.goto('/');
  const offer = page.getByRole('complementary', { name: 'Continue reading' });
  await offer.getByRole('button', { name: 'Dismiss' }).click();
  await expect(offer).toHaveCount(0);
});

test('an event tells of each chapter read', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    document.addEventListener('story:chapter', (event) =>
      seen.push((event as CustomEvent).detail.slug),
    );
  });
  await scrollTo(page, SLUGS[1]!, 0.2);
  await expect(page).toHaveURL(`/chapters/${SLUGS[1]}/`);
  await scrollTo(page, SLUGS[1]!, 0.5);
  await scrollTo(page, SLUGS[3]!, 0.5);
  await expect(page).toHaveURL(`/chapters/${SLUGS[3]}/`);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
    SLUGS[1],
    SLUGS[3],
  ]);
});
