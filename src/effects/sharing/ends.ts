/** The ends of chapters, alive: fetched behind the first view. */
import { answers } from '../page/answers.ts';
import { attendReplies } from '../replies/replies.ts';
import { attendChapters, type ShareAnswers } from './chapter.ts';

/** Returns the undo. */
export function attend(words: ShareAnswers): () => void {
  const leave = [attendChapters(words), answers('sharing'), attendReplies()];
  return () => {
    for (const undo of leave) undo();
  };
}
