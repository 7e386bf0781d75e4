/** Whether a key press is M by itself, and not a letter that somebody writes. Pure. */
export interface Press {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly defaultPrevented: boolean;
  readonly target: EventTarget | null;
}

export function mutes(press: Press): boolean {
  if (press.defaultPrevented || press.repeat || press.key.toLowerCase() !== 'm') return false;
  if (press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return false;
  const target = press.target as Partial<HTMLElement> | null;
  // A slider takes no letters; everything else that takes input may.
  const writes =
    target?.isContentEditable === true ||
    target?.matches?.('textarea, select, input:not([type=range])') === true;
  return !writes;
}
