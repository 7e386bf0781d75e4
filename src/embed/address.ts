/** From what a blog wrote to the frame's address. No DOM. */
import { framePath } from '../core/embed/address.ts';
import { isSlug } from '../core/embed/message.ts';
import { frameQuery } from '../core/embed/options.ts';
import { cardPath, STORY_CARD } from '../core/site/metadata/cards.ts';
import { chapterOf } from './home.ts';

export interface Written {
  readonly chapter: string | null;
  readonly theme: string | null;
  readonly lang: string | null;
  /** Address of the link inside, for hosts that strip attributes. */
  readonly link: string | undefined;
}

/** The chapter meant: the attribute's, else the link's; undefined for the whole story. */
export function chapterMeant({
  chapter,
  link,
}: Pick<Written, 'chapter' | 'link'>): string | undefined {
  const named = chapter?.trim() || chapterOf(link);
  return isSlug(named) ? named : undefined;
}

/** @param home the site's address, ending with a slash */
export function frameAddress(home: string, written: Written): string {
  return home + framePath(chapterMeant(written)) + frameQuery(written);
}

/** The picture that stands for the frame on paper. */
export function posterAddress(home: string, written: Written): string {
  return home + cardPath(chapterMeant(written) ?? STORY_CARD, 'wide');
}
