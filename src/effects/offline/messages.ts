/** What a page tells the worker that keeps its site. */
export type Message =
  /** Keeps the story of this home; stills alone where data is to be saved. */
  | { readonly kind: 'keep'; readonly home: string; readonly saves: boolean }
  /** The reader wants the new build now. */
  | { readonly kind: 'take' };
