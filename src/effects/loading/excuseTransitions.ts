/** What engines say of a transition between two pages that they leave out. */
const SKIPPED = /view ?transition|transition was (aborted|skipped)/i;

/**
 * Whoever leaves a page quickly, or comes to one whose styles are late, sees no transition between
 * the two, and nothing is lost by that. Browsers report it all the same, as an error that nobody has
 * handled (Chromium 153: "Transition was aborted because of invalid state", WebKitGTK 2.52:
 * "Skipping view transition"), and before a page could take hold of the transition.
 */
export function excuseSkippedTransitions(): void {
  addEventListener('unhandledrejection', (event) => {
    const { reason } = event;
    if (reason instanceof DOMException && SKIPPED.test(reason.message)) event.preventDefault();
  });
}
