/** What everybody may see of replies: the JSON that pages fetch, and what servers print. Pure. */

import { replyHtml } from './markup.ts';
import { oneLine } from './readForm.ts';
import { type Threaded, threads } from './thread.ts';

/** How something came: through the form, or from a page that says so in either of two ways. */
export type Kind = 'reply' | 'webmention' | 'pingback';

/** A reply as it is kept, of which some is published. */
export interface Kept extends Threaded {
  readonly kind: Kind;
  readonly name: string;
  readonly site?: string | undefined;
  /** Markdown of a reply; of a page that mentions us the words around the link. */
  readonly text: string;
  /** Of a page that mentions us. */
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

export interface PublishedReply {
  readonly id: string;
  readonly kind: 'reply' | 'mention';
  readonly name: string;
  readonly site?: string;
  /** Safe to be shown as it is. */
  readonly html: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly title?: string;
  readonly url?: string;
  /** Absent in answers. */
  readonly answers?: readonly PublishedReply[];
}

export interface Published {
  /** How many there are, answers among them. */
  readonly count: number;
  readonly replies: readonly PublishedReply[];
}

/** @param replies all that were approved, in any order */
export function published(replies: readonly Kept[]): Published {
  return {
    count: replies.length,
    replies: threads(replies).map(({ answers, ...reply }) => ({
      ...publish(reply as Kept),
      answers: answers.map(publish),
    })),
  };
}

export function publish(reply: Kept): PublishedReply {
  const mention = reply.kind !== 'reply';
  return {
    id: reply.id,
    kind: mention ? 'mention' : 'reply',
    name: reply.name,
    ...(reply.site !== undefined && { site: reply.site }),
    html: mention ? quotation(reply.text) : replyHtml(reply.text),
    date: new Date(reply.created).toISOString(),
    ...(reply.title !== undefined && { title: reply.title }),
    ...(reply.url !== undefined && { url: reply.url }),
  };
}

/** Words of somebody's page are no Markdown. */
function quotation(text: string): string {
  const words = oneLine(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return words === '' ? '' : `<p>${words}</p>`;
}
