import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Megabytes for what is young: with Node's own 16 a sixth of a build is spent on collecting it. */
const YOUNG = '--max-semi-space-size=64';

/**
 * Runs Astro's own command with the Node that runs this, its output shown as it
 * comes, and no telemetry.
 *
 * @param args such as `['build']`
 * @param onErrors gets what goes to the standard error, at the end, instead of the terminal
 * @returns the exit code; 1 if it was ended by a signal
 */
export function runAstro(
  root: string,
  args: readonly string[],
  onErrors?: (text: string) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const program = join(root, 'node_modules/astro/bin/astro.mjs');
    const child = spawn(process.execPath, [YOUNG, program, ...args], {
      cwd: root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'inherit', onErrors ? 'pipe' : 'inherit'],
    });
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    const stop = (): void => void child.kill();
    process.once('exit', stop);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', stop);
      onErrors?.(errors);
      resolve(code ?? 1);
    });
  });
}
