import type { Page } from '@playwright/test';
import { cuesHeard, level, pricksUpEars, state } from '../ear.ts';
import { SLUGS } from '../story.ts';
import { expect, frameOf, listening, test } from './hosts.ts';

const SLUG = SLUGS[3]!;
const CUE = 'mountain-king';
const patience = { timeout: 20_000, intervals: [100] };

/** The page within the frame. */
const inside = (page: Page) => page.frames().find((frame) => frame.url().includes('/embed/'))!;

test.beforeEach(({ page }) => pricksUpEars(page));

for (const sandbox of ['', 'sandbox="allow-scripts"']) {
  test(`a frame ${sandbox} sounds when its reader presses, and rests out of sight`, async ({
    page,
    site,
    host,
  }) => {
    const audio: string[] = [];
    page.on('request', (request) => request.url().includes('/audio/') && audio.push(request.url()));
    await page.goto(
      host.page(
        `<iframe ${sandbox} allow="autoplay" src="${site}embed/${SLUG}/" width="600" height="420"></iframe><div style="height:5000px"></div>`,
      ),
    );
    const frame = frameOf(page);
    await listening(frame);
    // Nobody outside can start it.
    for (const kind of ['play', 'sound'])
      await page.evaluate((kind) => {
        const { contentWindow } = document.querySelector('iframe')!;
        contentWindow!.postMessage({ ballerina: 1, kind, value: true, on: true }, '*');
      }, kind);
    await page.waitForLoadState('networkidle');
    expect(audio).toEqual([]);
    expect(await state(inside(page))).toBeUndefined();

    const button = frame.getByRole('button', { name: 'Sound' });
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => cuesHeard(inside(page)), patience).toEqual([CUE]);
    await expect.poll(() => level(inside(page)), patience).toBeGreaterThan(0.001);

    await page.evaluate(() => scrollTo(0, 4000));
    await expect.poll(() => state(inside(page))).toBe('suspended');
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => state(inside(page))).toBe('running');
    await button.click();
    await expect.poll(() => state(inside(page))).toBe('suspended');
  });
}

test('its button speaks the blog’s language', async ({ page, site }) => {
  await page.goto(`${site}embed/${SLUG}/?lang=fr`);
  await expect(page.getByRole('button', { name: 'Son' })).toBeVisible();
});
