import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureExtra } from './apt.ts';
import { ensureBrowser, ensureWholeBrowser } from './browser.ts';
import { BROWSER_EXTRAS, HEADLESS_SHELL } from './extras.ts';
import { checkResult, type Failure, type StepResult, testsResult } from './result.ts';
import { type System, thisSystem } from './system.ts';
import { freshReport, ROOT, readReport, runTool } from './tool.ts';

/** The part of Playwright's JSON report that is read here. */
export interface PlaywrightReport {
  readonly suites: readonly Suite[];
  /** Outside of any test: a config or a web server that does not work. */
  readonly errors: readonly { readonly message?: string }[];
}

interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly errors?: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

/**
 * Drives the built site in a browser, which is found or installed first; for the whole
 * suite, so is what some tests can do without.
 *
 * @param args more of Playwright's own, such as a file or `--grep`
 */
export async function runPlaywright(step: string, args: readonly string[]): Promise<StepResult> {
  const browser = args.length === 0 ? ensureAll(thisSystem()) : ensureBrowser(thisSystem());
  if ('problem' in browser) return checkResult(step, false, browser.problem);
  console.log(`Browser: ${browser.path}`);
  const report = freshReport('playwright');
  const code = await runTool(
    'playwright',
    ['test', `--reporter=${process.stdout.isTTY ? 'line' : 'dot'},json`, ...args],
    { CHROMIUM_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  // Only what tells of a failure is worth keeping.
  if (code === 0) rmSync(join(ROOT, 'test-results'), { recursive: true, force: true });
  return testsResult(step, countPlaywright(readReport<PlaywrightReport>(report)), code);
}

/**
 * Finds or installs the browser and all that some of its tests can do without, and says of each whether it is there.
 *
 * @returns as ensureBrowser
 */
export function ensureAll(system: System): ReturnType<typeof ensureBrowser> {
  console.log(ensureExtra(HEADLESS_SHELL, system));
  const browser = ensureBrowser(system);
  console.log(ensureWholeBrowser(system));
  for (const extra of BROWSER_EXTRAS) console.log(ensureExtra(extra, system));
  return browser;
}

/** Counts each test once for each project it runs in. */
export function countPlaywright(
  report: PlaywrightReport | undefined,
): Pick<StepResult, 'passed' | 'skipped' | 'failures'> {
  const tests = (report?.suites ?? []).flatMap((suite) => collect(suite));
  const failed = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky');
  const errors = (report?.errors ?? []).map(
    ({ message }): Failure => ({ title: 'outside of the tests', message: message ?? '' }),
  );
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    skipped: tests.filter(({ status }) => status === 'skipped').length,
    failures: [...failed.map(({ title, message }) => ({ title, message })), ...errors],
  };
}

function collect(suite: Suite, path: readonly string[] = []): (Failure & { status: string })[] {
  const inner = (suite.suites ?? []).flatMap((child) => collect(child, [...path, child.title]));
  const own = suite.specs.flatMap((spec) =>
    spec.tests.map((test) => ({
      status: test.status,
      title: [`[${test.projectName}] ${spec.file}:${spec.line}`, ...path, spec.title].join(' › '),
      message: test.results.flatMap((result) => result.errors ?? [])[0]?.message ?? '',
    })),
  );
  return [...own, ...inner];
}
