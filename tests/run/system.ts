import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { commandOf } from './tool.ts';

/** The machine, as far as finding a browser needs it; tests pass one of their own. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where Playwright would keep its own Chromium; it need not be there. */
  readonly playwrightBrowser: string;
  readonly isRoot: boolean;
  exists(path: string): boolean;
  /** Runs a program to its end; false if it fails, is absent or takes longer than `seconds`. */
  run(
    program: string,
    args: readonly string[],
    options: { readonly seconds: number; readonly quiet?: boolean },
  ): boolean;
  /** Has Playwright fetch its Chromium. */
  installPlaywrightBrowser(seconds: number): boolean;
}

export function thisSystem(): System {
  const run: System['run'] = (program, args, { seconds, quiet = false }) => {
    const stdio = quiet ? 'ignore' : 'inherit';
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return (
      spawnSync(program, args, {
        env,
        stdio: ['ignore', stdio, stdio],
        timeout: seconds * 1000,
        killSignal: 'SIGKILL',
      }).status === 0
    );
  };
  return {
    platform: process.platform,
    env: process.env,
    playwrightBrowser: chromium.executablePath(),
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    run,
    installPlaywrightBrowser: (seconds) =>
      run(...commandOf('playwright', ['install', 'chromium']), { seconds }),
  };
}
