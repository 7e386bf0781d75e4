/**
 * Whoever leaves a page quickly, or comes to one whose styles are late, sees no transition between
 * the two, and nothing is lost by that. Browsers report it as an error that nobody has handled
 * (Chromium 153: "Transition was aborted because of invalid state", WebKitGTK: "AbortError").
 */
export function excuseSkippedTransitions(): void {
  for (const name of ['pageswap', 'pagereveal'] as const)
    addEventListener(name, ({ viewTransition }) => {
      viewTransition?.ready.catch(() => {});
    });
}
