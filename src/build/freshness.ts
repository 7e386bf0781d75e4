import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readSettings } from '../server/settings.ts';

/**
 * Tells whether `dist` is what the sources would build now. A stamp outside of
 * `dist`, so that it is never published, holds a hash of what went in and one
 * of what came out.
 */
interface Stamp {
  readonly inputs: string;
  readonly outputs: string;
}

export const STAMP_FILE = 'node_modules/.cache/story/build.json';
const SOURCES = [
  'src',
  'public',
  'docs/accessibility.md',
  'docs/authors.md',
  'docs/events.md',
  'astro.config.mjs',
  'svelte.config.js',
  'tsconfig.json',
  'package-lock.json',
];
/** Environment variables that a build reads. */
const VARIABLES = ['BASE_PATH', 'REPLIES', 'SITE_URL', 'STORIES'];

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the last build succeeded, its sources are the same, and its files are all there. */
export function isFresh(root: string, env: Environment): boolean {
  const stamp = readStamp(root);
  return (
    stamp !== undefined &&
    stamp.outputs === hashOutputs(root) &&
    stamp.inputs === hashInputs(root, env)
  );
}

/** To be called before a build, so that a failed one is never taken for current. */
export function removeStamp(root: string): void {
  rmSync(join(root, STAMP_FILE), { force: true });
}

/** @param inputs `hashInputs` from before the build: what changed since is not in it */
export function writeStamp(root: string, inputs: string): void {
  const file = join(root, STAMP_FILE);
  const stamp: Stamp = { inputs, outputs: hashOutputs(root) };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(stamp)}\n`);
}

/** Hash of the names and contents of all sources, and of the variables that a build reads. */
export function hashInputs(root: string, env: Environment): string {
  const hash = createHash('sha256');
  for (const name of VARIABLES) hash.update(`${name}=${env[name] ?? ''}\0`);
  const { stories } = readSettings({ STORIES: env['STORIES'] });
  for (const source of [...SOURCES, ...stories]) {
    for (const file of listFiles(root, source)) {
      const content = readFileSync(join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/** Hash of the names and sizes of all built files: enough to notice a missing or a cut one. */
function hashOutputs(root: string): string {
  const hash = createHash('sha256');
  for (const file of listFiles(root, 'dist')) {
    hash.update(`${file}\0${statSync(join(root, file)).size}\0`);
  }
  return hash.digest('hex');
}

/** The file at `path`, or all files below it, relative to `root`, sorted; none if it is absent. */
function listFiles(root: string, path: string): string[] {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats ? [path] : [];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => listFiles(root, `${path}/${name}`));
}

function readStamp(root: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(join(root, STAMP_FILE), 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}
