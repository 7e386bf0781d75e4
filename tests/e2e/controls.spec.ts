import { afresh, alive, expect, SLUGS, scrollTo, test } from './story.ts';

test('previous and next by links, where the heading takes the focus, and by the contents', async ({
  page,
}) => {
  await page.goto('/');
  await alive(page);
  await page.getByRole('link', { name: /^Next chapter/ }).click();
  await expect(page).toHaveURL(`/chapters/${SLUGS[1]}/`);
  await expect(page.locator(`#${SLUGS[1]} [data-chapter-title]`)).toBeFocused();
  await page.getByRole('link', { name: /^Next chapter/ }).click();
  await expect(page).toHaveURL(`/chapters/${SLUGS[2]}/`);
  await page.getByRole('link', { name: /^Previous chapter/ }).click();
  await expect(page).toHaveURL(`/chapters/${SLUGS[1]}/`);
  await test.step('the contents list all chapters, show where one is and lead there', async () => {
    await scrollTo(page, SLUGS[2]!, 0.4);
    await page.getByRole('button', { name: 'Chapters' }).click();
    const contents = page.getByRole('navigation', { name: 'Chapters' });
    await expect(contents.getByRole('link')).toHaveCount(SLUGS.length);
    await expect(contents.locator('[aria-current="true"]')).toHaveAttribute(
      'href',
      `/chapters/${SLUGS[2]}/`,
    );
    await contents.getByRole('link').nth(7).click();
    await expect(contents).toBeHidden();
    await expect(page).toHaveURL(`/chapters/${SLUGS[7]}/`);
    await expect(page.locator(`#${SLUGS[7]} [data-chapter-title]`)).toBeInViewport();
  });
});

test('keys turn chapters, events tell of them, the contents go when they are not needed, and one may go on reading', {
  tag: '@once',
}, async ({ page }) => {
  await page.goto('/');
  await alive(page);
  await test.step('an event tells of each chapter read', async () => {
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
  await test.step('previous and next by keys; keys that scroll still scroll', async () => {
    await scrollTo(page, SLUGS[0]!, 0);
    await expect(page).toHaveURL('/');
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page).toHaveURL(`/chapters/${SLUGS[1]}/`);
    await page.keyboard.press('Alt+ArrowUp');
    await expect(page).toHaveURL('/');
    await page.keyboard.press('End');
    // To the very end: a scroll that is still under way would go on from wherever the next step has it begin.
    await expect(page).toHaveURL(`/chapters/${SLUGS.at(-1)}/`);
  });
  await test.step('the contents go by Escape, when the focus leaves them, and by keys that turn chapters', async () => {
    await scrollTo(page, SLUGS[0]!, 0);
    await expect(page).toHaveURL('/');
    const contents = page.getByRole('navigation', { name: 'Chapters' });
    const button = page.getByRole('button', { name: 'Chapters' });
    await test.step('Escape gives the focus back', async () => {
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(contents).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(contents).toBeHidden();
      await expect(button).toBeFocused();
    });
    await test.step('it stays while the focus is within', async () => {
      await button.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await expect(contents.getByRole('link').first()).toBeFocused();
      await contents.getByRole('button', { name: 'Close' }).focus();
      await expect(contents).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(contents).toBeHidden();
      // Backwards, over the button that it covers.
      await button.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
      await expect(contents).toBeHidden();
      await expect(button).toBeFocused();
      // A press on it still opens and closes.
      await button.click();
      await expect(contents).toBeVisible();
    });
    await test.step('keys leave the page beneath a dialog alone', async () => {
      await page.keyboard.press('Alt+ArrowDown');
      await expect(contents).toBeHidden();
      await expect(page.locator(`#${SLUGS[1]} [data-chapter-title]`)).toBeFocused();
      await page.evaluate(() => {
        const dialog = document.body.appendChild(document.createElement('dialog'));
        dialog.append(document.createElement('button'));
        dialog.showModal();
      });
      await page.keyboard.press('Alt+ArrowDown');
      await expect(page.locator('dialog button')).toBeFocused();
      await expect(page.locator(`#${SLUGS[1]}`)).toBeInViewport();
    });
  });
  await test.step('a chapter before the page’s first is a page of its own', async () => {
    await afresh(page, `/chapters/${SLUGS[4]}/`);
    await page.keyboard.press('Alt+ArrowUp');
    await page.waitForURL(`/chapters/${SLUGS[3]}/`);
    await expect(page.locator(`#${SLUGS[3]} h1`)).toBeInViewport();
  });
  await test.step('on return one is offered to continue, and comes to the place', async () => {
    await afresh(page);
    await expect(page.getByRole('complementary', { name: 'Continue reading' })).toHaveCount(0);
    await scrollTo(page, SLUGS[5]!, 0.5);
    await expect(page).toHaveURL(`/chapters/${SLUGS[5]}/`);
    await page.goto('/');
    const offer = page.getByRole('complementary', { name: 'Continue reading' });
    await expect(offer).toBeVisible();
    await offer.getByRole('button', { name: 'Continue' }).click();
    await expect(page).toHaveURL(`/chapters/${SLUGS[5]}/`);
    await expect(offer).toHaveCount(0);
  });
});

test('the bar gives its place to the page while one reads down, and comes back', {
  tag: '@once',
}, async ({ page }) => {
  await page.goto(`/chapters/${SLUGS[3]}/`);
  await alive(page);
  await page.mouse.move(200, 500);
  const shown = () =>
    page
      .locator('.bar, .sound')
      .evaluateAll((all) =>
        all
          .flatMap((one) => (one.matches('.bar') ? [...one.children] : [one]))
          .map((one) => getComputedStyle(one).opacity),
      );
  const expectShown = (opacity: string) =>
    expect.poll(async () => [...new Set(await shown())]).toEqual([opacity]);
  await expectShown('1');
  await page.mouse.wheel(0, 600);
  await expectShown('0');
  const read = await page.evaluate(() => scrollY);
  await test.step('with the keyboard’s focus, and what is read stays where it is', async () => {
    await page.keyboard.press('Tab');
    await page.locator('.bar__mark').focus();
    await expectShown('1');
    expect(await page.evaluate(() => scrollY)).toBe(read);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await expectShown('0');
  });
  await test.step('where a mouse points at it', async () => {
    await page.getByRole('button', { name: 'Chapters' }).hover();
    await expectShown('1');
    await page.mouse.move(200, 500);
    await expectShown('0');
  });
  await test.step('on the way up', async () => {
    await page.mouse.wheel(0, -60);
    await expectShown('1');
  });
  await test.step('after a leap: one may want the next chapter', async () => {
    await page.mouse.wheel(0, 300);
    await expectShown('0');
    await page.keyboard.press('Alt+ArrowDown');
    await expectShown('1');
  });
});

test('the offer gives the focus to the story, and nothing that has it lies beneath', async ({
  page,
}) => {
  await page.goto('/');
  await page.evaluate((place) => localStorage.setItem('ballerina.place', JSON.stringify(place)), {
    slug: SLUGS[3]!,
    share: 0.5,
  });
  await page.goto('/');
  await alive(page);
  const offer = page.getByRole('complementary', { name: 'Continue reading' });
  await expect(offer).toBeVisible();
  const inside = page.locator('.coda a');
  for (let i = 0; i < (await inside.count()); i++) {
    await inside.nth(i).evaluate((link: HTMLElement) => {
      window.scrollTo({ top: 0, behavior: 'instant' });
      link.focus();
    });
    const covered = await inside.nth(i).evaluate((link) => {
      const { left, right, top, bottom } = link.getBoundingClientRect();
      const over = document.querySelector('.offer')?.getBoundingClientRect();
      return over
        ? top < over.bottom && bottom > over.top && left < over.right && right > over.left
        : false;
    });
    expect(covered).toBe(false);
  }
  // The address follows once the reader rests: there, and then at the top.
  await expect(page).toHaveURL(`/chapters/${SLUGS.at(-1)}/`);
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  await expect(page).toHaveURL('/');
  await offer.getByRole('button', { name: 'Dismiss' }).focus();
  await page.keyboard.press('Enter');
  await expect(offer).toHaveCount(0);
  await expect(page.locator(`#${SLUGS[0]} [data-chapter-title]`)).toBeFocused();
});

test('on a Mac the page keys are the system’s, and nothing says otherwise', {
  tag: '@once',
}, async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'platform', { value: 'MacIntel' }),
  );
  await page.goto('/');
  await alive(page);
  await expect(page.locator('.bar [aria-keyshortcuts]')).toHaveCount(0);
  await expect(page.locator('.contents')).not.toContainText('Alt');
  const taken = await page.evaluate(
    () =>
      !window.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, cancelable: true }),
      ),
  );
  expect(taken).toBe(false);
});

