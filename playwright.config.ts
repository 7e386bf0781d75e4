import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { readSettings } from './src/server/settings.ts';
import { findBrowser, findWholeBrowser } from './tests/run/browser.ts';
import { BROWSER_FLAGS } from './tests/run/browserFlags.ts';
import { freePort } from './tests/run/freePort.ts';
import { TEST_STORIES } from './tests/run/stories.ts';
import { thisSystem } from './tests/run/system.ts';

// Workers read this file too, and must come to the same port.
process.env['E2E_PORT'] ??= String(await freePort());
const { base } = readSettings({ BASE_PATH: process.env['BASE_PATH'] });
const address = `http://localhost:${process.env['E2E_PORT']}${base}/`;
const browser = findBrowser(thisSystem());
const wholeBrowser = findWholeBrowser(thisSystem());
const args = [
  ...BROWSER_FLAGS,
  // Playwright leaves the sandbox off already. The browser is to call nobody.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // The same on every machine and in every project; nothing is recorded unasked: `--update-snapshots` does.
  snapshotPathTemplate: '{testDir}/{arg}{ext}',
  updateSnapshots: 'none',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  // Many steps share a page; a test that hangs is still ended.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: address,
    browserName: 'chromium',
    locale: 'en',
    // Tests stand between pages and their server, where a worker would answer; those of the worker let it.
    serviceWorkers: 'block',
    // A control that is not there is told long before a test that hangs is ended.
    actionTimeout: 30_000,
    // Traces of tests that pass took a third of all their time: say `--trace on` for one that fails.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser !== undefined && { executablePath: browser }),
      args,
    },
  },
  projects: [
    {
      name: 'phone',
      // What has sizes of its own, or is the same script in any window, is tried once, on the desktop.
      testIgnore: [
        ...['**/embed/**', '**/engines/**'],
        '**/{clear,contrast,faults,layers,seams,sharing-words,step,studio,targets,translated}.spec.ts',
      ],
      grepInvert: /@once|@whole/,
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
    {
      name: 'desktop',
      testIgnore: '**/engines/**',
      grepInvert: /@phone|@whole/,
      use: { viewport: { width: 1024, height: 640 } },
    },
    // What a browser without windows lacks, such as pages that are kept for the way back.
    {
      name: 'whole',
      testIgnore: '**/engines/**',
      grep: /@whole/,
      use: {
        viewport: { width: 1440, height: 900 },
        launchOptions: {
          ...(wholeBrowser !== undefined && { executablePath: wholeBrowser }),
          args,
        },
      },
    },
    { name: 'chromium', testMatch: '**/engines/visit.spec.ts' },
    // Browsers of other engines, each with the one list of what all have to do.
    { name: 'firefox', testMatch: '**/engines/*.spec.ts' },
    { name: 'webkit', testMatch: '**/engines/*.spec.ts' },
  ],
  webServer: {
    command: `"${process.execPath}" src/commands/start.ts`,
    env: {
      PORT: process.env['E2E_PORT'],
      HOST: 'localhost',
      REPLIES_DB: join(tmpdir(), `story-replies-${process.env['E2E_PORT']}`, 'replies.db'),
      REPLIES_PASSPHRASE: 'for the tests alone',
      ...TEST_STORIES,
    },
    url: address,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
