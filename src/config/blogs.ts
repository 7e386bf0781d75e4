/** The kinds of blogs that the guide knows the way into. What is said of each is in `src/i18n`, under `places`. */

export interface Blog {
  readonly id: string;
  /** Its own name, the same in every language; absent where it has to be described. */
  readonly name?: string;
  /** What is pasted there. */
  readonly box: 'link' | 'element' | 'frame' | 'address';
  /** Where to, as the steps' pictures show it. */
  readonly into: 'line' | 'block' | 'source' | 'menu';
  /** What readers then see: the dance, or a card with the poster. */
  readonly shows: 'live' | 'card';
}

export const BLOGS = [
  { id: 'wordpress', box: 'link', into: 'line', shows: 'live' },
  { id: 'wordpressPaid', box: 'link', into: 'line', shows: 'live' },
  { id: 'wordpressFree', box: 'link', into: 'line', shows: 'card' },
  { id: 'blogger', name: 'Blogger', box: 'frame', into: 'source', shows: 'live' },
  { id: 'substack', name: 'Substack', box: 'link', into: 'line', shows: 'card' },
  { id: 'squarespace', name: 'Squarespace', box: 'frame', into: 'block', shows: 'live' },
  { id: 'wix', name: 'Wix', box: 'frame', into: 'block', shows: 'live' },
  { id: 'ghost', name: 'Ghost', box: 'element', into: 'menu', shows: 'live' },
  { id: 'tumblr', name: 'Tumblr', box: 'link', into: 'line', shows: 'card' },
  { id: 'medium', name: 'Medium', box: 'link', into: 'line', shows: 'card' },
  { id: 'notion', name: 'Notion', box: 'address', into: 'menu', shows: 'live' },
  { id: 'html', box: 'element', into: 'source', shows: 'live' },
  { id: 'other', box: 'frame', into: 'block', shows: 'live' },
] as const satisfies readonly Blog[];
