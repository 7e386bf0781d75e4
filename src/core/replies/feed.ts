/** The moderator's feed: what waits to be read. Pure. */
import XMLBuilder from 'fast-xml-builder';
import type { Kept } from './published.ts';

/** What XML 1.0 has no place for, not even escaped (production 2). */
const NO_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * @param desk absolute address of the desk
 * @param waiting the newest first
 */
export function deskFeed(
  desk: string,
  title: string,
  waiting: readonly (Kept & { readonly place: string })[],
): string {
  const item = ({ id, name, place, text, created, url }: (typeof waiting)[number]) => ({
    title: `${name}: ${place}`,
    link: `${desk}#reply-${id}`,
    guid: { '#text': id, '@isPermaLink': 'false' },
    pubDate: new Date(created).toUTCString(),
    // Readers take a description for HTML: escaped once for that and once for XML.
    description: `${url ? `${url}\n\n` : ''}${text}`.replace(
      /[&<>]/g,
      (sign) => `&#${sign.charCodeAt(0)};`,
    ),
  });
  return new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' })
    .build({
      '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
      rss: {
        '@version': '2.0',
        channel: { title, link: desk, description: title, item: waiting.map(item) },
      },
    })
    .replace(NO_XML, '');
}
