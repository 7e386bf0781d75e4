/** In every page of the development server; does something in the studio's frames alone. */
import { TALL_QUERY } from '../../config/stage.ts';
import { layOut, pageLayout } from '../../effects/page/layout.ts';
import { morph } from './morph.ts';
import {
  CAST_EVENT,
  PREVIEW_EVENT,
  PREVIEW_MARK,
  type Preview,
  type StepFacts,
} from './preview.ts';
import { weakWords } from './weakWords.ts';

/** Milliseconds in which changes of the content that belong together come. */
const SETTLE = 120;

/** The studio's frame around this page. */
function framing(): Element | null {
  try {
    return window.frameElement?.hasAttribute(PREVIEW_MARK) ? window.frameElement : null;
  } catch {
    return null;
  }
}

/** The page's colours, as its head has them. */
const tonesOf = (page: Document): string | undefined =>
  [...page.querySelectorAll('head > style')]
    .map(({ textContent }) => textContent)
    .find((css) => css.startsWith(':root{'));

function begin(frame: Element): void {
  const { ownerDocument } = frame;
  const address = frame.getAttribute('src')!;
  const around = ownerDocument.defaultView!;
  const tell = () => around.dispatchEvent(new CustomEvent(PREVIEW_EVENT));
  const stage = document.querySelector<HTMLElement>('.stage');

  // The offer to go on reading is for readers.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.offer { display: none !important; } html { scrollbar-width: none; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  const sections = () => [...document.querySelectorAll<HTMLElement>('.chapter')];
  const focus = () => {
    const covered = matchMedia(TALL_QUERY).matches ? pageLayout().clear.top : 0;
    return { middle: (innerHeight + covered) / 2, room: innerHeight - covered };
  };
  const placeOf = (element: Element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    const { middle, room } = focus();
    return { middle: (top + bottom) / 2 + scrollY - middle, screens: height / room };
  };
  const within = (slug: string, what: string) =>
    [...(document.getElementById(slug)?.querySelectorAll(what) ?? [])].map(placeOf);

  const preview: Preview = {
    geometry: () => (stage?.dataset['alive'] === undefined ? undefined : pageLayout().geometry),
    slugs: () => sections().map(({ id }) => id),
    steps: (slug): StepFacts[] => within(slug, '.step'),
    quote: (slug) => within(slug, '.quote')[0]?.middle,
    tones: () => tonesOf(document) ?? '',
    cast(chapters) {
      for (const { slug, side } of chapters) {
        const { classList } = document.getElementById(slug) ?? {};
        classList?.remove('chapter--left', 'chapter--right');
        classList?.add(`chapter--${side}`);
      }
      const first = chapters[0]?.side;
      const cover = document.querySelector('.cover');
      cover?.classList.remove('cover--left', 'cover--right');
      cover?.classList.add(`cover--${first}`);
      if (stage && first) stage.dataset['side'] = first;
      layOut();
      window.dispatchEvent(new CustomEvent(CAST_EVENT, { detail: chapters }));
      tell();
    },
    weakWords: () => (stage ? weakWords(stage) : []),
  };
  Object.assign(window, { studioPreview: preview });

  if (stage && stage.dataset['alive'] === undefined) {
    const watch = new MutationObserver(() => {
      if (stage.dataset['alive'] === undefined) return;
      watch.disconnect();
      tell();
    });
    watch.observe(stage, { attributeFilter: ['data-alive'] });
  }
  new ResizeObserver(tell).observe(document.body);
  tell();

  /** Takes over what has changed in the words, where the reader is; what cannot be taken over so is loaded anew. */
  async function refresh(signal: AbortSignal): Promise<void> {
    // Not where the page says it is: its address follows the chapter that is read.
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    if (!answer.ok || signal.aborted) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (signal.aborted) return;
    const [now, next] = [document, fresh].map((one) => one.querySelector('main.story'));
    const same =
      now?.children.length === next?.children.length && tonesOf(document) === tonesOf(fresh);
    if (!now || !next || !same) return location.replace(address);
    morph(now, next);
    layOut();
    tell();
  }

  let newest = new AbortController();
  import.meta.hot?.on('vite:beforeFullReload', (payload) => {
    // Changes of the program, not of the words, are Vite's own affair.
    if (payload.triggeredBy !== undefined) return;
    // It passes over pages of another name.
    payload.path = '/studio.html';
    // Several parts of a story may tell of one change.
    newest.abort();
    newest = new AbortController();
    const { signal } = newest;
    setTimeout(() => signal.aborted || void refresh(signal), SETTLE);
  });
}

const frame = framing();
if (frame) begin(frame);
