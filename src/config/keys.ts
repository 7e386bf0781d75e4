/** Names shared between modules: storage, events, attributes. */

export const STORAGE_KEYS = {
  /** 'still' or 'moving', when the reader chose. */
  motion: 'ballerina.motion',
  /** JSON of a Place: where the reader left. */
  place: 'ballerina.place',
} as const;

export const EVENTS = {
  /** On document, when another chapter is being read; detail: { slug, order }. */
  chapter: 'story:chapter',
  /** On document, when something was shared; detail: { slug, what, how }, see `effects/sharing/announce.ts`. */
  share: 'story:share',
} as const;
