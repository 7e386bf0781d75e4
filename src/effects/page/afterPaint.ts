/**
 * Does something once what was changed until now has been painted. Within a press
 * it still counts as the reader's own: Chromium and Firefox ask only whether they
 * have pressed something, WebKit hands a press on to frames and timers for a second.
 */
export function afterPaint(action: () => void): void {
  // A page out of sight paints nothing.
  if (document.visibilityState === 'hidden') action();
  else requestAnimationFrame(() => setTimeout(action));
}
