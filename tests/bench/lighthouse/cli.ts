/**
 * `npm run lighthouse -- [DIST …] [--page PATH …] [--rounds n]`: what Lighthouse says of the pages on its phone, in its four
 * categories. Several built sites take turns, page by page. Told in docs/performance.md.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { ensureBuild } from '../../../src/build/buildSite.ts';
import { main, ROOT } from '../../../src/commands/main.ts';
import { listen } from '../../../src/server/listen.ts';
import { readSettings, UsageError } from '../../../src/server/settings.ts';
import { serveSite } from '../../../src/server/site.ts';
import { ensureBrowser, isWholeBrowser } from '../../run/browser.ts';
import { BROWSER_FLAGS } from '../../run/browserFlags.ts';
import { freePort } from '../../run/freePort.ts';
import { thisSystem } from '../../run/system.ts';
import { chapterSlugs } from '../chapters.ts';
import { type Report, read, summarise, table, UNWANTED } from './report.ts';

await main(async () => {
  const { dists, pages, rounds } = readOptions(process.argv.slice(2));
  const found = ensureBrowser(thisSystem(), isWholeBrowser);
  if ('problem' in found) throw new UsageError(found.problem);
  // A site without the service of replies has no page of them.
  process.env['REPLIES'] ??= 'on';
  if (dists.length === 0) await ensureBuild(ROOT);
  const { base } = readSettings(process.env);
  const sites = await Promise.all(
    (dists.length > 0 ? dists : [join(ROOT, 'dist')]).map(async (dist) => {
      const server = await listen(serveSite({ dist, base }), { base, host: 'localhost', port: 0 });
      return { dist, server };
    }),
  );
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...BROWSER_FLAGS, `--remote-debugging-port=${port}`],
  });

  const reports: Report[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (const page of pages) {
      for (const { dist, server } of sites) {
        if (!existsSync(join(dist, page, 'index.html'))) continue;
        const address = server.address.replace(/\/$/, '') + page;
        const result = await lighthouse(address, {
          port,
          logLevel: 'error',
          output: 'json',
          skipAudits: UNWANTED.filter(({ path }) => path.test(page)).map(({ audit }) => audit),
        });
        if (!result || result.lhr.runtimeError)
          throw new UsageError(`Lighthouse says nothing of ${address}.`);
        reports.push(read(sites.length > 1 ? `${dist} ${page}` : page, result.lhr));
        console.error(`round ${round} of ${rounds}: ${dist} ${page}`);
      }
    }
  }
  await browser.close();
  for (const { server } of sites) server.close();

  const results = summarise(reports);
  console.log(table(results));
  process.exitCode = results.every(({ scores }) => scores.every((score) => score === 100)) ? 0 : 1;
});

function readOptions(args: readonly string[]) {
  const { values, positionals } = parse(args);
  const rounds = Number(values.rounds ?? 1);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new UsageError(`--rounds is "${values.rounds}", but takes a whole number from 1.`);
  const [, slug] = chapterSlugs();
  return {
    dists: positionals.map((folder) => resolve(folder)),
    rounds,
    pages: values.page ?? [
      ...['/', `/chapters/${slug}/`, `/embed/${slug}/`],
      ...['/guide/authors/', '/embed/guide/', '/replies/'],
    ],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { page: { type: 'string', multiple: true }, rounds: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
