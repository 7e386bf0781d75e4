import { posix, win32 } from 'node:path';
import { aptInstall, ensureExtra } from './apt.ts';
import { WHOLE_BROWSER } from './extras.ts';
import type { System } from './system.ts';

/** The same engine without a browser's windows: tests take a quarter less time in it. */
const SHELL = 'chromium-headless-shell';
/** Names in PATH, the freest browser first. */
const NAMES = [
  SHELL,
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  linux: ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/snap/bin/chromium'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
const DOWNLOAD_SECONDS = 300;
const ADVICE =
  'No browser was found and none could be installed: install Chromium or Chrome, or set CHROMIUM_PATH to one.';

/** A browser that is there already: the one named, Playwright's own, one of the system's. */
export function findBrowser(
  system: System,
  isWanted: (path: string) => boolean = () => true,
): string | undefined {
  const named = system.env['CHROMIUM_PATH'];
  if (named && isWanted(named)) return named;
  return candidates(system).find((path) => isWanted(path) && system.exists(path)) ?? named;
}

/**
 * Finds a browser that starts, or installs one: by Playwright, else by apt where
 * this user may.
 *
 * @param isWanted which of those that are found will do; the one that is named always does
 * @returns its path, or in one line what the person has to do
 */
export function ensureBrowser(
  system: System,
  isWanted: (path: string) => boolean = () => true,
): { path: string } | { problem: string } {
  const named = system.env['CHROMIUM_PATH'];
  if (named) {
    return starts(named, system)
      ? { path: named }
      : { problem: `CHROMIUM_PATH is "${named}", which does not start as a browser.` };
  }
  for (const install of [() => true, byPlaywright, byApt]) {
    const path =
      install(system) && candidates(system).find((file) => isWanted(file) && starts(file, system));
    if (path) return { path };
  }
  return { problem: ADVICE };
}

/** Whether it is a whole browser, as people use it. */
export const isWholeBrowser = (path: string): boolean => !path.includes(SHELL);

/** A whole browser that is there, if any. */
export function findWholeBrowser(system: System): string | undefined {
  const path = findBrowser(system, isWholeBrowser);
  return path !== undefined && isWholeBrowser(path) && system.exists(path) ? path : undefined;
}

/**
 * As ensureExtra, for a whole browser, whoever made it: what was found for most tests may be one without windows.
 *
 * @returns one line that says whether it is there, and if not, why
 */
export function ensureWholeBrowser(system: System): string {
  const path = findWholeBrowser(system);
  return path === undefined ? ensureExtra(WHOLE_BROWSER, system) : `${WHOLE_BROWSER.name}: ${path}`;
}

function candidates(system: System): string[] {
  const { join, delimiter } = system.platform === 'win32' ? win32 : posix;
  const suffix = system.platform === 'win32' ? '.exe' : '';
  const folders = (system.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [system.playwrightBrowser, ...inPath, ...(PLACES[system.platform] ?? [])];
}

/** A browser may be there and yet lack libraries; Windows' browsers open a window when asked. */
function starts(path: string, system: System): boolean {
  if (!system.exists(path)) return false;
  return (
    system.platform === 'win32' || system.run(path, ['--version'], { seconds: 30, quiet: true })
  );
}

function byPlaywright(system: System): boolean {
  console.log('No browser found: Playwright is asked to install its own.');
  return system.installPlaywrightBrowser(DOWNLOAD_SECONDS);
}

function byApt(system: System): boolean {
  return aptInstall('browser', ['chromium'], system);
}
