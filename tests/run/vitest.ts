import { ensureExtra } from './apt.ts';
import { SERVER_EXTRAS } from './extras.ts';
import { type Failure, type StepResult, testsResult } from './result.ts';
import { thisSystem } from './system.ts';
import { freshReport, readReport, runTool } from './tool.ts';

/** The part of Vitest's JSON report that is read here. */
export interface VitestReport {
  readonly testResults: readonly {
    /** The test file, absolute. */
    readonly name: string;
    readonly status: string;
    /** Why the file could not be run. */
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** @param project of vitest.config.ts: `unit`, or `build` for tests of the built site */
export async function runVitest(step: string, project: string): Promise<StepResult> {
  if (project === 'unit') {
    for (const extra of SERVER_EXTRAS) console.log(ensureExtra(extra, thisSystem()));
  }
  const file = freshReport(`vitest-${project}`);
  const code = await runTool('vitest', [
    'run',
    `--project=${project}`,
    `--reporter=${process.stdout.isTTY ? 'default' : 'dot'}`,
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return testsResult(step, countVitest(readReport<VitestReport>(file)), code);
}

/** Counts tests; a file that could not be run is one failure. */
export function countVitest(
  report: VitestReport | undefined,
): Pick<StepResult, 'passed' | 'skipped' | 'failures'> {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const failedTests = tests
    .filter(({ status }) => status === 'failed')
    .map((test): Failure => ({ title: test.fullName, message: test.failureMessages?.[0] ?? '' }));
  const failedFiles = files
    .filter((file) => file.status === 'failed')
    .filter((file) => !file.assertionResults.some(({ status }) => status === 'failed'))
    .map((file): Failure => ({ title: file.name, message: file.message ?? '' }));
  const passed = tests.filter(({ status }) => status === 'passed').length;
  return {
    passed,
    skipped: tests.length - passed - failedTests.length,
    failures: [...failedTests, ...failedFiles],
  };
}
