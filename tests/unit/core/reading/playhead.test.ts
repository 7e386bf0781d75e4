import { describe, expect, test } from 'vitest';
import {
  chapterRead,
  danceStart,
  type Geometry,
  locate,
  SCORE_MARKS,
} from '../../../../src/core/reading/playhead.ts';

const page: Geometry = { viewport: 800, tops: [800, 6000, 11000, 17000] };
// The page ends a footer lower than the story.
const END = 17000 + 600 - 800;

describe('locate', () => {
  test('runs through the chapters in order, each from 0 to 1, without a gap or a step back', () => {
    let last = -1;
    for (let scroll = -100; scroll <= END + 100; scroll += 7) {
      const { chapter, progress } = locate(scroll, page);
      expect(progress).toBeGreaterThanOrEqual(0);
      expect(progress).toBeLessThanOrEqual(1);
      const total = chapter + progress;
      expect(total).toBeGreaterThanOrEqual(last);
      expect(total - last).toBeLessThan(last < 0 ? 2 : 0.01);
      last = total;
    }
    expect(last).toBe(3);
  });

  test('one chapter ends where the next begins', () => {
    const boundary = danceStart(1, page);
    expect(locate(boundary - 0.001, page)).toMatchObject({ chapter: 0 });
    expect(locate(boundary - 0.001, page).progress).toBeCloseTo(1, 5);
    expect(locate(boundary, page)).toMatchObject({ chapter: 1, progress: 0 });
  });

  test('a crossing lies around each boundary and is at most one window long', () => {
    expect(SCORE_MARKS.crossingStart - SCORE_MARKS.crossingEnd).toBeLessThanOrEqual(1);
    const middle = locate(danceStart(1, page), page).crossing;
    expect(middle).toMatchObject({ from: 0, to: 1 });
    expect(middle?.progress).toBeCloseTo(0.5, 5);
    expect(locate(3000, page).crossing).toBeNull();
  });

  test('after the last chapter the crossing leads nowhere and stays', () => {
    expect(locate(END, page).crossing).toEqual({ from: 2, to: null, progress: 1 });
  });

  test('the overture opens the page and then is over', () => {
    expect(locate(0, page).overture).toBe(0);
    expect(locate(240, page).overture).toBeCloseTo(0.5, 5);
    expect(locate(480, page).overture).toBe(1);
    expect(locate(9000, page).overture).toBe(1);
  });

  describe('about a pull quote', () => {
    const quoted: Geometry = { ...page, quotes: [3400, 8000, 13000] };
    const progress = (scroll: number) => locate(scroll, quoted).progress;

    test('the stage is the quote’s, and only there', () => {
      expect(locate(3400, quoted).hold).toBe(1);
      expect(locate(3400 + 100, quoted).hold).toBeGreaterThan(0.5);
      expect(locate(3400 + 800, quoted).hold).toBe(0);
      expect(locate(3400, page).hold).toBe(0);
    });

    test('she nearly holds, and makes up for it elsewhere', () => {
      const pace = (scroll: number) => progress(scroll + 5) - progress(scroll - 5);
      expect(pace(8000) / pace(7000)).toBeCloseTo(SCORE_MARKS.holdPace, 2);
      let last = 0;
      for (let scroll = 0; scroll <= END; scroll += 7) {
        const { chapter, progress } = locate(scroll, quoted);
        expect(chapter + progress).toBeGreaterThanOrEqual(last);
        last = chapter + progress;
      }
      expect(last).toBe(3);
    });
  });

  test('a page with one chapter works', () => {
    const single: Geometry = { viewport: 800, tops: [0, 4000] };
    expect(locate(0, single)).toMatchObject({ chapter: 0, progress: 0 });
    expect(locate(4000, single)).toMatchObject({ chapter: 0, progress: 1 });
  });

  test('a chapter shorter than the window does not divide by nothing', () => {
    const short: Geometry = { viewport: 800, tops: [0, 100, 200] };
    for (const scroll of [0, 50, 100, 150, 200]) {
      expect(Number.isFinite(locate(scroll, short).progress)).toBe(true);
    }
  });
});

describe('chapterRead', () => {
  test('changes when a chapter reaches the middle of the window', () => {
    expect(chapterRead(0, page)).toBe(0);
    expect(chapterRead(6000 - 401, page)).toBe(0);
    expect(chapterRead(6000 - 400, page)).toBe(1);
    expect(chapterRead(99999, page)).toBe(2);
  });
});
