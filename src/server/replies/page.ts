/** Pages of replies: a page of the site as it was built, with other words in its middle. */
import { escapeText } from '../../core/site/feed/escapeText.ts';

/** What stands where in the page that the build makes for it. */
const TITLE = /<title>[\s\S]*?<\/title>/;
const MAIN = /(<main\b[^>]*>)[\s\S]*(<\/main>)/;

/** Where there is no built page: whole, and plain. */
const PLAIN = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="content-security-policy" content="default-src 'none'; form-action 'self'; base-uri 'none'"><meta name="robots" content="noindex"><title></title></head><body><main></main></body></html>`;

/**
 * @param built the page that the build made
 * @param title as text
 * @param main as markup
 */
export function pageOf(built: string | undefined, title: string, main: string): string {
  return (built ?? PLAIN)
    .replace(TITLE, () => `<title>${escapeText(title)}</title>`)
    .replace(MAIN, (_, open: string, end: string) => open + main + end);
}

export const link = (href: string, words: string): string =>
  `<a href="${escapeText(href)}">${words}</a>`;

export const heading = (words: string): string => `<h1 class="replied__title">${words}</h1>`;

/** A line that listeners are told at once, and that the address of a page can lead to. */
export const told = (words: string, role: 'status' | 'alert' = 'status'): string =>
  `<p class="replies__said" id="said" role="${role}" tabindex="-1">${words}</p>`;
