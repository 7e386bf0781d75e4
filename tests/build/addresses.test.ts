/**
 * The addresses of the story at the root that others may have linked, embedded, subscribed to or saved. Each stays: what
 * is listed beside this file is never taken out, only added to.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const DIST = resolve(import.meta.dirname, '../../dist');
const RECORDED = readFileSync(join(import.meta.dirname, 'addresses.txt'), 'utf8');

test('every address that was ever public is', () => {
  const addresses = RECORDED.trim().split('\n');
  expect(addresses.length).toBeGreaterThan(150);
  expect(addresses.filter((address) => !existsSync(join(DIST, address)))).toEqual([]);
});
