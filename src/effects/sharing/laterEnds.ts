/** What stands at the ends of chapters, sharing and replies, comes alive when the first view has what it needs. */
import { importPart } from '../loading/importPart.ts';
import { keepTrying } from '../loading/keepTrying.ts';
import type { ShareAnswers } from './chapter.ts';

/** Returns the undo. */
export function attendEnds(answers: ShareAnswers): () => void {
  const left = new AbortController();
  const { signal } = left;
  const load = () => import('./ends.ts');
  keepTrying((attempt) => importPart(load, attempt), { signal }).then(
    ({ attend }) => signal.addEventListener('abort', attend(answers)),
    () => {},
  );
  return () => left.abort();
}
