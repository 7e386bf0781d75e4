/**
 * `npm test`: everything that can be checked, in order, each part counted; the
 * last line says what it came to. `node tests/run.ts check` and `… browser` run
 * a part; what follows `browser` goes to Playwright.
 */
import { runChecks } from './run/checks.ts';
import { runPlaywright } from './run/playwright.ts';
import {
  checkResult,
  describeFailures,
  isSuccess,
  type StepResult,
  summarize,
} from './run/result.ts';
import { TEST_STORIES } from './run/stories.ts';
import { hearProgram, ROOT, runProgram } from './run/tool.ts';
import { runVitest } from './run/vitest.ts';

const BUILT = 'Built site';
const BROWSER = 'Browser';

async function runAll(): Promise<StepResult[]> {
  const prepared = prepareMachine();
  const checks = await runChecks();
  await prepared;
  const unit = await announce('Unit tests', (step) => runVitest(step, 'unit'));
  const build = await announce('Build', runBuild);
  if (build.failed > 0) {
    const unbuilt = [BUILT, BROWSER].map((step) =>
      checkResult(step, false, 'not run, because the build failed'),
    );
    return [...checks, unit, build, ...unbuilt];
  }
  const built = await announce(BUILT, (step) => runVitest(step, 'build'));
  const browser = await announce(BROWSER, (step) => runPlaywright(step, []));
  return [...checks, unit, build, built, browser];
}

/** What is missing is told once more, and counted, by the tests that need it. */
async function prepareMachine(): Promise<void> {
  const { said } = await hearProgram(process.execPath, [`${ROOT}/tests/run/prepare.ts`]);
  console.log(`\n== What tests need\n${said}`);
}

async function runBuild(step: string): Promise<StepResult> {
  const code = await runProgram(process.execPath, [`${ROOT}/src/commands/build.ts`], TEST_STORIES);
  return checkResult(step, code === 0, 'see above');
}

function announce(step: string, run: (step: string) => Promise<StepResult>): Promise<StepResult> {
  console.log(`\n== ${step}`);
  return run(step);
}

const [part, ...args] = process.argv.slice(2);
const PARTS: Readonly<Record<string, () => Promise<StepResult[]>>> = {
  all: runAll,
  check: runChecks,
  browser: async () => [await announce(BROWSER, (step) => runPlaywright(step, args))],
};
const run = PARTS[part ?? 'all'];
if (!run) {
  console.error(`"${part}" is no part of the tests: say ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

const results = await run();
const failures = describeFailures(results);
if (failures !== '') console.log(`\n== Failed\n\n${failures}`);
console.log(`\n${summarize(results)}`);
process.exitCode = isSuccess(results) ? 0 : 1;
