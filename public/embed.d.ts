/**
 * Types of `<ballerina-story>`, the element that embed.js defines.
 *
 *     /// <reference path="./embed.d.ts" />
 *     const story = document.querySelector('ballerina-story');
 *     story?.addEventListener('chapter', ({ detail }) => console.log(detail.title));
 */

/** Which chapter is danced. */
export interface BallerinaStoryChapter {
  /** The last part of its address: `john-wick`. */
  readonly chapter: string;
  readonly title: string;
}

/** Events on the element; none of them bubbles. */
export interface BallerinaStoryEventMap {
  /** The frame has loaded and listens. */
  ready: CustomEvent<BallerinaStoryChapter>;
  /** The chapter changed; also sent for the first one, after `ready`. */
  chapter: CustomEvent<BallerinaStoryChapter>;
  /** The dance moves: by itself when it comes into view, by its button or by `play()`. */
  play: CustomEvent<{ readonly chapter: string | undefined }>;
  /** It stands still. */
  pause: CustomEvent<{ readonly chapter: string | undefined }>;
}

export interface BallerinaStoryElement extends HTMLElement {
  /** The chapter that is danced, or that the attribute or the link inside names; undefined for the whole story. Setting it sets the attribute. */
  get chapter(): string | undefined;
  set chapter(slug: string | null | undefined);
  /** `dark` (also when undefined), `light` or `auto`, as the attribute. */
  get theme(): string | undefined;
  set theme(theme: string | null | undefined);
  /** Whether the dance moves. */
  readonly playing: boolean;
  /** Plays when it can: in view, and unless the reader's system asks for less motion. */
  play(): void;
  pause(): void;
  /** Goes to a chapter's beginning. Unknown chapters are ignored. */
  goTo(chapter: string): void;
  addEventListener<K extends keyof BallerinaStoryEventMap>(
    type: K,
    listener: (this: BallerinaStoryElement, event: BallerinaStoryEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'ballerina-story': BallerinaStoryElement;
  }
}
