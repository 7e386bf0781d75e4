/** The words of a tree to be compared with those of another. Pure. */
import type { ElementContent, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { isElement } from '../clean/elements.ts';

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

/** The words of the notes below a step. */
export function noteWords(step: Root): string[] {
  const words: string[] = [];
  for (const section of step.children) {
    if (section.type !== 'element' || !('dataFootnotes' in section.properties)) continue;
    const clean = structuredClone(section);
    visit(clean, 'element', (node, index, parent) => {
      if (!('dataFootnoteBackref' in node.properties) || !parent || index === undefined)
        return undefined;
      parent.children.splice(index, 1);
      return index;
    });
    for (const list of clean.children)
      if (isElement(list, 'ol'))
        for (const item of list.children) if (isElement(item, 'li')) words.push(readWords(item));
  }
  return words;
}
