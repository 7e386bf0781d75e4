import { expect, test } from 'vitest';
import { combinations } from '../../faults/combinations.ts';
import { FAULTS, type FileKind } from '../../faults/faultyServer.ts';

const KINDS: readonly FileKind[] = ['island', 'worker', 'scene', 'still', 'clip', 'staff', 'font'];

test.each([1, 2, 3, 4])('seed %i: in time every kind of file meets every fault', (seed) => {
  const rounds = KINDS.length * FAULTS.length;
  const met = combinations(KINDS, seed, rounds).flatMap(({ spoilt }) =>
    spoilt.map(({ file, fault }) => `${file} ${fault}`),
  );
  expect(new Set(met).size).toBe(rounds);
});

test('the same seed gives the same, with one fault for each file', () => {
  const all = combinations(KINDS, 5, 40);
  expect(combinations(KINDS, 5, 40)).toEqual(all);
  for (const { spoilt } of all)
    expect(new Set(spoilt.map(({ file }) => file)).size).toBe(spoilt.length);
});
