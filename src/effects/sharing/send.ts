/** The system's share sheet and clipboard; the only code that touches them. */

export interface Sent {
  readonly title: string;
  readonly text?: string;
  readonly url: string;
}

/** How it went; `dismissed` is the reader's own choice and no failure. */
export type Sending = 'sheet' | 'copied' | 'dismissed' | 'failed';

/** Opens the share sheet where there is one, else copies the address. To be called from a click. */
export async function send(data: Sent): Promise<Sending> {
  if (navigator.share) {
    try {
      await navigator.share(data);
      return 'sheet';
    } catch (error) {
      if ((error as Error).name === 'AbortError') return 'dismissed';
      // A frame or a policy may forbid it: there is still the clipboard.
    }
  }
  return (await copyText(data.url)) ? 'copied' : 'failed';
}

/** @returns whether the text is in the clipboard now */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

/** Where there is no clipboard (plain http, old browsers): by way of a field and its selection. */
function copyByHand(text: string): boolean {
  const selection = getSelection();
  const kept = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (kept) {
    selection?.removeAllRanges();
    selection?.addRange(kept);
  }
  return copied;
}
