/**
 * `npm run bench:growth`: what a story of thirty chapters takes, chapter by chapter, beside one of eleven: to build, as pages, to
 * scroll, in memory. It builds the site anew with both. Told in docs/performance.md.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { main, ROOT } from '../../../src/commands/main.ts';
import { listen } from '../../../src/server/listen.ts';
import { readSettings, UsageError } from '../../../src/server/settings.ts';
import { serveSite } from '../../../src/server/site.ts';
import { ensureBrowser, isWholeBrowser } from '../../run/browser.ts';
import { thisSystem } from '../../run/system.ts';
import { launch, marked, openPhone, PHONE, SLOWDOWN, scrollBy, slow, traced } from '../phone.ts';
import { closeAll } from '../pictures.ts';
import { median } from '../results.ts';
import { costOf } from '../trace.ts';
import { writeStory } from './stories.ts';

const LENGTHS = { thirty: 30, eleven: 11 } as const;
type Name = keyof typeof LENGTHS;
const NAMES = Object.keys(LENGTHS) as Name[];
const BOUND = 1.1;
const ROUNDS = 5;
/** The chapter that is scrolled through, by its place. */
const SCROLLED = 4;
const WAY = 3 * PHONE.height;

await main(async () => {
  const folders = NAMES.map((name) => writeStory(name, LENGTHS[name]));
  // Twice: their pictures are the same, and the first of them would draw those of both.
  build(folders);
  const told = build(folders);
  const found = ensureBrowser(thisSystem(), isWholeBrowser);
  if ('problem' in found) throw new UsageError(found.problem);
  const { base } = readSettings(process.env);
  const site = serveSite({ dist: join(ROOT, 'dist'), base });
  const server = await listen(site, { base, host: 'localhost', port: 0 });
  const browser = await launch(found.path);
  const rows: Record<string, Record<Name, number[]>> = {};
  const row = (what: string, name: Name, value: number) => {
    rows[what] ??= { thirty: [], eleven: [] };
    rows[what][name].push(value);
  };
  for (const name of NAMES) {
    const pages = join(ROOT, 'dist', name, 'chapters');
    const sizes = readdirSync(pages).map((slug) => statSync(join(pages, slug, 'index.html')).size);
    row('page of a chapter, kB', name, median(sizes) / 1000);
    const whole = statSync(join(ROOT, 'dist', name, 'index.html')).size;
    row('page of the story, kB a chapter', name, whole / LENGTHS[name] / 1000);
    row('build, ms a chapter', name, builtIn(told, name) / LENGTHS[name]);
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const name of round % 2 ? NAMES.toReversed() : NAMES)
      for (const [what, path] of [
        ['story', ''],
        ['chapter', 'chapters/symbolism/'],
      ] as const) {
        const { busy, heap } = await scroll(browser, `${server.address}${name}/${path}`);
        row(`scrolling the page of a ${what}, main ms/s`, name, busy);
        row(`scrolling the page of a ${what}, heap MB`, name, heap);
        console.error(`round ${round + 1}, ${name}, ${what}`, busy, heap);
      }
  await browser.close();
  server.close();
  console.log('thirty chapters, eleven, ratio');
  let over = 0;
  for (const [what, values] of Object.entries(rows)) {
    const [thirty, eleven] = [median(values.thirty), median(values.eleven)];
    const ratio = thirty / eleven;
    if (ratio > BOUND) over++;
    console.log(
      `${what.padEnd(42)} ${thirty.toFixed(1).padStart(8)} ${eleven.toFixed(1).padStart(8)}  ${ratio.toFixed(2)}`,
    );
  }
  process.exitCode = over > 0 ? 1 : 0;
});

/** Builds the site with further stories. Returns what Astro says. @throws UsageError when it fails */
function build(folders: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    cwd: ROOT,
    env: { ...process.env, STORIES: folders.join(',') },
    encoding: 'utf8',
  });
  if (status !== 0) throw new UsageError(`The build failed: ${stderr}`);
  return stdout;
}

/** Milliseconds that Astro says it took for a story's files. */
function builtIn(log: string, story: string): number {
  const lines = log.matchAll(new RegExp(`─ /${story}/\\S* \\(\\+([\\d.]+)(ms|s)\\)`, 'g'));
  return [...lines].reduce(
    (sum, [, time, unit]) => sum + Number(time) * (unit === 's' ? 1000 : 1),
    0,
  );
}

/** What scrolling in a page's second chapters costs a slow phone, and how much is held there after it. */
async function scroll(browser: Browser, address: string): Promise<{ busy: number; heap: number }> {
  const page = await openPhone(browser);
  await page.goto(address);
  await page.locator('.stage[data-painted]').waitFor({ state: 'attached' });
  await page.evaluate((place) => {
    const chapters = document.querySelectorAll('section.chapter');
    chapters[Math.min(place, chapters.length - 2)]!.scrollIntoView({ behavior: 'instant' });
  }, SCROLLED);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  await slow(page, SLOWDOWN);
  const events = await traced(page, () => marked(page, () => scrollBy(page, WAY)));
  await slow(page, 1);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await closeAll(page);
  return { busy: costOf(events).busy, heap: usedSize / 1e6 };
}
