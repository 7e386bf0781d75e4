/** Dragging sideways over an element, and tapping on it, as long as the page lives; up and down remains the page's scroll. */

export interface DragHandlers {
  onStart(): void;
  /** @param share how far since the start, in widths of the element; right is positive */
  onMove(share: number): void;
  onEnd(): void;
  onTap(): void;
}

/** CSS pixels within which a press is a tap. */
const STILL = 6;

export function watchDrag(element: HTMLElement, handlers: DragHandlers): void {
  let from: number | undefined;
  let dragging = false;
  const listen = (
    type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel',
    hear: (event: PointerEvent) => void,
  ) => element.addEventListener(type, hear);

  listen('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    from = event.clientX;
    element.setPointerCapture(event.pointerId);
  });
  listen('pointermove', (event) => {
    if (from === undefined) return;
    const moved = event.clientX - from;
    if (!dragging && Math.abs(moved) < STILL) return;
    if (!dragging) handlers.onStart();
    dragging = true;
    handlers.onMove(moved / element.clientWidth);
  });
  listen('pointerup', () => {
    if (dragging) handlers.onEnd();
    else if (from !== undefined) handlers.onTap();
    dragging = false;
    from = undefined;
  });
  // The browser took the gesture over, to scroll.
  listen('pointercancel', () => {
    if (dragging) handlers.onEnd();
    dragging = false;
    from = undefined;
  });
}
