import type { Clip } from '../../schemas/clip.ts';

/** The committed clip of a chapter, or undefined while there is none. */
export const chapterClip = async (_chapter: number): Promise<Clip | undefined> => undefined;
