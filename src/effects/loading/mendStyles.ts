/** Style sheets that did not come, or came damaged, are asked for again; one that hangs does not keep the words from being shown. */
import { type Attempt, keepTrying } from './keepTrying.ts';
import { refresh } from './refresh.ts';

/** Milliseconds for which a style sheet may keep the page from being painted. */
const PATIENCE = 5000;

/** Those that are asked for here: what becomes of them is known. */
const own = new WeakSet<HTMLLinkElement>();
/** What is no style sheet has no rule in it. */
const damaged = ({ sheet }: HTMLLinkElement) => !sheet || sheet.cssRules.length === 0;

function mend(link: HTMLLinkElement): void {
  // Its place counts: later rules win.
  const place = document.createComment('');
  link.replaceWith(place);
  void keepTrying(async (attempt) => {
    await refresh(link.href, attempt);
    await put(link.href, place, attempt);
  });
}

/** One that a script puts into the page keeps nobody waiting. @throws when it is damaged */
function put(href: string, place: Comment, { signal }: Attempt): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  own.add(link);
  return new Promise((resolve, reject) => {
    const fail = () => {
      link.remove();
      reject(new Error(href));
    };
    link.onerror = fail;
    link.onload = () => (damaged(link) ? fail() : resolve());
    signal.addEventListener('abort', fail);
    place.after(link);
  });
}

export function mendStyles(): void {
  const look = ({ type, target }: Event) => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
    if (!own.has(target) && (type === 'error' || damaged(target))) mend(target);
  };
  for (const type of ['error', 'load']) document.addEventListener(type, look, true);
  setTimeout(() => {
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
      if (!link.sheet) mend(link);
  }, PATIENCE);
}
