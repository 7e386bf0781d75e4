/**
 * `npm run bench:frames -- DIST OTHER [chapter …] [--rounds n]`: what a painted picture takes of the worker's thread, chapter by chapter, in two
 * built sites: one browser, their visits taking turns. Told in docs/performance.md.
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
import { launch } from '../phone.ts';
import { CHANNEL, METER } from './inWorker.ts';

const WINDOW = { width: 1280, height: 800 };
/** Places to which a chapter is scrolled, a picture of the browser apart. */
const STEPS = 40;

await main(async () => {
  const [first, second, ...asked] = process.argv.slice(2);
  if (!first || !second)
    throw new UsageError('Name two built sites: npm run bench:frames -- dist ../before/dist');
  const dists = [first, second].map((folder) => resolve(folder));
  const { chapters: slugs, rounds } = readOptions(asked, chapterSlugs());
  const found = ensureBrowser(thisSystem(), isWholeBrowser);
  if ('problem' in found) throw new UsageError(found.problem);
  const { base } = readSettings(process.env);
  const servers = await Promise.all(
    dists.map((dist) => listen(serveSite({ dist, base }), { base, host: 'localhost', port: 0 })),
  );
  const browser = await launch(found.path);
  /** Medians of each visit, in ms. */
  const medians = slugs.map((): [number[], number[]] => [[], []]);
  for (let round = 0; round < rounds; round++)
    for (const [chapter, slug] of slugs.entries())
      for (const which of round % 2 ? ([1, 0] as const) : ([0, 1] as const)) {
        const times = await paint(browser, servers[which]!.address, slug);
        medians[chapter]![which].push(median(times));
        console.error(
          `round ${round + 1}, ${slug}, ${which ? 'other' : 'first'}: ${times.length} pictures`,
        );
      }
  await browser.close();
  for (const server of servers) server.close();
  console.log('ms of the worker for a picture: first, other, ratio');
  for (const [chapter, slug] of slugs.entries()) {
    const [here, other] = medians[chapter]!.map(median) as [number, number];
    console.log(
      `${slug.padEnd(24)} ${here.toFixed(2)}  ${other.toFixed(2)}  ${(here / other).toFixed(2)}`,
    );
  }
  const [here, other] = ([0, 1] as const).map((which) =>
    medians.reduce((sum, both) => sum + median(both[which]), 0),
  ) as [number, number];
  console.log(
    `${'all'.padEnd(24)} ${(here / slugs.length).toFixed(2)}  ${(other / slugs.length).toFixed(2)}  ${(here / other).toFixed(2)}`,
  );
});

/** How long each picture took while a chapter was scrolled through. */
async function paint(browser: Browser, address: string, slug: string): Promise<number[]> {
  const context = await browser.newContext({ viewport: WINDOW, locale: 'en' });
  try {
    await context.route(/\/_astro\/worker-[^/]*\.js/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: METER + (await response.text()) });
    });
    const page = await context.newPage();
    await page.addInitScript((channel) => {
      const times: number[] = [];
      Object.assign(window, { pictureTimes: times });
      new BroadcastChannel(channel).addEventListener('message', ({ data }) => times.push(data));
    }, CHANNEL);
    await page.goto(`${address}chapters/${slug}/`);
    await page.locator('.stage[data-alive]').waitFor({ state: 'attached' });
    return await page.evaluate(
      async ([steps, id]) => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        const { pictureTimes: times } = window as unknown as { pictureTimes: number[] };
        const chapter = document.getElementById(id)!;
        const { top, height } = chapter.getBoundingClientRect();
        const from = top + window.scrollY;
        const through = async () => {
          for (let i = 0; i <= steps; i++) {
            window.scrollTo({ top: from + (height * i) / steps, behavior: 'instant' });
            await frame();
          }
        };
        // Once to fetch what it takes and to warm up.
        await through();
        times.length = 0;
        await through();
        return times;
      },
      [STEPS, slug] as const,
    );
  } finally {
    await context.close();
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
