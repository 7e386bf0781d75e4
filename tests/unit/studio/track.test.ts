import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Geometry } from '../../../src/core/reading/playhead.ts';
import { momentAt, passageOf, scrollAt, trackOf } from '../../../src/studio/track.ts';

const WIDE: Geometry = { viewport: 900, tops: [0, 5200, 9900, 15000], quotes: [2600, 7400, 12000] };
const PHONE: Geometry = {
  viewport: 844,
  tops: [0, 7300, 14000, 22000],
  quotes: [3000, 9800, 17000],
};

test('a chapter’s track leads from its first moment through its dance to the end of its way out', () => {
  for (const chapter of [0, 1, 2]) {
    const { from, to } = trackOf(WIDE, chapter);
    const passage = passageOf(WIDE, chapter);
    expect(passage.to).toBe(to);
    expect(momentAt(WIDE, chapter, from).at).toBeLessThan(0.01);
    expect(momentAt(WIDE, chapter, to)).toEqual({ kind: 'passage', at: 1 });
  }
  expect(momentAt(WIDE, 0, 0)).toEqual({ kind: 'overture', at: 0 });
  expect(trackOf(WIDE, 1).from).toBeLessThan(trackOf(WIDE, 0).to);
});

test('the same moment is found again, in windows of any shape', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1, 2),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (chapter, share) => {
        const { from, to } = trackOf(WIDE, chapter);
        const scroll = from + share * (to - from);
        const moment = momentAt(WIDE, chapter, scroll);
        expect(Math.abs(scrollAt(WIDE, chapter, moment) - scroll)).toBeLessThan(0.5);
        const there = momentAt(PHONE, chapter, scrollAt(PHONE, chapter, moment));
        // A way out begins before a dance is over, a little sooner on one screen than on the other.
        if (there.kind === moment.kind) expect(there.at).toBeCloseTo(moment.at, 2);
        else expect([there.kind, moment.kind].sort()).not.toContain(undefined);
      },
    ),
  );
});
