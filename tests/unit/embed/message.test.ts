import { describe, expect, test } from 'vitest';
import { isSlug, parseCommand, parseReport, wrap } from '../../../src/core/embed/message.ts';
import { asksForHeight, secretIn } from '../../../src/core/embed/wordpress.ts';

const STRANGE: readonly unknown[] = [
  undefined,
  null,
  0,
  Number.NaN,
  '',
  'play',
  '{"ballerina":1,"kind":"play"}',
  [],
  ['play'],
  () => 'play',
  {},
  { kind: 'play' },
  { ballerina: 1 },
  { ballerina: '1', kind: 'play' },
  { ballerina: 2, kind: 'play' },
  { ballerina: 1, kind: 'Play' },
  { ballerina: 1, kind: ['play'] },
  { ballerina: 1, kind: 'navigate', value: 'https://elsewhere.example/' },
  { ballerina: 1, kind: 'sound' },
  { ballerina: 1, kind: '__proto__' },
];

describe('commands', () => {
  test.each(['play', 'pause'] as const)(
    '%s is one, and nothing else of the message is kept',
    (kind) => {
      expect(parseCommand({ ballerina: 1, kind, html: '<b>' })).toEqual({ kind });
    },
  );

  test('goTo needs a slug', () => {
    expect(parseCommand(wrap({ kind: 'goTo', chapter: 'john-wick' }))).toEqual({
      kind: 'goTo',
      chapter: 'john-wick',
    });
    for (const chapter of [
      undefined,
      '',
      '../',
      'a b',
      'A',
      '-a',
      'javascript:',
      {},
      'a'.repeat(99),
    ]) {
      expect(parseCommand({ ballerina: 1, kind: 'goTo', chapter })).toBeUndefined();
    }
  });

  test.each(STRANGE.map((value) => [value]))('%o is none', (value) => {
    expect(parseCommand(value)).toBeUndefined();
  });
});

describe('reports', () => {
  test('heights within reason', () => {
    expect(parseReport(wrap({ kind: 'height', value: 420 }))).toEqual({
      kind: 'height',
      value: 420,
    });
    for (const value of [-1, 0, 99, 1e6, Number.NaN, Infinity, '420', null]) {
      expect(parseReport({ ballerina: 1, kind: 'height', value })).toBeUndefined();
    }
  });

  test.each(['ready', 'chapter'] as const)('%s names its chapter', (kind) => {
    const report = { kind, chapter: 'training', title: 'Training' };
    expect(parseReport({ ...wrap(report), more: 1 })).toEqual(report);
    expect(parseReport({ ballerina: 1, kind, chapter: 'training' })).toBeUndefined();
    expect(parseReport({ ballerina: 1, kind, chapter: '<b>', title: '' })).toBeUndefined();
  });

  test('an endless title is cut', () => {
    const report = parseReport({
      ballerina: 1,
      kind: 'ready',
      chapter: 'a',
      title: 'x'.repeat(9999),
    });
    expect(report).toMatchObject({ title: 'x'.repeat(200) });
  });

  test.each(STRANGE.map((value) => [value]))('%o is none', (value) => {
    expect(parseReport(value)).toBeUndefined();
  });
});

test('slugs are lower-case words joined by hyphens', () => {
  expect(['john-wick', 'a', 'part-2'].every(isSlug)).toBe(true);
  expect(['', 'a--b', 'a-', 'é', 'a/b', 'a.b', 3, null].some(isSlug)).toBe(false);
});

describe('WordPress', () => {
  test.each([
    ['#?secret=AbCdEf0123', 'AbCdEf0123'],
    ['#?secret=AbCdEf0123&more=1', 'AbCdEf0123'],
    ['', undefined],
    ['#?secret=short', undefined],
    ['#?secret=toolong12345', undefined],
    ['#?secret=AbCdEf012!', undefined],
    ['#secret=AbCdEf0123', undefined],
  ])('the secret in "%s" is %s', (hash, secret) => {
    expect(secretIn(hash)).toBe(secret);
  });

  test('asks for the height with the same secret', () => {
    expect(asksForHeight({ message: 'ready', secret: 'AbCdEf0123' }, 'AbCdEf0123')).toBe(true);
    for (const data of [
      null,
      'ready',
      {},
      { message: 'ready' },
      { message: 'ready', secret: 'other' },
      { message: 'height', secret: 'AbCdEf0123' },
    ]) {
      expect(asksForHeight(data, 'AbCdEf0123')).toBe(false);
    }
  });
});
