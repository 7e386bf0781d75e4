import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dependencyTable } from '../../../../src/pipelines/dependencies/read.ts';
import { printTable } from '../../../../src/pipelines/dependencies/table.ts';

test('the table in docs is up to date: npm run packages', () => {
  expect(readFileSync('docs/dependencies.md', 'utf8')).toBe(dependencyTable('.'));
});

describe('a table', () => {
  const dance = { name: 'dance', version: '1.2.3', license: 'MIT', bytes: 1_234_001, brings: 2 };
  const why = { dance: { for: 'readers', why: 'It dances.' } } as const;

  test('says of each package why, how large and under which license', () => {
    const table = printTable([dance], why, ['MIT', 'ISC', 'MIT']);
    expect(table).toContain('| `dance` 1.2.3 | It dances. | 1,235 | 2 | MIT |');
    expect(table).toMatch(/\| MIT \| 2 \|\n\| ISC \| 1 \|\n$/);
  });

  test('is refused where a package has no reason, and a reason no package', () => {
    expect(() => printTable([dance], {}, [])).toThrow('No reason in docs/dependencies.yml: dance');
    expect(() => printTable([], why, [])).toThrow('but not here: dance');
  });
});
