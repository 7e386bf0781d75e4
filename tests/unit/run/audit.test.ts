import { expect, test } from 'vitest';
import { readAudit } from '../../run/audit.ts';

const report = (severity: string) =>
  JSON.stringify({
    vulnerabilities: { stage: { severity } },
    metadata: { vulnerabilities: { moderate: 0, high: 0, critical: 0, [severity]: 1 } },
  });
const none = JSON.stringify({ vulnerabilities: {}, metadata: { vulnerabilities: { high: 0 } } });
const counts = (said: string, strict = true) => {
  const { passed, failed, skipped } = readAudit(said, strict).result;
  return { passed, failed, skipped };
};

test('no fault that is known passes, a grave one fails where it is to', () => {
  expect(counts(none)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(counts(report('moderate'))).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(counts(report('critical'))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(counts(report('high'), false)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(readAudit(report('high'), false).said).toBe('stage: high');
});

test.each(['', 'npm: not found', '{"message":"405 Method Not Allowed"}', 'npm warn\n{"error":{}}'])(
  'where no registry answers nothing is counted, and it says so: %s',
  (said) => {
    expect(counts(said)).toEqual({ passed: 0, failed: 0, skipped: 0 });
    expect(readAudit(said, true).said).toContain('No registry answers');
  },
);
