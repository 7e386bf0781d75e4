/** Two built sites side by side: one browser, visits taking turns, medians of what they cost. */
import { resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { listen } from '../../src/server/listen.ts';
import { readSettings, UsageError } from '../../src/server/settings.ts';
import { serveSite } from '../../src/server/site.ts';
import { ensureBrowser, isWholeBrowser } from '../run/browser.ts';
import { thisSystem } from '../run/system.ts';
import { chapterSlugs } from './chapters.ts';
import { readOptions } from './options.ts';
import { launch } from './phone.ts';
import { median } from './results.ts';

/**
 * Prints a line for each figure: its medians of both sites, and their ratio.
 *
 * @param args two folders, then chapters and `--rounds`
 * @param visit costs of one visit to a chapter, by name
 * @throws UsageError where two folders are not named
 */
export async function beside<Costs extends Readonly<Record<string, number>>>(
  args: readonly string[],
  visit: (browser: Browser, address: string, slug: string) => Promise<Costs>,
): Promise<void> {
  const [first, second, ...asked] = args;
  if (!first || !second) throw new UsageError('Name two built sites: -- dist ../before/dist');
  const { chapters, rounds } = readOptions(asked, chapterSlugs());
  const found = ensureBrowser(thisSystem(), isWholeBrowser);
  if ('problem' in found) throw new UsageError(found.problem);
  const { base } = readSettings(process.env);
  const serve = (folder: string) =>
    listen(serveSite({ dist: resolve(folder), base }), { base, host: 'localhost', port: 0 });
  const servers = await Promise.all([first, second].map(serve));
  const browser = await launch(found.path);
  const visits: [Costs[], Costs[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const slug of chapters)
      for (const which of round % 2 ? ([1, 0] as const) : ([0, 1] as const)) {
        const costs = await visit(browser, servers[which]!.address, slug);
        visits[which].push(costs);
        console.error(`round ${round + 1}, ${slug}, ${which ? 'other' : 'first'}`, costs);
      }
  await browser.close();
  for (const server of servers) server.close();
  console.log('first, other, ratio');
  for (const key of Object.keys(visits[0][0]!)) {
    const [here, other] = visits.map((all) => median(all.map((costs) => costs[key]!))) as [
      number,
      number,
    ];
    const ratio = other > 0 ? (here / other).toFixed(2) : '–';
    console.log(
      `${key.padEnd(16)} ${here.toFixed(1).padStart(7)} ${other.toFixed(1).padStart(7)}  ${ratio}`,
    );
  }
}
