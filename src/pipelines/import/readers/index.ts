/** The forms in which articles come, the surest to be told first. */
import type { Reader } from '../article.ts';
import { blogger } from './blogger.ts';
import { docx } from './docx.ts';
import { ghost } from './ghost.ts';
import { wordpress } from './wordpress.ts';

export const READERS: readonly Reader[] = [wordpress, ghost, blogger, docx];
