/**
 * Replies and their form as HTML: the same for pages as they are built, as the service
 * prints them and as the page's own script shows them. Pure.
 */
import type { CountedWord, Word, Wording } from '../../schemas/wording.ts';
import { escapeText } from '../site/feed/escapeText.ts';
import { piecesOf } from '../wording/pieces.ts';
import { formFor, markOf, say, type Values } from '../wording/say.ts';
import { FIELD_LIMITS } from './limits.ts';
import { STRANGERS } from './markup.ts';
import type { Published, PublishedReply } from './published.ts';
import { type Fault, type Faults, type Field, HONEY, type Typed } from './readForm.ts';

export type ReplyWords = Wording['replies'];

export interface Shown {
  readonly words: ReplyWords;
  /** The page's, for dates. */
  readonly language: string;
  /** Where a reply is answered without script: what the id is put behind; absent where nobody may write. */
  readonly answer?: string;
}

/** A word as markup: marked where it is English on a page that is not, and what is to be typed as code. */
export function said(word: Word, values: Values = {}): string {
  const pieces = piecesOf(word).map((piece) => {
    if ('code' in piece) return `<code>${escapeText(piece.code)}</code>`;
    return escapeText('name' in piece ? String(values[piece.name] ?? '') : piece.text);
  });
  const { lang, dir } = markOf(word);
  return lang ? `<span lang="${lang}" dir="${dir}">${pieces.join('')}</span>` : pieces.join('');
}

/** How many there are, as a sentence. */
export const countOf = (count: number, words: ReplyWords, language: string): string =>
  said(formFor(words.count as CountedWord, count, language), { count });

/** All replies of a place. */
export function printReplies({ replies }: Published, shown: Shown): string {
  if (replies.length === 0) return '';
  return `<ol class="replies__list">${replies.map((reply) => printReply(reply, shown)).join('')}</ol>`;
}

/** Threads that a chapter's end shows; all have a page of their own. */
const SHOWN = 6;

/** What a chapter's end fetches: printed, so that it needs no words and no printer, and short however many reply. */
export function listed(all: Published, page: string, shown: Shown) {
  const { count } = all;
  const replies = all.replies.slice(0, SHOWN);
  const more = replies.length < all.replies.length;
  return {
    count,
    said: countOf(count, shown.words, shown.language),
    html: `${printReplies({ count, replies }, shown)}${more ? `<p><a href="${escapeText(page)}">${said(shown.words.all)}</a></p>` : ''}`,
    replies: replies.map(factsOf),
  };
}

/** Without the words, which stand in the markup. */
const factsOf = ({ html: _html, answers, ...facts }: PublishedReply): object => ({
  ...facts,
  ...(answers?.length && { answers: answers.map(factsOf) }),
});

/** @param waiting it is shown to its writer alone, who is told so */
export function printReply(reply: PublishedReply, shown: Shown, waiting = false): string {
  const { words, language, answer } = shown;
  const { id, kind, name, site, html, date, title, url, answers = [] } = reply;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const who = `<bdi>${escapeText(name)}</bdi>`;
  const author = site
    ? `<a class="reply__name" href="${escapeText(site)}" rel="${STRANGERS}">${who}</a>`
    : `<span class="reply__name">${who}</span>`;
  const when = `<time datetime="${date}">${escapeText(day.format(new Date(date)))}</time>`;
  const place =
    kind === 'mention' && url !== undefined
      ? `<p class="reply__source"><a href="${escapeText(url)}" rel="${STRANGERS}"><cite dir="auto">${escapeText(title ?? url)}</cite></a></p>`
      : '';
  const body = kind === 'mention' ? html && `<blockquote dir="auto">${html}</blockquote>` : html;
  const mark = waiting ? ` <em class="reply__mark">${said(words.mark)}</em>` : '';
  const link =
    answer !== undefined && kind === 'reply' && !waiting && reply.answers
      ? `<p class="reply__answer"><a href="${escapeText(answer)}${id}#leave" data-answers="${id}" data-said="${escapeText(say(words.answering, { name }))}">${said(words.answer, { name })}</a></p>`
      : '';
  const below = answers.length
    ? `<ol class="replies__list">${answers.map((one) => printReply(one, shown)).join('')}</ol>`
    : '';
  return `<li class="reply reply--${kind}" id="reply-${id}"><p class="reply__head">${author} <span class="reply__when">${when}${mark}</span></p>${place}<div class="reply__words" dir="auto">${body}</div>${link}${below}</li>`;
}

export interface FormState {
  /** Where it is posted to. */
  readonly action: string;
  /** Told apart from the other forms of a page by this, in ids. */
  readonly id: string;
  readonly typed?: Partial<Typed>;
  readonly faults?: Faults;
  /** Says when it was given out; of a page that is built before, there is none. */
  readonly stamp?: string;
  /** The name of whom it answers. */
  readonly answering?: string;
}

/** What is wrong with a field, in words. */
function faultWord(words: ReplyWords, field: Field, fault: Fault): { word: Word; values: Values } {
  if (fault === 'long') return { word: words.long, values: { count: FIELD_LIMITS[field] } };
  if (fault === 'missing')
    return { word: field === 'name' ? words.noName : words.noText, values: {} };
  return { word: field === 'site' ? words.wrongSite : words.wrongEmail, values: {} };
}

export const printForm = (state: FormState, words: ReplyWords): string =>
  `<form class="replies__form" method="post" action="${escapeText(state.action)}">${printFields(state, words)}</form>`;

/** What is in the form. */
export function printFields(state: Omit<FormState, 'action'>, words: ReplyWords): string {
  const { id, typed = {}, faults = {}, stamp, answering } = state;
  const field = (name: Field, label: Word, attributes: string, required: boolean): string => {
    const fault = faults[name];
    const told = fault && faultWord(words, name, fault);
    const note = told
      ? `<span class="replies__fault" id="${id}-${name}-fault">${said(told.word, told.values)}</span>`
      : '';
    const all = [
      `name="${name}"`,
      attributes,
      `maxlength="${FIELD_LIMITS[name]}"`,
      required ? 'required' : '',
      told ? `aria-invalid="true" aria-describedby="${id}-${name}-fault"` : '',
    ]
      .filter(Boolean)
      .join(' ');
    const value = typed[name] ?? '';
    const control =
      name === 'text'
        ? `<textarea ${all} rows="5">\n${escapeText(value)}</textarea>`
        : `<input ${all}${value && ` value="${escapeText(value)}"`}>`;
    const mark = required ? ` <small>${said(words.required)}</small>` : '';
    return `<p class="replies__field replies__field--${name}"><label><span>${said(label)}${mark}</span>${control}</label>${note}</p>`;
  };
  return [
    `<p class="replies__answering">${answering === undefined ? '' : said(words.answering, { name: answering })}</p>`,
    field('name', words.name, 'autocomplete="name"', true),
    field('text', words.text, '', true),
    field('site', words.site, 'inputmode="url" autocomplete="url"', false),
    field('email', words.email, 'type="email" autocomplete="email"', false),
    `<p class="replies__empty" hidden><label>${said(words.honey)}<input name="${HONEY}" tabindex="-1" autocomplete="off"></label></p>`,
    `<input type="hidden" name="parent" value="${escapeText(typed.parent ?? '')}">`,
    stamp === undefined ? '' : `<input type="hidden" name="stamp" value="${escapeText(stamp)}">`,
    `<p class="replies__hint">${said(words.hint)}</p>`,
    `<p class="replies__send"><button type="submit">${said(words.send)}</button></p>`,
  ].join('');
}
