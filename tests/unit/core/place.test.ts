import { describe, expect, test } from 'vitest';
import { parsePlace, placeAt, scrollOf } from '../../../src/core/progress/place.ts';

const slugs = ['a', 'b', 'c'];
const narrow = { viewport: 800, tops: [100, 2100, 4100, 6100] };
const wide = { viewport: 800, tops: [50, 1050, 2050, 3050] };

describe('place', () => {
  test('outlives a change of layout', () => {
    const place = placeAt(3100, slugs, narrow);
    expect(place).toEqual({ slug: 'b', share: 0.5 });
    expect(scrollOf(place, slugs, wide)).toBe(1550);
    expect(scrollOf(place, slugs, narrow)).toBe(3100);
  });

  test('stays within the story above its top and below its end', () => {
    expect(placeAt(0, slugs, narrow)).toEqual({ slug: 'a', share: 0 });
    expect(placeAt(9999, slugs, narrow)).toEqual({ slug: 'c', share: 1 });
  });

  test('is unknown on a page that begins after it', () => {
    expect(scrollOf({ slug: 'a', share: 0 }, ['b', 'c'], narrow)).toBeNull();
  });

  test.each([
    null,
    'b',
    3,
    {},
    { slug: 'b' },
    { slug: 'b', share: 2 },
    { slug: 'b', share: Number.NaN },
    { slug: 1, share: 0 },
  ])('refuses %j from storage', (value) => {
    expect(parsePlace(value)).toBeNull();
  });

  test('accepts what was stored', () => {
    const place = { slug: 'b', share: 0.25 };
    expect(parsePlace(JSON.parse(JSON.stringify(place)))).toEqual(place);
  });
});
