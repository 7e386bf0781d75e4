import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

export type Page = DefaultTreeAdapterTypes.Document;

/** How deep browsers nest elements (Blink's and WebKit's limit). The time a parser takes grows with the square of it. */
const DEEPEST = 512;
/** Elements of a page, those included that the parser repeats for markup that is badly nested. */
const MOST = 100_000;

/** A page made to keep its reader busy; no page that somebody wrote is like that. */
export class UnreadablePageError extends Error {}

/** @throws UnreadablePageError where elements are nested deeper than 512 or are more than 100,000 */
export function parsePage(html: string): Page {
  let depth = 0;
  let count = 0;
  return parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...element) {
        if (++count > MOST) throw new UnreadablePageError(`More than ${MOST} elements`);
        return defaultTreeAdapter.createElement(...element);
      },
      onItemPush() {
        if (++depth > DEEPEST) throw new UnreadablePageError(`Nested deeper than ${DEEPEST}`);
      },
      onItemPop() {
        depth--;
      },
    },
  });
}
