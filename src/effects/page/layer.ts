/** What lies above the page and covers controls. */

/**
 * Has a layer close when the keyboard's focus goes to what it covers. A pointer's
 * press elsewhere is the layer's own affair, and what opens above it, as a dialog
 * does, comes back to it.
 *
 * @returns the undo
 */
export function onFocusLeaving(layer: HTMLElement, close: () => void): () => void {
  const onFocus = ({ target }: FocusEvent) => {
    const element = target as Element;
    if (layer.contains(element) || element.closest('dialog')) return;
    if (element.matches(':focus-visible')) close();
  };
  document.addEventListener('focusin', onFocus);
  return () => document.removeEventListener('focusin', onFocus);
}
