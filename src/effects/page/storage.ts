/** The only module that uses local storage (the page's first inline script reads one choice besides). It may be forbidden (private windows, sandboxed frames): then nothing is kept. */

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers a value; where storage is full or forbidden, not, and silently. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A full or forbidden storage costs the convenience, never the story.
  }
}
