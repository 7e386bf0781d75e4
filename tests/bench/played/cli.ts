/**
 * `npm run bench:played -- DIST OTHER [chapter …] [--rounds n]`: what a playing frame takes of a slow phone, in two built
 * sites: one browser, their visits taking turns. Told in docs/performance.md.
 */
import type { Browser } from '@playwright/test';
import { main } from '../../../src/commands/main.ts';
import { beside } from '../beside.ts';
import { marked, openPhone, SLOWDOWN, slow, traced } from '../phone.ts';
import { closeAll, countPictures, picturesOf } from '../pictures.ts';
import { processorTime } from '../processor.ts';
import { costOf } from '../trace.ts';

/** Milliseconds of the dance that count. */
const SPAN = 4000;

type Played = {
  /** Milliseconds a second: of the page's main thread when slowed down, of all threads when not. */
  readonly main: number;
  readonly all: number;
  /** Pictures a second. */
  readonly pictures: number;
  /** While she is paused: of the main thread, and pictures. */
  readonly rest: number;
  readonly restPictures: number;
};

await main(() => beside(process.argv.slice(2), play));

async function play(browser: Browser, site: string, slug: string): Promise<Played> {
  const address = `${site}embed/${slug}/`;
  const page = await openPhone(browser);
  await countPictures(page.context());
  await page.goto(address);
  await page.locator('[data-stage][data-painted]').waitFor();
  // What dissolves into the dance has done so.
  await page.waitForTimeout(1000);
  const span = () => marked(page, () => new Promise((done) => setTimeout(done, SPAN)));
  const tracedSpan = async () => costOf(await traced(page, span)).busy;
  // All threads at full speed: whatever slows one of them down takes much itself.
  const [begun, painted] = [await processorTime(browser), await picturesOf(page)];
  await span();
  const all = (await processorTime(browser)) - begun;
  const pictures = (await picturesOf(page)) - painted;
  if (pictures === 0) throw new Error(`${address}: nothing has moved.`);
  await slow(page, SLOWDOWN);
  const moving = await tracedSpan();
  await page.locator('[data-play]').click();
  await page.waitForTimeout(500);
  const rested = await picturesOf(page);
  const rest = await tracedSpan();
  const restPictures = (await picturesOf(page)) - rested;
  await closeAll(page);
  const seconds = SPAN / 1000;
  return {
    main: moving,
    all: all / seconds,
    pictures: pictures / seconds,
    rest,
    restPictures: restPictures / seconds,
  };
}
