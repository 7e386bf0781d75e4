/**
 * Whether a key press is Alt with M: no letter by itself, which who dictates or
 * slips would type (WCAG 2.1.4). Pure.
 */
export interface Press {
  readonly key: string;
  /** Where the key is, as on a keyboard of the United States. */
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly defaultPrevented: boolean;
  readonly target: EventTarget | null;
}

export function mutes(press: Press): boolean {
  if (press.defaultPrevented || press.repeat || !press.altKey) return false;
  if (press.ctrlKey || press.metaKey || press.shiftKey) return false;
  // On a Mac, Option with M is another character, and not every alphabet has an M: then its place counts.
  const latin = /^[a-z]$/i.test(press.key);
  if (latin ? press.key.toLowerCase() !== 'm' : press.code !== 'KeyM') return false;
  const target = press.target as Partial<HTMLElement> | null;
  // A slider takes no letters; everything else that takes input may.
  const writes =
    target?.isContentEditable === true ||
    target?.matches?.('textarea, select, input:not([type=range])') === true;
  return !writes;
}
