/** The share controls at the ends of chapters: one listener for all of them. */
import { announceShare } from './announce.ts';
import { send } from './send.ts';

const SAID = {
  copied: 'Link copied',
  failed: 'Copying is not allowed here. The link is under “More ways”.',
} as const;

/** @returns the undo */
export function attendChapters(): () => void {
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const group = target.closest<HTMLElement>('[data-share]');
    if (!group) return;
    const place = target.closest<HTMLElement>('[data-share-place]');
    if (target.closest('[data-share-now]')) void share(group);
    else if (place) announcePlace(group, place.dataset['sharePlace']!);
  };
  document.addEventListener('click', onClick);
  return () => document.removeEventListener('click', onClick);
}

async function share(group: HTMLElement): Promise<void> {
  const { share: slug, path, title, text } = group.dataset as Record<string, string>;
  const url = new URL(path!, location.href).href;
  const how = await send({ title: title!, text: text!, url });
  if (how === 'copied' || how === 'failed') {
    say(group.querySelector('[data-share-said]')!, SAID[how]);
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
function say(element: HTMLElement, words: string): void {
  element.textContent = '';
  setTimeout(() => {
    element.textContent = words;
  }, 50);
}
