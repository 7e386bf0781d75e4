import { expect, test } from 'vitest';
import { countPlaywright, type PlaywrightReport } from '../../run/playwright.ts';
import { countVitest } from '../../run/vitest.ts';

test("Vitest's tests are counted, and a file that could not be run as one failure", () => {
  const counts = countVitest({
    testResults: [
      {
        name: '/a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { fullName: 'stands', status: 'passed', failureMessages: [] },
          { fullName: 'turns', status: 'failed', failureMessages: ['fell'] },
          { fullName: 'flies', status: 'pending', failureMessages: [] },
          { fullName: 'sings', status: 'todo', failureMessages: null },
        ],
      },
      { name: '/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      { name: '/c.test.ts', status: 'passed', assertionResults: [] },
    ],
  });
  expect(counts).toEqual({
    passed: 1,
    skipped: 2,
    failures: [
      { title: 'turns', message: 'fell' },
      { title: '/b.test.ts', message: 'no such module' },
    ],
  });
});

const outcome = (projectName: string, status: 'expected' | 'unexpected' | 'flaky' | 'skipped') => ({
  projectName,
  status,
  results: status === 'expected' ? [{}] : [{ errors: [{ message: `${status} on it` }] }],
});

const report: PlaywrightReport = {
  suites: [
    {
      title: 'story.spec.ts',
      specs: [
        {
          title: 'opens',
          file: 'story.spec.ts',
          line: 3,
          tests: [outcome('phone', 'expected'), outcome('desktop', 'unexpected')],
        },
      ],
      suites: [
        {
          title: 'programme',
          specs: [
            {
              title: 'lists',
              file: 'story.spec.ts',
              line: 9,
              tests: [outcome('phone', 'flaky'), outcome('desktop', 'skipped')],
            },
          ],
        },
      ],
    },
  ],
  errors: [{ message: 'the server ended' }],
};

test("Playwright's tests are counted for each project; a flaky one has failed", () => {
  expect(countPlaywright(report)).toEqual({
    passed: 1,
    skipped: 1,
    failures: [
      { title: '[desktop] story.spec.ts:3 › opens', message: 'unexpected on it' },
      { title: '[phone] story.spec.ts:9 › programme › lists', message: 'flaky on it' },
      { title: 'outside of the tests', message: 'the server ended' },
    ],
  });
});

test('no report at all is nothing, for the exit code to judge', () => {
  const nothing = { passed: 0, skipped: 0, failures: [] };
  expect(countVitest(undefined)).toEqual(nothing);
  expect(countPlaywright(undefined)).toEqual(nothing);
});
