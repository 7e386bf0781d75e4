/** From one chapter of a page to another, without leaving it. */

const section = (slug: string) => document.getElementById(slug);

/** Gives the focus to a chapter's heading, where it is. */
export function focusOn(slug: string): void {
  const heading = section(slug)?.querySelector<HTMLElement>('[data-chapter-title]');
  heading?.focus({ preventScroll: true });
}

/**
 * Goes to a chapter; its heading takes the focus.
 *
 * @param onPage the chapters of this page
 * @returns false when it is none of them
 */
export function turnTo(slug: string, onPage: readonly string[]): boolean {
  if (!onPage.includes(slug)) return false;
  // The page's first begins with the page; where others land, the style sheet says, as for links to them.
  if (slug === onPage[0]) window.scrollTo({ top: 0, behavior: 'instant' });
  else section(slug)?.scrollIntoView({ behavior: 'instant' });
  focusOn(slug);
  return true;
}
