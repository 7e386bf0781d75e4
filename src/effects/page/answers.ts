/**
 * Tells style sheets, by an attribute `data-answers-…` of the document, that a script
 * answers for controls which stand in the page: before, they are not shown. Returns the undo.
 */
export function answers(part: 'sharing' | 'guide'): () => void {
  const name = `data-answers-${part}`;
  document.documentElement.toggleAttribute(name, true);
  return () => document.documentElement.removeAttribute(name);
}
