/** A frame's sound button. The mixer is fetched when a reader presses it; no page around can do that for them. */

import { importNow } from '../../loading/importPart.ts';
import { afterPaint } from '../../page/afterPaint.ts';
import { openContext } from '../../sound/context.ts';
import type { FramePerformance, FrameSound } from './frameSound.ts';

export interface SoundButton {
  /** Whether the frame is seen: it sounds only then. */
  see(seen: boolean): void;
}

/** Why nothing is heard that the reader asked for: the name of what they are told. */
export type SoundFailure = 'soundNotLoaded' | 'soundRefused';

/** @param onFailure hears why nothing is heard; undefined once that is over */
export function soundButton(
  button: HTMLButtonElement,
  performance: FramePerformance,
  onFailure: (why?: SoundFailure) => void,
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
        onFailure('soundNotLoaded');
      },
    );
  }
  function set(wanted: boolean): void {
    on = wanted;
    onFailure();
    settle();
  }
  function begin(): void {
    // Pressed again since.
    if (!on) return;
    context ??= openContext();
    if (!context) set(false);
    else {
      // Refused, it is off again; another press asks again.
      context.resume().catch(() => {
        if (!on) return;
        set(false);
        onFailure('soundRefused');
      });
      sound ??= open(context);
      settle();
    }
  }
  async function open(context: AudioContext): Promise<FrameSound> {
    const { startFrameSound } = await importNow(() => import('./frameSound.ts'));
    return startFrameSound(context, performance, {
      onClaimed: () => set(false),
      onMissing: (missing) => onFailure(on && missing ? 'soundNotLoaded' : undefined),
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
