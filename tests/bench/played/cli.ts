/**
 * `npm run bench:played -- DIST OTHER [chapter …] [--rounds n]`: what a playing frame takes of a slow phone, in two built
 * sites: one browser, their visits taking turns. Told in docs/performance.md.
 */
import { resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { main } from '../../../src/commands/main.ts';
import { listen } from '../../../src/server/listen.ts';
import { readSettings, UsageError } from '../../../src/server/settings.ts';
import { serveSite } from '../../../src/server/site.ts';
import { ensureBrowser, isWholeBrowser } from '../../run/browser.ts';
import { thisSystem } from '../../run/system.ts';
import { chapterSlugs } from '../chapters.ts';
import { readOptions } from '../options.ts';
import { launch, marked, openPhone, SLOWDOWN, slow, traced } from '../phone.ts';
import { closeAll, countPictures, picturesOf } from '../pictures.ts';
import { processorTime } from '../processor.ts';
import { median } from '../results.ts';
import { costOf } from '../trace.ts';

/** Milliseconds of the dance that count. */
const SPAN = 4000;

interface Played {
  /** Milliseconds a second: of the page's main thread when slowed down, of all threads when not. */
  readonly main: number;
  readonly all: number;
  /** Pictures a second. */
  readonly pictures: number;
  /** While she is paused: of the main thread, and pictures. */
  readonly rest: number;
  readonly restPictures: number;
}

await main(async () => {
  const [first, second, ...asked] = process.argv.slice(2);
  if (!first || !second)
    throw new UsageError('Name two built sites: npm run bench:played -- dist ../before/dist');
  const dists = [first, second].map((folder) => resolve(folder));
  const { chapters, rounds } = readOptions(asked, chapterSlugs());
  const found = ensureBrowser(thisSystem(), isWholeBrowser);
  if ('problem' in found) throw new UsageError(found.problem);
  const { base } = readSettings(process.env);
  const servers = await Promise.all(
    dists.map((dist) => listen(serveSite({ dist, base }), { base, host: 'localhost', port: 0 })),
  );
  const browser = await launch(found.path);
  const visits: [Played[], Played[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const slug of chapters)
      for (const which of round % 2 ? ([1, 0] as const) : ([0, 1] as const)) {
        const played = await play(browser, `${servers[which]!.address}embed/${slug}/`);
        visits[which].push(played);
        console.error(`round ${round + 1}, ${slug}, ${which ? 'other' : 'first'}:`, played);
      }
  await browser.close();
  for (const server of servers) server.close();
  for (const key of Object.keys(visits[0][0]!) as (keyof Played)[]) {
    const [here, other] = visits.map((all) => median(all.map((visit) => visit[key]))) as [
      number,
      number,
    ];
    const ratio = other > 0 ? (here / other).toFixed(2) : '–';
    console.log(
      `${key.padEnd(12)} ${here.toFixed(1).padStart(7)} ${other.toFixed(1).padStart(7)}  ${ratio}`,
    );
  }
});

async function play(browser: Browser, address: string): Promise<Played> {
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
