/**
 * Starts something once the whole document is parsed: islands may wake while the
 * chapters below them are still on their way. In a task of its own, behind the one in
 * which its island wakes. Returns the undo, which also works before the start.
 */
export function whenParsed(start: () => () => void): () => void {
  let stop: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = () => {
    timer = setTimeout(() => {
      stop = start();
    });
  };
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', begin, { once: true });
  else begin();
  return () => {
    document.removeEventListener('DOMContentLoaded', begin);
    clearTimeout(timer);
    stop?.();
  };
}
