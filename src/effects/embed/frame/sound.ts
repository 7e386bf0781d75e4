/** A frame's sound button. The mixer is fetched when a reader presses it; no page around can do that for them. */

import { importNow } from '../../loading/importPart.ts';
import { afterPaint } from '../../page/afterPaint.ts';
import { openContext } from '../../sound/context.ts';
import type { FramePerformance, FrameSound } from './frameSound.ts';

export interface SoundButton {
  /** Whether the frame is seen: it sounds only then. */
  see(seen: boolean): void;
}

/** @param onMissing hears whether the reader asked for what could not be loaded */
export function soundButton(
  button: HTMLButtonElement,
  performance: FramePerformance,
  onMissing: (missing: boolean) => void,
): SoundButton {
  let context: AudioContext | undefined;
  let sound: Promise<FrameSound> | undefined;
  let on = false;
  let seen = true;

  function settle(): void {
    button.ariaPressed = String(on);
    sound?.then(
      (it) => it.run(on && seen),
      () => {
        // It did not come; another press asks again.
        sound = undefined;
        if (!on) return;
        set(false);
        onMissing(true);
      },
    );
  }
  function set(wanted: boolean): void {
    on = wanted;
    onMissing(false);
    settle();
  }
  function begin(): void {
    // Pressed again since.
    if (!on) return;
    context ??= openContext();
    if (!context) set(false);
    else {
      // Refused, it is off again; another press asks again.
      context.resume().catch(() => on && set(false));
      sound ??= open(context);
      settle();
    }
  }
  async function open(context: AudioContext): Promise<FrameSound> {
    const { startFrameSound } = await importNow(() => import('./frameSound.ts'));
    return startFrameSound(context, performance, {
      onClaimed: () => set(false),
      onMissing: (missing) => onMissing(on && missing),
    });
  }

  button.hidden = !('AudioContext' in window);
  button.addEventListener('click', () => {
    set(!on);
    if (on) afterPaint(begin);
  });
  return {
    see(now) {
      seen = now;
      settle();
    },
  };
}
