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

test('M mutes, but not while one writes or means something else', () => {
  const press: Press = {
    key: 'm',
    altKey: false,
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
  expect(mutes({ ...press, target: on(['button']) })).toBe(true);
  for (const other of [
    { key: 'n' },
    { altKey: true },
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
