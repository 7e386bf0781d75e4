import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenParsed } from '../../../../src/effects/page/whenParsed.ts';

const page = Object.assign(new EventTarget(), { readyState: 'loading' });
let told: string[] = [];
const start = (name: string) => () => {
  told.push(`${name} starts`);
  return () => told.push(`${name} stops`);
};

/** Tasks that are still to come. */
let tasks: (() => void)[] = [];
const nextTask = () => tasks.shift()?.();

beforeEach(() => {
  tasks = [];
  vi.stubGlobal('setTimeout', (then: () => void) => tasks.push(then));
  vi.stubGlobal('clearTimeout', (id?: number) => id && tasks.splice(id - 1, 1));
  vi.stubGlobal('document', page);
  told = [];
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('it begins when the document is parsed, each in a task of its own', () => {
  page.readyState = 'loading';
  const undo = ['bar', 'stage'].map((name) => whenParsed(start(name)));
  expect(tasks).toEqual([]);
  page.dispatchEvent(new Event('DOMContentLoaded'));
  expect(told).toEqual([]);
  nextTask();
  expect(told).toEqual(['bar starts']);
  nextTask();
  expect(told).toEqual(['bar starts', 'stage starts']);
  undo[1]!();
  expect(told.at(-1)).toBe('stage stops');
});

test('in a parsed document it does not begin in the task that asks, and not at all once undone', () => {
  page.readyState = 'interactive';
  whenParsed(start('bar'));
  const undo = whenParsed(start('stage'));
  expect(told).toEqual([]);
  undo();
  for (const task of tasks) task();
  expect(told).toEqual(['bar starts']);
});
