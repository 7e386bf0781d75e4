import { expect, test } from 'vitest';
import { DEFAULT_CHOICE, parseSoundChoice } from '../../../src/core/sound/choice.ts';
import { mutes, type Press } from '../../../src/core/sound/muteKey.ts';

test('a kept choice comes back as it was', () => {
  const choice = { on: true, volume: 0.35, captions: false, staff: false };
  expect(parseSoundChoice(JSON.stringify(choice))).toEqual(choice);
});

test.each([null, '', 'yes', 'null', '[]', '{"on":1,"volume":7,"captions":"no"}'])(
  'from %j nothing but defaults',
  (stored) => {
    expect(parseSoundChoice(stored)).toEqual(DEFAULT_CHOICE);
  },
);

test('Alt with M mutes, but no letter alone, nor while one writes or means something else', () => {
  const press: Press = {
    key: 'm',
    code: 'KeyM',
    altKey: true,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    repeat: false,
    defaultPrevented: false,
    target: null,
  };
  const on = (selectors: string[], more = {}) =>
    ({ matches: (list: string) => selectors.some((one) => list.includes(one)), ...more }) as never;
  expect(mutes(press)).toBe(true);
  expect(mutes({ ...press, key: 'M' })).toBe(true);
  // Option+M on a Mac, a Russian keyboard, and a French one, whose M is elsewhere.
  expect(mutes({ ...press, key: 'µ' })).toBe(true);
  expect(mutes({ ...press, key: 'µ', code: 'Semicolon' })).toBe(true);
  expect(mutes({ ...press, key: 'ь' })).toBe(true);
  expect(mutes({ ...press, code: 'Semicolon' })).toBe(true);
  expect(mutes({ ...press, target: on(['button']) })).toBe(true);
  for (const other of [
    { key: 'n' },
    // What is dictated or typed where nothing has the focus.
    { altKey: false },
    { key: '?', code: 'KeyM', altKey: false },
    { key: 'q', code: 'KeyM' },
    // Option with the key of a French Mac that stands where others have the M.
    { key: '∞', code: 'KeyM' },
    { ctrlKey: true },
    { metaKey: true },
    { shiftKey: true },
    { repeat: true },
    { defaultPrevented: true },
    { target: on(['textarea']) },
    { target: on(['select']) },
    { target: on([], { isContentEditable: true }) },
  ])
    expect(mutes({ ...press, ...other }), JSON.stringify(other)).toBe(false);
});
