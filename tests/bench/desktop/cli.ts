/**
 * `npm run bench:desktop -- DIST OTHER [chapter …] [--rounds n]`: what scrolling through a chapter takes of a desktop, all threads
 * counted, in two built sites side by side. Told in docs/performance.md.
 */
import type { Browser } from '@playwright/test';
import { main } from '../../../src/commands/main.ts';
import { beside } from '../beside.ts';
import { loadOf } from '../load.ts';
import { closeAll, countPictures } from '../pictures.ts';

const WINDOW = { width: 1440, height: 900 } as const;
/** CSS pixels that are scrolled at one screen a second. */
const WAY = 4 * WINDOW.height;

await main(() => beside(process.argv.slice(2), scroll));

async function scroll(browser: Browser, site: string, slug: string) {
  const context = await browser.newContext({ viewport: WINDOW, locale: 'en' });
  await countPictures(context);
  const page = await context.newPage();
  await page.goto(`${site}chapters/${slug}/`);
  await page.locator('.stage[data-painted]').waitFor({ state: 'attached' });
  const session = await context.newCDPSession(page);
  const by = async (pixels: number) => {
    await session.send('Input.synthesizeScrollGesture', {
      x: WINDOW.width / 2,
      y: WINDOW.height / 2,
      yDistance: -pixels,
      speed: WINDOW.height,
      gestureSourceType: 'mouse',
    });
  };
  // Out of the overture, and until all that is near has come.
  await by(WINDOW.height);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  const load = await loadOf(page, () => by(WAY));
  await closeAll(page);
  return { ...load };
}
