/** The forms in which articles come, the surest to be told first. */
import type { Reader } from '../article.ts';
import { blogger } from './blogger.ts';
import { docx } from './docx.ts';
import { epub } from './epub.ts';
import { ghost } from './ghost.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { medium } from './medium.ts';
import { mhtml } from './mhtml.ts';
import { odt } from './odt.ts';
import { pasted } from './pasted.ts';
import { story } from './story.ts';
import { substack } from './substack.ts';
import { wordpress } from './wordpress.ts';

export const READERS: readonly Reader[] = [
  story,
  wordpress,
  ghost,
  blogger,
  docx,
  odt,
  epub,
  mhtml,
  medium,
  substack,
  // Easily taken for others: the more a form is like plain words, the later.
  html,
  markdown,
  pasted,
];
