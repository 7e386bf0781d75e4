/** What one step of the test run came to. */
export interface StepResult {
  readonly step: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly title: string;
  /** What was said about it; may be empty where it stands in the output above. */
  readonly message: string;
}

/** Lines of a failure's message that the list at the end repeats. */
const MESSAGE_LINES = 12;
/** Characters of each of these lines. */
const LINE_WIDTH = 160;

/** A step that either holds or does not, counted as one. */
export function checkResult(step: string, holds: boolean, message = ''): StepResult {
  return holds
    ? { step, passed: 1, failed: 0, skipped: 0, failures: [] }
    : { step, passed: 0, failed: 1, skipped: 0, failures: [{ title: step, message }] };
}

/**
 * A test runner's result. One that ends badly without a failed test (a crash, an
 * error outside of any test) or that finds no test counts as one failure more.
 */
export function testsResult(
  step: string,
  counts: Pick<StepResult, 'passed' | 'skipped' | 'failures'>,
  exitCode: number,
): StepResult {
  const { passed, skipped } = counts;
  const failures = [...counts.failures];
  if (failures.length === 0 && exitCode !== 0) {
    failures.push({ title: step, message: `ended with exit code ${exitCode}: see above` });
  } else if (failures.length === 0 && passed === 0) {
    failures.push({ title: step, message: 'no test ran' });
  }
  return { step, passed, skipped, failed: failures.length, failures };
}

/** The list of all failures, empty if there are none. */
export function describeFailures(results: readonly StepResult[]): string {
  return results
    .flatMap(({ step, failures }) => failures.map((failure) => ({ step, ...failure })))
    .map(({ step, title, message }, index) => {
      const heading = `${index + 1}. ${step === title ? step : `${step}: ${title}`}`;
      const lines = plain(message).trim().split('\n').slice(0, MESSAGE_LINES);
      return [
        heading,
        ...lines.filter(Boolean).map((line) => `   ${line.slice(0, LINE_WIDTH)}`),
      ].join('\n');
    })
    .join('\n\n');
}

/** The last line: `12 passed, 0 failed`, with what was skipped if anything was. */
export function summarize(results: readonly StepResult[]): string {
  const { passed, failed, skipped } = sum(results);
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Whether something ran and nothing failed. */
export function isSuccess(results: readonly StepResult[]): boolean {
  const { passed, failed } = sum(results);
  return passed > 0 && failed === 0;
}

function sum(results: readonly StepResult[]): { passed: number; failed: number; skipped: number } {
  const total = (key: 'passed' | 'failed' | 'skipped'): number =>
    results.reduce((count, result) => count + result[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** Without the colours of a terminal. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences start with one
  return text.replace(/\u001b\[[\d;]*m/g, '');
}
