import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs Astro's own command with the Node that runs this, its output shown as it
 * comes, and no telemetry.
 *
 * @param args such as `['build']`
 * @returns the exit code; 1 if it was ended by a signal
 */
export function runAstro(root: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const program = join(root, 'node_modules/astro/bin/astro.mjs');
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const stop = (): void => void child.kill();
    process.once('exit', stop);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', stop);
      resolve(code ?? 1);
    });
  });
}
