/** The share controls at the ends of chapters: one listener for all of them. */
import { announceShare } from './announce.ts';
import { send } from './send.ts';

/** What readers are told of a link: that it is copied, or could not be. */
export interface ShareAnswers {
  readonly copied: SaidWord;
  readonly failed: SaidWord;
}
/** A text, and in which language where it is not the page's. */
type SaidWord = { readonly text: string; readonly lang?: string; readonly dir?: string };

/** @returns the undo */
export function attendChapters(answers: ShareAnswers): () => void {
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const group = target.closest<HTMLElement>('[data-share]');
    if (!group) return;
    const place = target.closest<HTMLElement>('[data-share-place]');
    if (target.closest('[data-share-now]')) void share(group, answers);
    else if (place) announcePlace(group, place.dataset['sharePlace']!);
  };
  document.addEventListener('click', onClick);
  return () => document.removeEventListener('click', onClick);
}

async function share(group: HTMLElement, answers: ShareAnswers): Promise<void> {
  const { share: slug, path, title, text } = group.dataset as Record<string, string>;
  const url = new URL(path!, location.href).href;
  const how = await send({ title: title!, text: text!, url });
  if (how === 'copied' || how === 'failed') {
    say(group.querySelector('[data-share-said]')!, answers[how]);
  }
  if (how === 'sheet' || how === 'copied') {
    announceShare({ slug: slug!, what: 'chapter', how: how === 'copied' ? 'copy' : how });
  }
}

function announcePlace(group: HTMLElement, place: string): void {
  const slug = group.dataset['share']!;
  if (place.startsWith('poster-')) announceShare({ slug, what: 'poster', how: 'download' });
  else announceShare({ slug, what: 'chapter', how: place });
}

/** Says it anew even if it says so already: screen readers report changes only. */
function say(element: HTMLElement, { text, ...mark }: SaidWord): void {
  element.textContent = '';
  setTimeout(() => {
    Object.assign(element, { textContent: text, ...mark });
  }, 50);
}
