/** `npm run bench`: what each scene and transition costs on a slow phone. Told in docs/performance.md. */
import { join } from 'node:path';
import { ensureBuild } from '../../src/build/buildSite.ts';
import { main, ROOT } from '../../src/commands/main.ts';
import { listen } from '../../src/server/listen.ts';
import { readSettings, UsageError } from '../../src/server/settings.ts';
import { serveSite } from '../../src/server/site.ts';
import { ensureBrowser, isWholeBrowser } from '../run/browser.ts';
import { thisSystem } from '../run/system.ts';
import { chapterSlugs } from './chapters.ts';
import { readOptions } from './options.ts';
import { launch } from './phone.ts';
import { BOUNDS, summarise, table, type Visit } from './results.ts';
import { visitChapter, visitEmpty, visitOpening } from './visits.ts';

await main(async () => {
  const slugs = chapterSlugs();
  const { chapters, rounds } = readOptions(process.argv.slice(2), slugs);
  const found = ensureBrowser(thisSystem(), isWholeBrowser);
  if ('problem' in found) throw new UsageError(found.problem);
  await ensureBuild(ROOT);
  const { base } = readSettings(process.env);
  const site = serveSite({ dist: join(ROOT, 'dist'), base });
  const server = await listen(site, { base, host: 'localhost', port: 0 });
  const browser = await launch(found.path);

  const scrolled: Visit[] = [];
  const jumps: Visit[] = [];
  for (let round = 1; round <= rounds; round++) {
    const opening = await visitOpening(browser, server.address);
    const { cost: calm, load } = await visitEmpty(browser);
    scrolled.push({ name: 'empty page', cost: calm, empty: calm, load });
    jumps.push({ name: 'opening, until alive', cost: opening.load, empty: calm });
    jumps.push({ name: 'opening, once alive', cost: opening.after, empty: calm });
    for (const slug of chapters) {
      const { cost: empty } = await visitEmpty(browser);
      const chapter = slugs.indexOf(slug);
      const cost = await visitChapter(browser, server.address, chapter);
      scrolled.push({ name: `${chapter} ${slug}`, ...cost.scene, empty });
      scrolled.push({ name: `${chapter} transition`, ...cost.transition, empty });
      jumps.push({ name: `jump to ${slug}`, cost: cost.jump, empty });
      console.error(`round ${round} of ${rounds}: ${slug}`);
    }
  }
  await browser.close();
  server.close();

  const results = summarise(scrolled);
  console.log(table(results));
  console.log('\nLongest task in ms, not scrolling:');
  const moments = summarise(jumps);
  for (const { name, longest } of moments) console.log(`  ${name}: ${longest.toFixed(0)}`);
  // Waking up comes before any scroll, and is told, not judged.
  const late = moments.filter(
    ({ name, longest }) => name !== 'opening, until alive' && longest > BOUNDS.longest,
  );
  // The empty page is what the others are compared with; it has nothing to keep.
  const judged = results.slice(1);
  const over = judged.filter((result) => result.over.length > 0);
  const bounds = `${BOUNDS.ratio} times the empty page, ${BOUNDS.longest} ms, ${BOUNDS.stale * 100} % stale`;
  console.log(
    `\n${judged.length - over.length} of ${judged.length} within ${bounds}; ${late.length} moments with longer tasks.`,
  );
  process.exitCode = over.length + late.length > 0 ? 1 : 0;
});
