/** `<ballerina-story>`: a link that becomes the live scene. Its types are published in `public/embed.d.ts`. */
import type { BallerinaStoryElement } from '../../public/embed.d.ts';
import { type Command, isSlug, parseReport, wrap } from '../core/embed/message.ts';
import { FRAME_PERMISSIONS } from '../core/embed/permissions.ts';
import { chapterMeant, frameAddress, type Written } from './address.ts';
import { whenNear } from './near.ts';
import { dress } from './sheet.ts';

const ATTRIBUTES = ['chapter', 'theme', 'lang'] as const;

/** @param home the site's address, ending with a slash: the only place frames come from */
export function storyElement(home: string): new () => BallerinaStoryElement {
  return class extends HTMLElement implements BallerinaStoryElement {
    static readonly observedAttributes = ATTRIBUTES;
    #box: HTMLElement | undefined;
    #frame: HTMLIFrameElement | undefined;
    /** What to undo when it leaves the page. */
    #leave = () => {};
    /** Commands for a frame that does not listen yet. */
    #waiting: Command[] | undefined = [];
    #current: string | undefined;
    #playing = false;

    get playing(): boolean {
      return this.#playing;
    }

    get chapter(): string | undefined {
      return this.#current ?? chapterMeant(this.#written());
    }

    set chapter(slug: string | null | undefined) {
      if (slug) this.setAttribute('chapter', slug);
      else this.removeAttribute('chapter');
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
      const far = whenNear(this, () => this.#load());
      const hear = (event: MessageEvent) => this.#hear(event);
      addEventListener('message', hear);
      this.#leave = () => {
        far();
        removeEventListener('message', hear);
      };
      if (this.#box) return;
      const root = this.attachShadow({ mode: 'open' });
      dress(root);
      this.#box = root.appendChild(document.createElement('div'));
      // A parser may bring the link after the frame is there.
      this.#box
        .appendChild(document.createElement('slot'))
        .addEventListener('slotchange', () => this.#frame && this.#load());
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
      if (this.#frame) this.#load();
    }

    #written(): Written {
      const [chapter, theme, lang] = ATTRIBUTES.map((name) => this.getAttribute(name));
      return { chapter: chapter!, theme: theme!, lang: lang!, link: this.querySelector('a')?.href };
    }

    #load(): void {
      const src = frameAddress(home, this.#written());
      const frame = this.#frame ?? document.createElement('iframe');
      frame.title = this.title || this.textContent?.trim() || 'Ballerina Assassin';
      if (frame.src === src) return;
      this.#reset();
      frame.allow = FRAME_PERMISSIONS;
      frame.src = src;
      if (!this.#frame) this.#box!.append(frame);
      this.#frame = frame;
    }

    /** Back to the link in its room, nothing heard yet. */
    #reset(): void {
      this.#box!.className = '';
      this.#box!.style.height = '';
      this.#waiting = [];
      this.#current = undefined;
      this.#playing = false;
    }

    #send(command: Command): void {
      if (this.#waiting) this.#waiting.push(command);
      else this.#frame?.contentWindow?.postMessage(wrap(command), new URL(home).origin);
    }

    #hear({ source, origin, data }: MessageEvent): void {
      if (!this.#frame || source !== this.#frame.contentWindow) return;
      if (origin !== new URL(home).origin) return;
      const report = parseReport(data);
      if (!report) return;
      const { kind } = report;
      if (kind === 'height') {
        this.#box!.className = 'shown';
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
