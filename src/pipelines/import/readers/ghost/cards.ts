/** Cards of Ghost's editor as HTML: what a reader of the post would read of them. Pure. */

import type { RootContent } from 'hast';
import { escapeText } from '../../../../core/site/feed/escapeText.ts';
import type { Dropped } from '../../article.ts';
import { fragmentOf, markdownFragmentOf } from '../../fragment.ts';

export type Card = Readonly<Record<string, unknown>>;

/** What was left out on the way. */
export interface Report {
  readonly dropped: Dropped[];
  readonly warnings: string[];
  /** Markdown cards so far. */
  cards: number;
}

const of = (card: unknown, name: string): string => {
  const value = typeof card === 'object' && card !== null ? (card as Card)[name] : undefined;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};
const when = (said: string, html: (said: string) => string): string => (said ? html(said) : '');
const link = (address: string, words: string): string =>
  when(words || address, (said) => `<p><a href="${escapeText(address)}">${said}</a></p>`);
const picture = (card: unknown, caption = ''): string => {
  const image = `<img src="${escapeText(of(card, 'src'))}" alt="${escapeText(of(card, 'alt'))}">`;
  const href = of(card, 'href');
  return `<figure>${href ? `<a href="${escapeText(href)}">${image}</a>` : image}${figcaption(caption)}</figure>`;
};
const figcaption = (caption: string): string =>
  when(caption, (said) => `<figcaption>${said}</figcaption>`);
const shown = (address: string): string =>
  when(address, (said) => `<iframe src="${escapeText(said)}"></iframe>`);
const image = (address: string): string => when(address, (src) => picture({ src }));
const button = (card: Card, words: string, address: string): string =>
  of(card, words) ? link(of(card, address), escapeText(of(card, words))) : '';

/** Cards whose words and pictures are HTML at once. Captions, headings and texts of cards are HTML already. */
const HTML: Readonly<Record<string, (card: Card, report: Report) => string>> = {
  image: (card) => picture(card, of(card, 'caption')),
  gallery(card) {
    const images = Array.isArray(card['images']) ? card['images'] : [];
    const pictures = images.map((one) => picture(one, of(one, 'caption'))).join('');
    return pictures + when(of(card, 'caption'), (said) => `<p>${said}</p>`);
  },
  html: (card) => of(card, 'html'),
  codeblock: (card) =>
    `<pre><code class="language-${escapeText(of(card, 'language'))}">${escapeText(of(card, 'code'))}</code></pre>${when(of(card, 'caption'), (said) => `<p>${said}</p>`)}`,
  horizontalrule: () => '<hr>',
  bookmark(card, { dropped }) {
    const metadata = card['metadata'];
    const [title, description] = ['title', 'description'].map(
      (name) => of(card, name) || of(metadata, name),
    );
    if (description)
      dropped.push({
        words: description,
        reason: 'what a link’s card says of the page that it leads to',
      });
    const said = when(of(card, 'caption'), (words) => `<p>${words}</p>`);
    return link(of(card, 'url'), escapeText(title || of(card, 'url'))) + said;
  },
  embed: (card) =>
    `<figure>${/<blockquote/i.test(of(card, 'html')) ? of(card, 'html') : shown(of(card, 'url'))}${figcaption(of(card, 'caption'))}</figure>`,
  video: (card) => `<figure>${shown(of(card, 'src'))}${figcaption(of(card, 'caption'))}</figure>`,
  audio: (card) => link(of(card, 'src'), escapeText(of(card, 'title'))),
  file: (card) =>
    link(of(card, 'src'), escapeText(of(card, 'fileTitle') || of(card, 'fileName'))) +
    when(of(card, 'fileCaption'), (said) => `<p>${escapeText(said)}</p>`),
  toggle: (card) => `<p><strong>${of(card, 'heading')}</strong></p>${of(card, 'content')}`,
  callout(card) {
    const sign = when(of(card, 'calloutEmoji'), (one) => `${escapeText(one)} `);
    return `<p>${sign}${of(card, 'calloutText').replace(/^\s*<p\b[^>]*>/, '')}</p>`;
  },
  button: (card) => button(card, 'buttonText', 'buttonUrl'),
  header: (card) =>
    image(of(card, 'backgroundImageSrc')) +
    when(of(card, 'header'), (said) => `<h2>${said}</h2>`) +
    when(of(card, 'subheader'), (said) => `<p>${said}</p>`) +
    (card['buttonEnabled'] ? button(card, 'buttonText', 'buttonUrl') : ''),
  product: (card) =>
    image(of(card, 'productImageSrc')) +
    when(of(card, 'productTitle'), (said) => `<h4>${said}</h4>`) +
    of(card, 'productDescription') +
    (card['productButtonEnabled'] ? button(card, 'productButton', 'productUrl') : ''),
  'call-to-action': (card) =>
    (card['hasSponsorLabel'] ? of(card, 'sponsorLabel') : '') +
    image(of(card, 'imageUrl')) +
    of(card, 'textValue') +
    (card['showButton'] ? button(card, 'buttonText', 'buttonUrl') : ''),
};

/** Cards that no reader of the page sees, or that only Ghost can fill. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  email: 'shown in e-mails alone',
  'email-cta': 'shown in e-mails alone',
  signup: 'a form',
  transistor: 'a player that only Ghost itself can show',
};

/** @returns the card as a raw tree; nothing for one that is left out, which is reported */
export function cardTree(type: string, card: Card, report: Report): RootContent[] {
  if (type === 'markdown' || type === 'card-markdown') {
    report.cards += 1;
    return markdownFragmentOf(of(card, 'markdown'), `card-${report.cards}-`);
  }
  if (type === 'paywall') {
    report.warnings.push(
      'A part of the post is for members alone: in the story anyone can read it.',
    );
    return [];
  }
  const html = HTML[type]?.(card, report);
  if (html !== undefined) return fragmentOf(html);
  const words = Object.entries(card)
    .filter(
      ([name, value]) => typeof value === 'string' && /html|text|header|disclaimer/i.test(name),
    )
    .map(([, value]) =>
      String(value)
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
    .join(' ');
  const reason = LEFT_OUT[type] ?? `a card of a kind that is not known, “${type}”`;
  report.dropped.push({ words: words || type, reason });
  return [];
}
