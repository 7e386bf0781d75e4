/** The words of a tree to be compared with those of another. Pure. */
import type { ElementContent, Nodes } from 'hast';

/**
 * All letters and marks of a tree without white space, and marks as typography writes them: straight quotation
 * marks, an ellipsis as three points. Signs of notes, and the notes below a chapter, are left out.
 */
export function readWords(node: Nodes | readonly ElementContent[]): string {
  let words = '';
  const walk = (one: Nodes): void => {
    if (one.type === 'text') words += one.value;
    if (one.type === 'element') {
      const { properties } = one;
      if (
        'dataFootnotes' in properties ||
        'dataFootnoteRef' in properties ||
        'dataNote' in properties
      )
        return;
      for (const child of one.children) walk(child);
    }
    if (one.type === 'root') for (const child of one.children) walk(child);
  };
  if ('type' in node) walk(node as Nodes);
  else for (const one of node) walk(one);
  return plainWords(words);
}

/** A text as `readWords` gives it. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u200b\ufeff\u00ad]+/g, '')
    .replace(/[‘’‚‛']/g, '’')
    .replace(/[“”„‟"]/g, '”')
    .replaceAll('…', '...');
}

export const sameWords = (one: string, other: string): boolean => one === other;
