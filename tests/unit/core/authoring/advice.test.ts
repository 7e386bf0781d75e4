import { expect, test } from 'vitest';
import { adviceOn } from '../../../../src/core/authoring/advice.ts';
import { readBody } from '../../../../src/core/content/body/readBody.ts';

const STEPS = [
  'She walks in the rain.',
  'They looked at the *grace* and forgot the knife.',
  'Then she is gone.',
  'All is dark.',
];
const body = readBody(STEPS.join('\n\n---\n\n'), 'x--');
const quote = 'They looked at “the grace” and forgot …';

test('a quote is not to stand beside its own sentence', () => {
  const about = (quoteAfter?: number) =>
    adviceOn({ quote, quoteAfter, body }).map(({ field, step }) => [field, step]);
  expect(about(1)).toEqual([['quoteAfter', 1]]);
  expect(about()).toEqual([['quoteAfter', 1]]);
  expect(about(3)).toEqual([]);
  expect(adviceOn({ quote: 'All of it', quoteAfter: 3, body })).toEqual([]);
  expect(adviceOn({ quote: 'gone', quoteAfter: 3, body })).toHaveLength(1);
});

test('what was drafted, and a picture without words, are pointed out where they are', () => {
  const pictured = readBody(`${STEPS[0]}\n\n---\n\nA knife: ![](./knife.png)`, 'x--');
  const advice = adviceOn({ quote, quoteAfter: 1, drafted: ['alt'], body: pictured });
  expect(advice.map(({ field, step }) => [field, step])).toEqual([
    ['alt', undefined],
    [undefined, 1],
  ]);
  expect(advice[1]!.text).toContain('knife.png');
});
