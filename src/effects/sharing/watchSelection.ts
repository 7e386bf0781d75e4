/** Watches what the reader selects, and tells when it has come to rest. */
import { type SelectedWords, selectedWords } from './selection.ts';

export interface SelectionWatch {
  /** Nothing is selected any more, or something else than words of the story. */
  onNone(): void;
  /** @param byTouch the system has handles and a menu of its own at the words */
  onWords(selected: SelectedWords, byTouch: boolean): void;
}

/** Milliseconds of rest; a finger that drags the system's handles pauses more often. */
const REST = { mouse: 120, touch: 450 };

/** @returns the undo */
export function watchSelection({ onNone, onWords }: SelectionWatch): () => void {
  let byTouch = false;
  let pressed = false;
  let timer = 0;

  const look = () => {
    if (pressed && !byTouch) return;
    const selected = selectedWords();
    if (selected) onWords(selected, byTouch);
    else onNone();
  };
  const wait = () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, byTouch ? REST.touch : REST.mouse);
  };
  const onDown = (event: PointerEvent) => {
    byTouch = event.pointerType !== 'mouse';
    pressed = true;
  };
  const onUp = () => {
    pressed = false;
    wait();
  };

  document.addEventListener('selectionchange', wait);
  document.addEventListener('pointerdown', onDown);
  document.addEventListener('pointerup', onUp);
  document.addEventListener('pointercancel', onUp);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('selectionchange', wait);
    document.removeEventListener('pointerdown', onDown);
    document.removeEventListener('pointerup', onUp);
    document.removeEventListener('pointercancel', onUp);
  };
}
