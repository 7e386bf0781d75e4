import { expect, test } from 'vitest';
import {
  checkResult,
  describeFailures,
  isSuccess,
  summarize,
  testsResult,
} from '../../run/result.ts';

const lint = checkResult('Lint', true);
const unit = testsResult('Unit', { passed: 40, skipped: 0, failures: [] }, 0);

test('checks count as one, tests as their number', () => {
  expect(summarize([lint, unit])).toBe('41 passed, 0 failed');
  expect(isSuccess([lint, unit])).toBe(true);
});

test('failed and skipped ones are summed over all steps', () => {
  const types = checkResult('Types', false, 'see above');
  const failure = { title: 'bends the knee', message: 'expected 90' };
  const browser = testsResult('Browser', { passed: 7, skipped: 2, failures: [failure] }, 1);
  expect(summarize([lint, types, unit, browser])).toBe('48 passed, 2 failed, 2 skipped');
  expect(isSuccess([lint, types, unit, browser])).toBe(false);
});

test('nothing that ran is no success', () => {
  expect(isSuccess([])).toBe(false);
  expect(summarize([])).toBe('0 passed, 0 failed');
});

test('a runner that ends badly without a failed test is a failure', () => {
  const crashed = testsResult('Unit', { passed: 40, skipped: 0, failures: [] }, 134);
  expect(crashed).toMatchObject({ passed: 40, failed: 1 });
  expect(describeFailures([crashed])).toContain('exit code 134');
});

test('a runner that finds no test is a failure', () => {
  const empty = testsResult('Unit', { passed: 0, skipped: 3, failures: [] }, 0);
  expect(empty).toMatchObject({ passed: 0, failed: 1, skipped: 3 });
});

test('the list of failures is numbered, short and without colours', () => {
  const long = Array.from(
    { length: 50 },
    (_, line) => `\u001b[31mline ${line}\u001b[39m ${'-'.repeat(500)}`,
  );
  const failure = { title: 'bends the knee', message: long.join('\n') };
  const list = describeFailures([
    checkResult('Types', false, 'see above'),
    testsResult('Unit', { passed: 0, skipped: 0, failures: [failure] }, 1),
  ]);
  expect(list).toMatch(/^1\. Types\n {3}see above\n\n2\. Unit: bends the knee\n {3}line 0 -+\n/);
  expect(list).toContain('line 11');
  expect(list).not.toContain('line 12');
  expect(list).not.toContain('\u001b');
  expect(Math.max(...list.split('\n').map((line) => line.length))).toBeLessThan(170);
  expect(describeFailures([lint, unit])).toBe('');
});
