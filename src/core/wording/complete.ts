/** A language's words, completed by English. Pure. */
import { isForms, type WordTree } from '../../schemas/wording.ts';

/**
 * The words of a language in the order of English; each that is missing is English
 * and wrapped as `{ en }`, so that whoever shows it can say so.
 *
 * @param own absent where there is no file for the language
 */
export function completed(english: WordTree, own: WordTree | undefined): object {
  const entries = Object.entries(english).map(([name, word]) => {
    const said = own?.[name];
    if (typeof word === 'string' || isForms(word)) return [name, said ?? { en: word }];
    return [name, completed(word, said as WordTree | undefined)];
  });
  return Object.fromEntries(entries);
}
