import { describe, expect, test } from 'vitest';
import { readOptions } from '../../bench/options.ts';
import { median, summarise, table } from '../../bench/results.ts';
import { type Cost, costOf, MARKS, type TraceEvent } from '../../bench/trace.ts';

const SLUGS = ['one', 'two', 'three'];

describe('what may be asked of the bench', () => {
  test('chapters by slug or number, in the order of the story; all when none is named', () => {
    expect(readOptions(['2', 'one', '--rounds', '5'], SLUGS)).toEqual({
      chapters: ['one', 'three'],
      rounds: 5,
    });
    expect(readOptions([], SLUGS)).toEqual({ chapters: SLUGS, rounds: 3 });
  });

  test.each([[['four']], [['3']], [['--rounds', '0']], [['--fast']]])('not %j', (args) => {
    expect(() => readOptions(args, SLUGS)).toThrow();
  });
});

describe('the cost of a trace', () => {
  const at = (name: string, ts: number, tdur?: number, tid = 1): TraceEvent => ({
    name,
    ts,
    pid: 7,
    tid,
    ...(tdur !== undefined && { tdur, dur: tdur * 3 }),
  });
  const task = 'ThreadControllerImpl::RunTask';

  test('counts what lies between the marks, by the main thread’s own clock', () => {
    const events = [
      at(task, 0, 90_000),
      at(MARKS.start, 1_000_000),
      at(task, 1_100_000, 30_000),
      at(task, 1_200_000, 10_000),
      at(task, 1_300_000, 70_000, 2),
      ...[1, 2, 3, 4].map((i) => at('DrawFrame', 1_000_000 + i, undefined, 2)),
      ...[1, 2, 3].map((i) => at('BeginMainThreadFrame', 1_000_000 + i)),
      at(MARKS.end, 1_500_000),
      at('DrawFrame', 1_600_000, undefined, 2),
    ];
    const cost = costOf(events);
    expect(cost).toMatchObject({ seconds: 0.5, longest: 30, stale: 0.25, drawn: 4 });
    expect(cost.busy).toBeCloseTo(80);
  });

  test('is unknown without marks', () => {
    expect(() => costOf([at(task, 0, 1)])).toThrow(/marks/);
    expect(() => costOf([at(MARKS.start, 0)])).toThrow(/marks/);
  });
});

describe('results', () => {
  const cost = (busy: number, longest = 10, stale = 0): Cost => ({
    seconds: 1,
    busy,
    longest,
    stale,
    drawn: 60,
  });

  test('are medians, each visit beside the empty page of its own round', () => {
    const visits = [
      [200, 100],
      [900, 100],
      [600, 400],
    ].map(([busy, empty]) => ({ name: 'rain', cost: cost(busy!), empty: cost(empty!) }));
    expect(summarise(visits)).toMatchObject([{ name: 'rain', busy: 600, ratio: 2, over: [] }]);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  test('name the bounds that are exceeded', () => {
    const load = { all: 431, pictures: 19.8 };
    const visit = { name: 'storm', cost: cost(260, 51, 0.011), empty: cost(100), load };
    const [result] = summarise([visit]);
    expect(result!.over).toEqual(['ratio', 'longest', 'stale']);
    expect(table([result!])).toMatch(
      /storm +260 +2\.60 +51 +1\.1 +431 +20 +over: ratio, longest, stale/,
    );
  });
});