/** A browser that knows no popovers: the attribute means nothing there, and the selector is unknown. */
test.describe('without popovers', () => {
  test.beforeEach(async ({ page, javaScriptEnabled }) => {
    await page.route(/\/$/, async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      const body = (await response.text())
        // It vouches for the styles as they were.
        .replace(/<meta http-equiv="content-security-policy"[^>]*>/, '')
        .replaceAll(' popover', ' data-popover')
        .replaceAll(':popover-open', ':not-known-here')
        // A page that comes by way of the test is late for a transition between pages: a script excuses that.
        .replaceAll(/navigation: ?auto/g, (said) => (javaScriptEnabled ? said : 'navigation:none'));
      await route.fulfill({ response, headers, body });
    });
    await page.addInitScript(() => {
      for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) {
        Reflect.deleteProperty(HTMLElement.prototype, name);
      }
    });
  });
  // What is still on its way when a test ends is nobody's fault.
  test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

  for (const script of [true, false]) {
    test.describe(script ? 'with script' : 'and without script', () => {
      test.use({ javaScriptEnabled: script });

      test('the list is closed, opens and closes', { tag: '@once' }, async ({ page }) => {
        await page.goto('/');
        if (script) await alive(page);
        const contents = page.locator('.contents');
        await expect(contents).toBeHidden();
        await expect(page.getByRole('button', { name: 'Chapters' })).toBeHidden();
        await page.mouse.wheel(0, 600);
        const link = page.getByRole('link', { name: 'Chapters' });
        await link.click();
        await expect(contents).toBeVisible();
        await contents.getByRole('link', { name: 'Close' }).click();
        await expect(contents).toBeHidden();
        await link.click();
        await contents.locator('li a').nth(3).click();
        await expect(page).toHaveURL(new RegExp(`/chapters/${SLUGS[3]}/$`));
        await expect(contents).toBeHidden();
      });
    });
  }
});
