/** `<ballerina-story>`: a link that becomes the live scene. Its types are published in `public/embed.d.ts`. */
import type { BallerinaStoryElement } from '../../public/embed.d.ts';
import { type Command, isSlug, parseReport, wrap } from '../core/embed/message.ts';
import { FRAME_PERMISSIONS } from '../core/embed/permissions.ts';
import { FRAME_SIZE } from '../core/embed/size.ts';
import { chapterMeant, frameAddress, posterAddress, type Written } from './address.ts';
import { type Hints, homes } from './home.ts';
import { storyLink } from './link.ts';
import { whenNear } from './near.ts';
import { dress } from './sheet.ts';

const ATTRIBUTES = ['chapter', 'theme', 'lang'] as const;

/** Names the slot of the link, which the frame replaces; all else inside stays in the page. */
const LINK_SLOT = 'story-link';

/** Milliseconds after a frame's document has loaded, by which one of ours has long spoken. */
const SILENCE = 1000;

/** @param hints what is known of the site's address besides the link inside */
export function storyElement(
  hints: Pick<Hints, 'script' | 'built'>,
): new () => BallerinaStoryElement {
  return class extends HTMLElement implements BallerinaStoryElement {
    static readonly observedAttributes = [...ATTRIBUTES, 'title'];
    #box: HTMLElement | undefined;
    #frame: HTMLIFrameElement | undefined;
    /** For paper: not asked for before the page is printed, and then waited for. */
    readonly #poster = document.createElement('img');
    /** What to undo when it leaves the page. */
    #leave = () => {};
    /** Commands for a frame that does not listen yet. */
    #waiting: Command[] | undefined = [];
    #current: string | undefined;
    #playing = false;
    /** Which of the site's possible addresses is tried. */
    #guess = 0;
    #heard = false;

    constructor() {
      super();
      // What was set before there was a class for it hides what the class has.
      for (const name of Object.keys(this)) {
        if (!(name in Object.getPrototypeOf(this))) continue;
        const value = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, value);
      }
    }

    get playing(): boolean {
      return this.#playing;
    }

    get chapter(): string | undefined {
      return this.#current ?? chapterMeant(this.#written());
    }

    set chapter(slug: string | null | undefined) {
      this.#put('chapter', slug);
    }

    get theme(): string | undefined {
      return this.getAttribute('theme') ?? undefined;
    }

    set theme(theme: string | null | undefined) {
      this.#put('theme', theme);
    }

    play(): void {
      this.#send({ kind: 'play' });
    }

    pause(): void {
      this.#send({ kind: 'pause' });
    }

    goTo(chapter: string): void {
      if (!isSlug(chapter)) return;
      // A frame holds its chapter or the whole story.
      if (chapterMeant(this.#written())) this.chapter = chapter;
      else this.#send({ kind: 'goTo', chapter });
    }

    connectedCallback(): void {
      try {
        this.#box ??= this.#build();
      } catch {
        // Whatever this browser or page lacks: what is inside stays as it is.
        return;
      }
      const far = whenNear(this, () => this.#load());
      const hear = (event: MessageEvent) => this.#hear(event);
      addEventListener('message', hear);
      const print = () => this.#readyForPaper();
      addEventListener('beforeprint', print);
      this.#leave = () => {
        far();
        removeEventListener('beforeprint', print);
        removeEventListener('message', hear);
      };
    }

    /** Moved without leaving the page (`moveBefore`): the frame plays on. */
    connectedMoveCallback(): void {}

    disconnectedCallback(): void {
      this.#leave();
      this.#frame?.remove();
      this.#frame = undefined;
      this.#reset();
    }

    attributeChangedCallback(): void {
      if (this.#box) this.#change();
    }

    /** @throws where something that it needs is missing; all that is inside is then seen */
    #build(): HTMLElement {
      const make = (tag: string, name = '', ...inside: Node[]) => {
        const element = document.createElement(tag);
        element.className = name;
        element.append(...inside);
        return element;
      };
      const canvas = document.createElement('canvas');
      canvas.width = FRAME_SIZE.usual;
      const link = document.createElement('slot');
      link.name = LINK_SLOT;
      const rest = document.createElement('slot');
      this.#poster.loading = 'lazy';
      this.#poster.alt = '';
      this.#poster.width = FRAME_SIZE.usual;
      const box = make('div', 'box', link, this.#poster);
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      root.append(rest);
      dress(root);
      root.prepend(make('div', 'width', canvas), make('div', 'room', box));
      // A parser may bring the link after the frame is there.
      rest.addEventListener('slotchange', () => this.#sort());
      this.#sort();
      return box;
    }

    #sort(): void {
      storyLink(this)?.alone?.setAttribute('slot', LINK_SLOT);
      this.#change();
    }

    #change(): void {
      if (this.#frame) this.#load();
    }

    /** Named only now: where a page's policy forbids images, their very names are told as faults. */
    #readyForPaper(): void {
      const written = this.#written();
      this.#poster.src = posterAddress(this.#homes(written)[this.#guess] ?? hints.built, written);
    }

    #homes({ link }: Written): readonly [string, ...string[]] {
      return homes({ ...hints, link });
    }

    #put(name: (typeof ATTRIBUTES)[number], value: string | null | undefined): void {
      if (value) this.setAttribute(name, value);
      else this.removeAttribute(name);
    }

    #written(): Written {
      const [chapter, theme, lang] = ATTRIBUTES.map((name) => this.getAttribute(name));
      const link = storyLink(this)?.link.href;
      return { chapter: chapter!, theme: theme!, lang: lang!, link };
    }

    #load(): void {
      const written = this.#written();
      const known = this.#homes(written);
      const src = frameAddress(known[this.#guess] ?? known[0], written);
      const frame = this.#frame ?? document.createElement('iframe');
      frame.title = this.title || storyLink(this)?.link.textContent?.trim() || 'Ballerina Assassin';
      if (frame.src === src) return;
      this.#reset();
      frame.allow = FRAME_PERMISSIONS;
      frame.src = src;
      // A page that says nothing is none of ours: the site is elsewhere, then.
      frame.onload = () =>
        setTimeout(() => {
          if (this.#heard || frame !== this.#frame || frame.src !== src) return;
          // Without a size ours says nothing either.
          if (frame.offsetWidth === 0 || this.#guess + 1 >= known.length) return;
          this.#guess++;
          this.#change();
        }, SILENCE);
      if (!this.#frame) this.#box!.append(frame);
      this.#frame = frame;
    }

    /** Back to the link in its room, nothing heard yet. */
    #reset(): void {
      if (!this.#box) return;
      this.#box.className = 'box';
      this.#box.style.height = '';
      this.#waiting ??= [];
      this.#current = undefined;
      this.#playing = false;
      this.#heard = false;
    }

    /** To whatever origin: in a sandbox a frame has none, and nothing said is a secret. */
    #send(command: Command): void {
      if (this.#waiting) this.#waiting.push(command);
      else this.#frame?.contentWindow?.postMessage(wrap(command), '*');
    }

    /** The frame is known by its window, for the same reason. */
    #hear({ source, data }: MessageEvent): void {
      if (!this.#frame || source !== this.#frame.contentWindow) return;
      const report = parseReport(data);
      if (!report) return;
      this.#heard = true;
      const { kind } = report;
      if (kind === 'height') {
        this.#box!.classList.add('shown');
        this.#fit(report.value);
        return;
      }
      if (kind === 'play' || kind === 'pause') {
        this.#playing = kind === 'play';
        this.#tell(kind);
        return;
      }
      const { chapter, title } = report;
      if (kind === 'ready') {
        const waiting = this.#waiting ?? [];
        this.#waiting = undefined;
        this.#tell(kind, { chapter, title });
        for (const command of waiting) this.#send(command);
      }
      if (this.#current === chapter) return;
      this.#current = chapter;
      this.#tell('chapter', { chapter, title });
    }

    /** The style sheet keeps the usual height; only a frame that needs more sets its own. */
    #fit(height: number): void {
      const { style } = this.#box!;
      style.height = '';
      if (Math.abs(this.#box!.offsetHeight - height) < 2) return;
      style.height = `${height}px`;
    }

    #tell(name: string, detail: unknown = { chapter: this.#current }): void {
      this.dispatchEvent(new CustomEvent(name, { detail }));
    }
  };
}
