import { describe, expect, test } from 'vitest';
import {
  edgesOf,
  type Part,
  parsePlace,
  placeAt,
  placeKey,
  positionOf,
} from '../../../../src/core/reading/readingPlace.ts';

const part = (slug: string, ...edges: number[]): Part => ({ slug, edges });
/** Two chapters of two blocks each: on a narrow window, and on a wide one, where the blocks are low and the gaps as high. */
const narrow = [
  part('a', 0, 100, 500, 700, 1900, 2000),
  part('b', 2000, 2200, 2600, 2800, 3000, 3400),
];
const wide = [part('a', 0, 100, 200, 400, 700, 800), part('b', 800, 1000, 1100, 1300, 1350, 1750)];

test('each story keeps a place of its own', () => {
  expect(placeKey('')).toBe('ballerina.place');
  expect(placeKey('giselle/')).toBe('ballerina.place.giselle');
});

describe('a place', () => {
  test.each([
    [300, 150, 'the middle of the first block'],
    [600, 300, 'the middle of a gap'],
    [1600, 625, 'three quarters of a block that makes most of its chapter'],
    [2000, 800, 'a chapter’s top'],
    [2300, 1025, 'a quarter of a block'],
    [3200, 1550, 'below the last block'],
  ])('at %i is at %i in another layout: %s', (here, there) => {
    const place = placeAt(here, narrow);
    expect(positionOf(place, wide)).toBeCloseTo(there, 6);
    // And back, as often as one likes.
    expect(positionOf(placeAt(there, wide), narrow)).toBeCloseTo(here, 6);
  });

  test('stays within the page above its top and below its end', () => {
    expect(placeAt(-5, narrow)).toEqual({ slug: 'a', share: 0, mark: 0, of: 6 });
    expect(placeAt(9999, narrow)).toEqual({ slug: 'b', share: 1, mark: 5, of: 6 });
    expect(positionOf(placeAt(9999, narrow), wide)).toBe(1750);
  });

  test('is unknown on a page that begins after it', () => {
    expect(positionOf(placeAt(300, narrow), wide.slice(1))).toBeNull();
  });

  test('is found by its share where the chapter is not the same, or was kept before blocks were', () => {
    expect(positionOf({ slug: 'b', share: 0.5 }, wide)).toBe(1275);
    expect(positionOf({ slug: 'b', share: 0.5, mark: 1.5, of: 8 }, wide)).toBe(1275);
  });

  test('in what is folded away lies where it begins', () => {
    const open = [part('a', 0, 100, 140, 140, 400, 500)];
    const shut = [part('a', 0, 100, 140, 140, 140, 240)];
    expect(positionOf(placeAt(300, open), shut)).toBe(140);
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
    for (const place of [{ slug: 'b', share: 0.25 }, placeAt(2300, narrow)])
      expect(parsePlace(JSON.parse(JSON.stringify(place)))).toEqual(place);
  });

  test('is kept without a mark that cannot be one', () => {
    for (const [mark, of] of [
      [-1, 6],
      [7, 6],
      [Number.NaN, 6],
      ['2', 6],
      [2, null],
    ])
      expect(parsePlace({ slug: 'b', share: 0.25, mark, of })).toEqual({ slug: 'b', share: 0.25 });
  });
});

describe('edges', () => {
  test('ascend, whatever lies in the part', () => {
    const box = (top: number, bottom: number) => ({ top, bottom });
    expect(edgesOf(10, [box(20, 40), box(30, 35), null, box(50, 200)], 100)).toEqual([
      10, 20, 40, 40, 40, 40, 40, 50, 100, 100,
    ]);
  });
});
