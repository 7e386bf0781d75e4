import { afresh, alive, expect, picture, restedPicture, SLUGS, scrollTo, test } from './story.ts';

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('each chapter is a still, and the switch lets one choose movement', {
    tag: '@once',
  }, async ({ page }) => {
    await test.step('each chapter is a still; no clip is fetched', async () => {
      const clips: string[] = [];
      page.on(
        'request',
        (request) => request.url().includes('/clips/') && clips.push(request.url()),
      );
      await page.goto('/');
      await alive(page);
      await scrollTo(page, SLUGS[3]!, 0.3);
      await expect(page.locator('.stage')).toHaveAttribute('data-shown', SLUGS[3]!);
      const early = await restedPicture(page);
      await scrollTo(page, SLUGS[3]!, 0.6);
      expect(await restedPicture(page)).toBe(early);
      await scrollTo(page, SLUGS[4]!, 0.3);
      await expect(page.locator('.stage')).toHaveAttribute('data-shown', SLUGS[4]!);
      expect(await restedPicture(page)).not.toBe(early);
      expect(clips).toEqual([]);
    });
    await test.step('the switch still lets one choose movement', async () => {
      await afresh(page);
      const motion = page.getByRole('switch', { name: 'Motion' });
      await expect(motion).toHaveAttribute('aria-checked', 'false');
      await motion.click();
      await expect(motion).toHaveAttribute('aria-checked', 'true');
      await scrollTo(page, SLUGS[1]!, 0.3);
      const early = await restedPicture(page);
      await scrollTo(page, SLUGS[1]!, 0.5);
      await expect.poll(() => picture(page)).not.toBe(early);
    });
  });
});

test('the dance follows the scroll smoothly, and comes to rest with it', {
  tag: '@once',
}, async ({ page }) => {
  // She is painted in the page itself, whose clock the test turns: then no frame is missed however busy the machine is.
  await page.addInitScript("Object.defineProperty(window, 'Worker', { value: undefined })");
  await page.clock.install();
  await page.goto('/');
  await alive(page);
  await scrollTo(page, SLUGS[1]!, 0.3);
  await restedPicture(page);
  await page.clock.pauseAt(Date.now() + 1000);
  const before = await picture(page);
  await page.evaluate(async () => {
    const scrolled = new Promise((done) => addEventListener('scroll', done, { once: true }));
    window.scrollBy({ top: 0.4 * innerHeight, behavior: 'instant' });
    await scrolled;
  });
  const shown: string[] = [];
  for (let frame = 0; frame < 50; frame++) {
    await page.clock.runFor(20);
    shown.push(await picture(page));
  }
  // She does not jump to the new place: pictures lie between, and then she stands.
  expect(new Set(shown).size).toBeGreaterThan(5);
  expect(shown.at(-1)).not.toBe(before);
  expect(new Set(shown.slice(-20)).size).toBe(1);
});

test('the motion switch stills the stage, and is remembered', { tag: '@once' }, async ({
  page,
}) => {
  await page.goto('/');
  await alive(page);
  const motion = page.getByRole('switch', { name: 'Motion' });
  await expect(motion).toHaveAttribute('aria-checked', 'true');
  await motion.click();
  await page.goto(`/chapters/${SLUGS[2]}/`);
  await alive(page);
  await expect(motion).toHaveAttribute('aria-checked', 'false');
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'still');
  const early = await restedPicture(page);
  await scrollTo(page, SLUGS[2]!, 0.5);
  expect(await restedPicture(page)).toBe(early);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a title enters from below, and what has come stays', { tag: '@phone' }, async ({
    page,
  }) => {
    await page.goto('/');
    await alive(page);
    const header = page.locator(`#${SLUGS[2]} .chapter__head`);
    const bar = page.locator('.progress');
    /** Puts its upper edge so far down in the window, as a share, and rests: then the bar moves. */
    const place = async (share: number) => {
      const before = await bar.getAttribute('style');
      await header.evaluate((element, down) => {
        const { top } = element.getBoundingClientRect();
        scrollBy({ top: top - innerHeight * down, behavior: 'instant' });
      }, share);
      await expect.poll(() => bar.getAttribute('style')).not.toBe(before);
    };
    await place(0.98);
    await expect(header).toHaveCSS('opacity', '0.001');
    await place(0.7);
    await expect(header).toHaveCSS('opacity', '1');
    await place(0.98);
    await expect(header).toHaveAttribute('data-near', '');
    await expect(header).toHaveCSS('opacity', '1');
  });
});

test.describe('on a low, wide window', () => {
  // Where a quote is taller than a fifth of the window.
  test.use({ viewport: { width: 1280, height: 420 } });

  test('words come in reading order, by one clock, and all are there without movement', {
    tag: '@once',
  }, async ({ page }) => {
    await page.goto(`/chapters/${SLUGS[2]}/`);
    await alive(page);
    const words = page.locator(`#${SLUGS[2]} .quote .word`);
    await expect(words.first()).toHaveCSS('opacity', '0.001');
    await page
      .locator(`#${SLUGS[2]} .quote`)
      .evaluate((quote) => quote.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await expect(page.locator(`#${SLUGS[2]} .quote`)).toHaveAttribute('data-near', '');
    // All set out at the same moment, take as long, and begin one after another.
    const times = await words.evaluateAll((all) =>
      all.map((word) => {
        const { transitionDelay, transitionDuration } = getComputedStyle(word);
        return { delay: parseFloat(transitionDelay), duration: parseFloat(transitionDuration) };
      }),
    );
    const delays = times.map(({ delay }) => delay);
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(delays.at(-1)).toBeGreaterThan(delays[0]!);
    expect(new Set(times.map(({ duration }) => duration)).size).toBe(1);
    await expect(words.last()).toHaveCSS('opacity', '1');
    await page.getByRole('switch', { name: 'Motion' }).click();
    await expect(page.locator(`#${SLUGS[3]} .quote .word`).first()).toHaveCSS('opacity', '1');
  });
});
