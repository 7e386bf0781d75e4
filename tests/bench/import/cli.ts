/**
 * `npm run bench:import`: listing a WordPress export of 2,000 posts and importing one of them, beside
 * wordpress-export-to-markdown 2.2.2 reading the same file. Told in docs/performance.md.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/commands/main.ts';
import { makeExport, POSTS, titleOf } from './blog.ts';
import type { Told } from './told.ts';

const RIVAL = 'wordpress-export-to-markdown@2.2.2';
/** What ours may take of the other's. */
const BOUNDS = { seconds: 1 / 3, peak: 1 / 10 };
const ROUNDS = 3;

const run = (script: string, ...args: readonly string[]): Told =>
  JSON.parse(
    execFileSync(process.execPath, [join(import.meta.dirname, script), ...args], {
      encoding: 'utf8',
    }),
  );
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

await main(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  try {
    const path = join(folder, 'export.xml');
    const file = openSync(path, 'w');
    for (const piece of makeExport()) writeSync(file, piece);
    closeSync(file);
    console.error(`${POSTS} posts, ${(statSync(path).size / 1e6).toFixed(0)} MB`);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['install', '--prefix', folder, '--no-audit', '--no-fund', RIVAL], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const rounds = Array.from({ length: ROUNDS }, (_, round) => {
      const readings = {
        list: run('ours.ts', path, 'list'),
        post: run('ours.ts', path, titleOf(POSTS / 2)),
        rival: run('rival.ts', path, folder),
      };
      for (const { what, seconds, peak } of Object.values(readings))
        console.log(`${round + 1}  ${what}: ${seconds.toFixed(1)} s, ${peak.toFixed(0)} MiB`);
      return readings;
    });
    const ratio = (key: keyof typeof BOUNDS, whole: (...both: number[]) => number): number =>
      median(rounds.map(({ list, post, rival }) => whole(list[key], post[key]) / rival[key]));
    const found = {
      seconds: ratio('seconds', (list = 0, post = 0) => list + post),
      peak: ratio('peak', Math.max),
    };
    console.log(
      `Both together take ${(found.seconds * 100).toFixed(1)} % of the time (bound ${(BOUNDS.seconds * 100).toFixed(0)} %) and ${(found.peak * 100).toFixed(1)} % of the memory (bound ${BOUNDS.peak * 100} %) of ${RIVAL}.`,
    );
    process.exitCode = found.seconds > BOUNDS.seconds || found.peak > BOUNDS.peak ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
