/**
 * `npm run bench:import`: listing a WordPress export of 2,000 posts and importing one of them, beside
 * wordpress-export-to-markdown 2.2.2 reading the same file. Told in docs/performance.md.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, ROOT } from '../../../src/commands/main.ts';
import { makeExport, POSTS } from './blog.ts';
import type { Told } from './told.ts';

const RIVAL = 'wordpress-export-to-markdown@2.2.2';
/** What ours may take of the other's. */
const BOUNDS = { seconds: 1 / 3, peak: 1 / 10 };
const ROUNDS = 3;

/** @param args what Node is given. @throws Error when it fails */
function run(what: string, ...args: readonly string[]): Told {
  const told = join(import.meta.dirname, 'told.ts');
  const { status, stderr } = spawnSync(process.execPath, ['--import', told, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${what} failed: ${stderr}`);
  const found: Told = JSON.parse(stderr.trim().split('\n').at(-1)!);
  console.log(`${what}: ${found.seconds.toFixed(1)} s, ${found.peak.toFixed(0)} MiB`);
  return found;
}

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
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    // As npm runs it.
    const [, ...command] = scripts.import.split(' ') as string[];
    const rounds = Array.from({ length: ROUNDS }, () => ({
      list: run('list', ...command, path, '--list'),
      post: run('one post', ...command, path, '--post', String(POSTS / 2), '--dry-run'),
      rival: run('the other', join(import.meta.dirname, 'rival.ts'), path, folder),
    }));
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
