import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowance, QUOTA, toDrop, total } from '../../../src/core/offline/quota.ts';

test('a tenth of what a browser grants, and never more than the quota', () => {
  expect(allowance(undefined)).toBe(QUOTA);
  expect(allowance(10 * QUOTA + 100)).toBe(QUOTA);
  expect(allowance(1_000_005)).toBe(100_000);
  expect(allowance(0)).toBe(0);
});

test('the oldest go until the rest has room, and no more than have to', () => {
  const holdings = fc
    .array(fc.nat({ max: 1_000 }))
    .map((all) => all.map((bytes, index) => ({ key: String(index), bytes })));
  fc.assert(
    fc.property(holdings, fc.nat({ max: 20_000 }), (held, quota) => {
      const gone = toDrop(held, quota);
      const rest = held.filter(({ key }) => !gone.includes(key));
      expect(total(rest)).toBeLessThanOrEqual(quota);
      // Of what is gone all is older than what stays, but for what weighs nothing.
      expect(gone).toEqual(held.slice(0, gone.length).map(({ key }) => key));
      if (gone.length > 0) expect(total(held.slice(gone.length - 1))).toBeGreaterThan(quota);
    }),
  );
});
