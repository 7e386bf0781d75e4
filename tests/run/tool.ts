import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder of package.json. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** Runs on this very Node, whatever the shell has. */
const PROGRAMS = {
  astro: 'astro/bin/astro.mjs',
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  playwright: '@playwright/test/cli.js',
  'svelte-check': 'svelte-check/bin/svelte-check',
  vitest: 'vitest/vitest.mjs',
} as const;
export type Tool = keyof typeof PROGRAMS;

/** A log needs no colours, though some tools would give them wherever CI is set. */
const PLAIN = process.stdout.isTTY || process.env['FORCE_COLOR'] ? {} : { NO_COLOR: '1' };

/** The same modules are loaded by many processes: compiled once for all, a command starts in two thirds of the time. */
const COMPILED = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/compiled') };

/** The command line of a development tool: the program, then its arguments. */
export function commandOf(tool: Tool, args: readonly string[]): [string, string[]] {
  return [process.execPath, [join(ROOT, 'node_modules', PROGRAMS[tool]), ...args]];
}

/** Runs a development tool, its output shown as it comes, and returns its exit code. */
export function runTool(
  tool: Tool,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const [program, programArgs] = commandOf(tool, args);
  return runProgram(program, programArgs, env);
}

/** As runTool, but what it says comes in one piece at its end, so that two may run at once. */
export function hearTool(tool: Tool, args: readonly string[]): Promise<Heard> {
  return hearProgram(...commandOf(tool, args));
}

/** What a program came to, and all that it said. */
interface Heard {
  readonly code: number;
  readonly said: string;
}

/** As hearTool, for any program. */
export async function hearProgram(program: string, args: readonly string[]): Promise<Heard> {
  const child = start(program, args, {}, 'pipe');
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  return { code: await codeOf(child), said };
}

/** As runTool, for any program; 1 if a signal ended it. */
export function runProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return codeOf(start(program, args, env, 'inherit'));
}

const start = (
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  output: 'inherit' | 'pipe',
): ChildProcess =>
  spawn(program, args, {
    cwd: ROOT,
    env: { ...COMPILED, ...process.env, ...PLAIN, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', output, output],
  });

const codeOf = (child: ChildProcess): Promise<number> =>
  new Promise((done, reject) => {
    child.once('error', reject);
    child.once('close', (code) => done(code ?? 1));
  });

/** Where a tool is to leave its report; one of an earlier run is removed. */
export function freshReport(name: string): string {
  const file = join(ROOT, 'node_modules/.cache/story', `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** The report, or undefined if the tool ended before it wrote one. */
export function readReport<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
