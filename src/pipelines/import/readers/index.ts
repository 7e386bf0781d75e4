/** The forms in which articles come, the surest to be told first; each is loaded when it is asked. */
import type { Reader } from '../article.ts';

export const READERS: readonly (() => Promise<Reader>)[] = [
  async () => (await import('./wordpress.ts')).wordpress,
  async () => (await import('./story.ts')).story,
  async () => (await import('./ghost.ts')).ghost,
  async () => (await import('./blogger.ts')).blogger,
  async () => (await import('./docx.ts')).docx,
  async () => (await import('./odt.ts')).odt,
  async () => (await import('./epub.ts')).epub,
  async () => (await import('./mhtml.ts')).mhtml,
  async () => (await import('./medium.ts')).medium,
  async () => (await import('./substack.ts')).substack,
  // Easily taken for others: the more a form is like plain words, the later.
  async () => (await import('./html.ts')).html,
  async () => (await import('./markdown.ts')).markdown,
  async () => (await import('./pasted.ts')).pasted,
];
