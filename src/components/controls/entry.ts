import type { Chapter } from '../../schemas/chapter.ts';

/** A chapter as the controls name it. */
export type Entry = Pick<Chapter, 'slug' | 'order' | 'number' | 'title' | 'shortTitle'>;

/** Follows a link to a chapter, as far as it is an ordinary press. */
export type FollowLink = (event: MouseEvent, slug: string | undefined) => void;
