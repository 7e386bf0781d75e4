/** The guide for bloggers: what is chosen shows in the live frame and in the snippets. */

import {
  elementSnippet,
  frameAddress,
  frameSnippet,
  frameTitle,
  pageAddress,
} from '../../core/embed/snippets.ts';
import { chapterPath } from '../../core/site/address.ts';
import { homeOf } from '../../core/site/metadata/site.ts';
import { answers } from '../page/answers.ts';

/** What the server tells of the site. */
export interface GuideData {
  readonly site: string;
  readonly base: string;
  readonly story: { readonly title: string; readonly path: string };
  readonly chapters: readonly { readonly slug: string; readonly title: string }[];
}

export function startGuide(root: HTMLElement): void {
  const site = JSON.parse(root.dataset['guide']!) as GuideData;
  const form = root.querySelector<HTMLFormElement>('[data-chooser]')!;
  const room = root.querySelector<HTMLElement>('[data-room]')!;
  const live = room.querySelector('ballerina-story')!;

  function show(): void {
    const chosen = new FormData(form);
    const read = (name: string) => String(chosen.get(name) ?? '');
    const slug = read('chapter') || undefined;
    const options = { theme: read('theme'), lang: read('lang') };
    const width = Number(read('width'));
    const snippets: Record<string, string> = {
      link: pageAddress(site, slug),
      element: elementSnippet(site, { slug, options }),
      frame: frameSnippet(site, { slug, options, width }),
      address: frameAddress(site, { slug, options }),
    };
    for (const code of root.querySelectorAll<HTMLElement>('[data-snippet]')) {
      code.textContent = snippets[code.dataset['snippet']!] ?? '';
    }
    room.style.maxWidth = `${width}px`;
    const link = live.querySelector('a')!;
    link.textContent = frameTitle(site, slug);
    link.href = slug ? chapterPath(homeOf(site), slug) : homeOf(site);
    for (const [name, value] of Object.entries({ chapter: slug, ...options })) {
      if (value) live.setAttribute(name, value);
      else live.removeAttribute(name);
    }
  }

  const answer = (name: string) =>
    root.querySelector<HTMLTemplateElement>(`template[data-answer="${name}"]`)!.content;
  const told = { copied: answer('copied'), selected: answer('selected') };

  /** @param offer what the button says at rest */
  async function copy(button: HTMLButtonElement, offer: readonly Node[]): Promise<void> {
    const code = root.querySelector<HTMLElement>(`[data-snippet="${button.dataset['copy']}"]`)!;
    const said = root.querySelector('[data-copied]')!;
    const copied = await navigator.clipboard?.writeText(code.textContent ?? '').then(
      () => true,
      () => false,
    );
    // Without a clipboard: marked, so that the system's own copy is one key away.
    if (!copied) getSelection()?.selectAllChildren(code);
    const answer = copied ? told.copied : told.selected;
    // Words come with their element: a browser's translation has put others in the place of their text.
    said.replaceChildren(answer.cloneNode(true));
    button.replaceChildren(answer.cloneNode(true));
    setTimeout(() => {
      button.replaceChildren(...offer);
      said.replaceChildren();
    }, 2500);
  }

  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const offer = [...button.childNodes];
    button.addEventListener('click', () => void copy(button, offer));
  }
  const asked = new URLSearchParams(location.search).get('chapter');
  const select = form.elements.namedItem('chapter') as HTMLSelectElement;
  if (asked && site.chapters.some(({ slug }) => slug === asked)) select.value = asked;
  show();
  answers('guide');
}
