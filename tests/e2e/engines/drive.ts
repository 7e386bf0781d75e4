import type { Browser } from '@playwright/test';
import type { Engine } from './engine.ts';

/** A browser that Playwright drives. */
export async function drive(browser: Browser): Promise<Engine> {
  // Playwright hands its settings to pages that are opened here, too: that no worker may run is one of them.
  const page = await browser.newPage({
    viewport: { width: 1200, height: 760 },
    serviceWorkers: 'allow',
  });
  return {
    open: async (address) => void (await page.goto(address)),
    run: async (expression, frame) => {
      const place = frame === undefined ? page : page.frames()[frame + 1];
      if (!place) throw new Error(`No frame ${frame} yet`);
      return place.evaluate(expression);
    },
    press: (selector) => page.locator(selector).first().click(),
    close: () => browser.close(),
  };
}
