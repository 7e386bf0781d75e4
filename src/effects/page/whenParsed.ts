/**
 * Starts something once the whole document is parsed: islands may wake while the
 * chapters below them are still on their way. Returns the undo, which also works
 * before the start.
 */
export function whenParsed(start: () => () => void): () => void {
  if (document.readyState !== 'loading') return start();
  let stop: (() => void) | undefined;
  const begin = () => {
    stop = start();
  };
  document.addEventListener('DOMContentLoaded', begin, { once: true });
  return () => {
    document.removeEventListener('DOMContentLoaded', begin);
    stop?.();
  };
}
