/** A phone of the middle: its window, its pixels, and a processor four times slower than this one. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { UsageError } from '../../src/server/settings.ts';
import { BROWSER_FLAGS } from '../run/browserFlags.ts';
import { MARKS, TRACE_CATEGORIES, type TraceEvent } from './trace.ts';

export const PHONE = { width: 412, height: 915 } as const;
const PIXEL_RATIO = 2.6;
export const SLOWDOWN = 4;
/** Milliseconds: several times as long as the longest visit. */
const PATIENCE = 120_000;

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...BROWSER_FLAGS, '--mute-audio'] });

/** A page with an empty cache on a phone at full speed; close its context after use. */
export async function openPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: PHONE,
    deviceScaleFactor: PIXEL_RATIO,
    isMobile: true,
    hasTouch: true,
    locale: 'en',
  });
  return context.newPage();
}

/** Slows the page's main thread down, or with 1 no longer. */
export async function slow(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/**
 * Everything that the browser traces while `act` runs; what counts in it lies between marks.
 *
 * @throws UsageError if the browser does not answer: what is asked of it here has no limit of its own
 */
export async function traced(page: Page, act: () => Promise<void>): Promise<TraceEvent[]> {
  const browser = page.context().browser()!;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new UsageError(`The browser has not answered for ${PATIENCE / 1000} s: run it again.`),
      );
      void browser.close();
    }, PATIENCE);
  });
  const trace = async () => {
    await browser.startTracing(page, { categories: TRACE_CATEGORIES });
    await act();
    return browser.stopTracing();
  };
  try {
    const events = await Promise.race([trace(), silence]);
    return JSON.parse(events.toString()).traceEvents;
  } finally {
    clearTimeout(timer);
  }
}

/** Marks what happens during `act` as that which counts. */
export async function marked(page: Page, act: () => Promise<void>): Promise<void> {
  await page.evaluate((name) => performance.mark(name), MARKS.start);
  await act();
  await page.evaluate((name) => performance.mark(name), MARKS.end);
}

/** Scrolls by CSS pixels, upwards when negative, at one screen a second, as a hand would: on the compositor. */
export async function scrollBy(page: Page, pixels: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizeScrollGesture', {
    x: PHONE.width / 2,
    y: PHONE.height * 0.75,
    yDistance: -pixels,
    speed: PHONE.height,
    // A wheel: a finger would have to leave the glass again and again.
    gestureSourceType: 'mouse',
  });
}
