import { alive, expect, picture, restedPicture, SLUGS, scrollTo, test } from './story.ts';

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('each chapter is a still; no clip is fetched', async ({ page }) => {
    const clips: string[] = [];
    page.on('request', (request) => request.url().includes('/clips/') && clips.push(request.url()));
    await page.goto('/');
    await alive(page);
    await scrollTo(page, SLUGS[3]!, 0.3);
    await expect(page.locator('.stage')).toHaveAttribute('data-act', SLUGS[3]!);
    const early = await restedPicture(page);
    await scrollTo(page, SLUGS[3]!, 0.6);
    expect(await restedPicture(page)).toBe(early);
    await scrollTo(page, SLUGS[4]!, 0.3);
    await expect(page.locator('.stage')).toHaveAttribute('data-act', SLUGS[4]!);
    expect(await restedPicture(page)).not.toBe(early);
    expect(clips).toEqual([]);
  });

  test('the switch still lets one choose movement', async ({ page }) => {
    await page.goto('/');
    await alive(page);
    const motion = page.getByRole('button', { name: 'Motion' });
    await expect(motion).toHaveAttribute('aria-pressed', 'false');
    await motion.click();
    await expect(motion).toHaveAttribute('aria-pressed', 'true');
    await scrollTo(page, SLUGS[1]!, 0.3);
    const early = await restedPicture(page);
    await scrollTo(page, SLUGS[1]!, 0.5);
    await expect.poll(() => picture(page)).not.toBe(early);
  });
});

test('the dance follows the scroll smoothly, and comes to rest with it', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  await scrollTo(page, SLUGS[1]!, 0.3);
  await restedPicture(page);
  const frames = await page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>('.stage canvas')!;
    const copy = new OffscreenCanvas(64, 64).getContext('2d', { willReadFrequently: true })!;
    window.scrollBy({ top: 0.4 * innerHeight, behavior: 'instant' });
    const shown: string[] = [];
    for (let i = 0; i < 120; i++) {
      await new Promise(requestAnimationFrame);
      copy.drawImage(canvas, 0, 0, 64, 64);
      shown.push(copy.getImageData(0, 0, 64, 64).data.join());
    }
    return shown;
  });
  // She does not jump to the new place: frames lie between, and then she stands.
  expect(new Set(frames).size).toBeGreaterThan(3);
  expect(new Set(frames.slice(-20)).size).toBe(1);
});

test('the motion switch stills the stage, and is remembered', async ({ page }) => {
  await page.goto('/');
  await alive(page);
  const motion = page.getByRole('button', { name: 'Motion' });
  await expect(motion).toHaveAttribute('aria-pressed', 'true');
  await motion.click();
  await page.goto(`/chapters/${SLUGS[2]}/`);
  await alive(page);
  await expect(motion).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'still');
  const early = await restedPicture(page);
  await scrollTo(page, SLUGS[2]!, 0.5);
  expect(await restedPicture(page)).toBe(early);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a title enters from below, and what has come stays', async ({ page }) => {
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
