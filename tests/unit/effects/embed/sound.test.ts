/** A frame's sound button: what does not come is asked for again at the next press, and said meanwhile. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { FrameSoundHandlers } from '../../../../src/effects/embed/frame/frameSound.ts';
import { soundButton } from '../../../../src/effects/embed/frame/sound.ts';

/** Whether the script of sound can be had, and what it was told to do. */
let here = true;
let refused = false;
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
  openContext: () => ({
    resume: async () => {
      if (refused) throw new DOMException('no', 'NotAllowedError');
    },
  }),
}));

beforeEach(() => {
  here = true;
  refused = false;
  ran = [];
  vi.stubGlobal('window', { AudioContext: Object });
});

function open() {
  const button = Object.assign(new EventTarget(), { hidden: true, ariaPressed: 'false' });
  const failures: (string | undefined)[] = [];
  soundButton(button as unknown as HTMLButtonElement, {} as never, (why) => failures.push(why));
  const press = async () => {
    button.dispatchEvent(new Event('click'));
    await new Promise((resolve) => setTimeout(resolve));
    return { pressed: button.ariaPressed, failure: failures.at(-1) };
  };
  return { press, failures };
}

test('a script that cannot be had, as after the site was renewed, is said; the next press asks again', async () => {
  const { press } = open();
  here = false;
  expect(await press()).toEqual({ pressed: 'false', failure: 'soundNotLoaded' });
  here = true;
  expect(await press()).toEqual({ pressed: 'true', failure: undefined });
  expect(ran).toContain(true);
});

test('music that cannot be had is said, and no more once it comes or is not wanted', async () => {
  const { press, failures } = open();
  await press();
  handlers.onMissing(true);
  expect(failures.at(-1)).toBe('soundNotLoaded');
  handlers.onMissing(false);
  expect(failures.at(-1)).toBeUndefined();
  handlers.onMissing(true);
  expect(await press()).toEqual({ pressed: 'false', failure: undefined });
});

test('a browser that lets no sound begin is said; the next press asks again', async () => {
  const { press } = open();
  refused = true;
  expect(await press()).toEqual({ pressed: 'false', failure: 'soundRefused' });
  refused = false;
  expect(await press()).toEqual({ pressed: 'true', failure: undefined });
});
