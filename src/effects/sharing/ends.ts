/** What can wait, fetched behind the first view: the ends of chapters alive, and the story kept. */
import { keepStory } from '../offline/keepStory.ts';
import { answers } from '../page/answers.ts';
import { attendReplies } from '../replies/replies.ts';
import { attendChapters, type ShareAnswers } from './chapter.ts';

/** Returns the undo. */
export function attend(words: ShareAnswers): () => void {
  const leave = [attendChapters(words), answers('sharing'), attendReplies(), keepStory()];
  return () => {
    for (const undo of leave) undo();
  };
}
