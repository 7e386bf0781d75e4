/** Words of the interface with what stands in them: links, keys, titles of their own. Pure. */
import type { Word } from '../../schemas/wording.ts';

/** A piece of a word: text, the name of what stands there, or something to type. */
export type Piece =
  | { readonly text: string }
  | { readonly name: string }
  | { readonly code: string };

/** A word in pieces, in order: `{name}` is a name, and what stands between backticks is code. */
export function piecesOf(word: Word): Piece[] {
  const text = typeof word === 'string' ? word : word.en;
  return [...text.matchAll(/\{(\w+)\}|`([^`]*)`|([^{`]+|[{`])/g)].map(([, name, code, plain]) =>
    name !== undefined ? { name } : code !== undefined ? { code } : { text: plain! },
  );
}
