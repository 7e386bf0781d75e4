/** A frame's sound button: what does not come is asked for again at the next press, and said meanwhile. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { FrameSoundHandlers } from '../../../../src/effects/embed/frame/frameSound.ts';
import { soundButton } from '../../../../src/effects/embed/frame/sound.ts';

/** Whether the script of sound can be had, and what it was told to do. */
let here = true;
let handlers: FrameSoundHandlers;
let ran: boolean[] = [];
vi.mock('../../../../src/effects/loading/importPart.ts', () => ({
  importNow: async () => {
    if (!here) throw new Error('404');
    return {
      startFrameSound: async (_context: unknown, _performance: unknown, given: never) => {
        handlers = given;
        return { run: (runs: boolean) => ran.push(runs) };
      },
    };
  },
}));
vi.mock('../../../../src/effects/page/afterPaint.ts', () => ({
  afterPaint: (act: () => void) => act(),
}));
vi.mock('../../../../src/effects/sound/context.ts', () => ({
  openContext: () => ({ resume: async () => {} }),
}));

beforeEach(() => {
  here = true;
  ran = [];
  vi.stubGlobal('window', { AudioContext: Object });
});

function open() {
  const button = Object.assign(new EventTarget(), { hidden: true, ariaPressed: 'false' });
  const missing: boolean[] = [];
  soundButton(button as unknown as HTMLButtonElement, {} as never, (is) => missing.push(is));
  const press = async () => {
    button.dispatchEvent(new Event('click'));
    await new Promise((resolve) => setTimeout(resolve));
    return { pressed: button.ariaPressed, missing: missing.at(-1) };
  };
  return { press, missing };
}

test('a script that cannot be had, as after the site was renewed, is said; the next press asks again', async () => {
  const { press } = open();
  here = false;
  expect(await press()).toEqual({ pressed: 'false', missing: true });
  here = true;
  expect(await press()).toEqual({ pressed: 'true', missing: false });
  expect(ran).toContain(true);
});

test('music that cannot be had is said, and no more once it comes or is not wanted', async () => {
  const { press, missing } = open();
  await press();
  handlers.onMissing(true);
  expect(missing.at(-1)).toBe(true);
  handlers.onMissing(false);
  expect(missing.at(-1)).toBe(false);
  handlers.onMissing(true);
  expect(await press()).toEqual({ pressed: 'false', missing: false });
});
