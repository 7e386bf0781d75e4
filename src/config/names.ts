/** Names shared between modules: storage, events, attributes. */

export const STORAGE_KEYS = {
  /** 'still' or 'moving', when the reader chose. */
  motion: 'ballerina.motion',
  /** JSON of a Place: where the reader left the story at the root; of others their name follows. */
  place: 'ballerina.place',
  /** JSON of what the reader chose about sound, captions and staff. */
  sound: 'ballerina.sound',
} as const;

/** The editor's note of a page: where it is, and the end of the id of what leads there, to lead back. */
export const NOTE = { id: 'editors-note', mark: 'note-mark' } as const;

export const EVENTS = {
  /** On document, when another chapter is being read; detail: { slug, order }. */
  chapter: 'story:chapter',
  /** On document, when something was shared; detail: { slug, what, how }, see `effects/sharing/announce.ts`. */
  share: 'story:share',
  /** On document, when sound was switched on or off by the reader; detail: { on, cue }, `cue` the id of the chapter's piece. */
  sound: 'story:sound',
} as const;

/** The worker that keeps stories for where there is no network, below the site's base: it governs what lies beside it. */
export const SERVICE_WORKER = 'offline.js';
