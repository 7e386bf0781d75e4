/** Rules about files hold for files that are there: what was renamed is found here. */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { HEADER_RULES } from '../../src/server/headers.ts';
import { FILES } from '../faults/faultyServer.ts';
import { listBuilt } from '../helpers/bytes.ts';

const DIST = resolve(import.meta.dirname, '../../dist');

// Those of other stories hold where there are some.
const rules = HEADER_RULES.filter(({ path }) => !/^\/\*\//.test(path));
test.each(rules.map(({ path }) => path.replace(/\*$/, '')))(
  'headers of %s have something to go with',
  (path) => {
    expect(existsSync(join(DIST, path))).toBe(true);
  },
);

const files = listBuilt(DIST, '.').map((file) => `/${file}`);

test.each(Object.entries(FILES))('there are files to spoil of the kind "%s"', (_, kind) => {
  expect(files.filter((file) => kind.test(file))).not.toEqual([]);
});
