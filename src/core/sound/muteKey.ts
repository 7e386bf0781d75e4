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
  // Option with M on a Mac is µ, wherever the M is; not every alphabet has one: of its letters the place counts.
  const m =
    /^[mµ]$/i.test(press.key) ||
    (/^[^\p{Script=Latin}]$/u.test(press.key) && /\p{L}/u.test(press.key) && press.code === 'KeyM');
  if (!m) return false;
  const target = press.target as Partial<HTMLElement> | null;
  // A slider takes no letters; everything else that takes input may.
  const writes =
    target?.isContentEditable === true ||
    target?.matches?.('textarea, select, input:not([type=range])') === true;
  return !writes;
}
