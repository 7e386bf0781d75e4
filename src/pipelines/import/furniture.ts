/**
 * What stands on a page beside an article and in its text when it is copied: bylines, share bars, related posts,
 * forms for replies. Each is left out with its reason, and only what is certainly no sentence of the article. Pure.
 */
import type { Element, ElementContent } from 'hast';
import type { Article, ArticleFacts, Dropped } from './article.ts';
import { bylineOf } from './byline.ts';
import { element, isElement } from './clean/elements.ts';
import { countWords, textOf } from './clean/text.ts';
import { candidatesOf } from './headings.ts';
import { plainWords } from './write/readWords.ts';

export interface Furnished {
  /** With what the page itself says of author, date, title. */
  readonly facts: ArticleFacts;
  readonly blocks: readonly ElementContent[];
  readonly dropped: readonly Dropped[];
  /** Words that became a field of the story, each whole. */
  readonly used: readonly string[];
}

/** What a line says that is on nearly every blog, as a whole line; anywhere. */
const SURELY: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:skip to (?:main )?content|zum inhalt springen|aller au contenu(?: principal)?|saltar al contenido)$/i,
    'a link of the page',
  ],
  [
    /^(?:your email address will not be published|votre adresse e-?mail ne sera pas publiée|(?:deine|ihre) e-mail-adresse wird nicht veröffentlicht|tu dirección de correo electrónico no será publicada|il tuo indirizzo email non sarà pubblicato|o seu endereço de e-?mail não será publicado)\b.*$/i,
    'a form for replies',
  ],
  [
    /^(?:required fields are marked|les champs obligatoires sont indiqués avec|erforderliche felder sind mit|los campos obligatorios están marcados con)\b.{0,20}$/i,
    'a form for replies',
  ],
  [/^save my name, email,? and website in this browser.*$/i, 'a form for replies'],
  [
    /^(?:(?:this|our) (?:web)?site uses cookies|we (?:and our partners )?use cookies|cookies? (?:policy|notice|settings)$|accept (?:all )?cookies|ce site utilise des cookies|nous utilisons des cookies|(?:diese|unsere) website (?:benutzt|verwendet|nutzt) cookies|wir verwenden cookies|(?:este sitio|esta web) utiliza cookies|utilizamos cookies).*$/i,
    'a notice of cookies',
  ],
  [
    /^(?:click to (?:share|email|print).*|share (?:this|on|via|with)\b.{0,60}|tweet this|pin it|like this: ?like loading(?:\.\.\.|…)|like loading(?:\.\.\.|…)|loading(?:\.\.\.|…))$/i,
    'a share bar',
  ],
  [/^(?:advertisements?|sponsored|werbung|anzeige|publicité|publicidad)$/i, 'an advertisement'],
  [
    /^(?:\d+ (?:min(?:ute)?s? )?read(?:ing time)?|reading time:? .{1,20}|\d+ min(?:uten)? lesezeit|temps de lecture ?: .{1,20})$/i,
    'the time that it takes to read',
  ],
];

/** The same where only short lines and other furniture follow. */
const AT_THE_END: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:leave a (?:reply|comment)|post a comment|add a comment|cancel reply|post comment|reply|laisser un commentaire|poster un commentaire|schreibe einen kommentar|kommentar (?:hinterlassen|abschicken)|deja (?:una respuesta|un comentario)|lascia un commento|deixe um comentário)(?: cancel reply| to .{1,60})?$/i,
    'a form for replies',
  ],
  [
    /^(?:name|email|website|comment|nom|e-mail|site web|commentaire|nombre|kommentar) ?\*?$/i,
    'a form for replies',
  ],
  [
    /^(?:comments are closed|be the first to comment|log ?in to (?:reply|comment)|comments?)\.?$/i,
    'comments',
  ],
  [
    /^(?:share|tweet|pin|e?mail|print|facebook|twitter|x|whatsapp|pinterest|reddit|linkedin|telegram|mastodon|bluesky|tumblr|pocket|copy link|more|like|partager|teilen|compartir|condividi|compartilhar)(?:[\s|·•,/]+(?:this|share|tweet|pin|e?mail|print|facebook|twitter|x|whatsapp|pinterest|reddit|linkedin|telegram|mastodon|bluesky|tumblr|pocket|copy link|more|like))*:?$/i,
    'a share bar',
  ],
  [
    /^(?:related(?: posts?| articles?| reading| stories)?|you (?:may|might) (?:also )?(?:like|enjoy)|read (?:more|next|also)|see also|more (?:from|stories|posts|like this|articles)\b.{0,40}|recommended(?: for you| reading)?|(?:popular|recent|similar) posts?|articles (?:similaires|liés)|à lire aussi|ähnliche (?:beiträge|artikel)|das könnte (?:dich|sie) auch interessieren|(?:artículos|entradas) relacionad[oa]s|también te puede interesar|articoli correlati|artigos relacionados):?$/i,
    'related posts',
  ],
  [
    /^(?:(?:«|←|<|‹)?\s*(?:previous|older)(?: post| article| story)?\b.{0,120}|(?:next|newer)(?: post| article| story)\b.{0,120}|older posts?|newer posts?)$/i,
    'a link to another post',
  ],
  [/^.{0,140}\bclick here(?:…|\.{1,3})?$/i, 'related posts'],
  [
    /^(?:subscribe|sign up|newsletter|join (?:my|our|the) (?:mailing list|newsletter)|enter your email|get new posts|abonnez-vous|abonnieren|suscríbete)\b.{0,120}$/i,
    'an invitation to subscribe',
  ],
  [
    /^(?:tags?|categor(?:y|ies)|filed under|posted in|labels?|tagged(?: with)?|schlagwörter|kategorien?|étiquettes|catégories?|etiquetas|categorías?)\s*:?\s.{0,200}$/i,
    'labels of the post',
  ],
  [/^(?:©|\(c\) \d{4}|copyright\b|all rights reserved).{0,160}$/i, 'a notice of rights'],
  [
    /^(?:proudly )?powered by (?:wordpress|blogger|ghost|squarespace|wix|medium|substack)\b.{0,60}$/i,
    'a notice of the page',
  ],
];

/** From here on others speak. */
const COMMENTS =
  /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:comments?|responses?|replies|thoughts?)(?: (?:on|to) .*)?:?$|^\d+ (?:commentaires?|kommentare?|comentarios?)(?: .*)?$/i;

/** A line of the page has no more words. */
const LINE = 24;

/** Takes an article apart from what stood round it. */
export function removeFurniture(article: Article): Furnished {
  const dropped: Dropped[] = [];
  const used: string[] = [];
  let blocks = [...article.body.children] as ElementContent[];
  const drop = (block: ElementContent, reason: string) => {
    const words = textOf(block);
    if (words !== '') dropped.push({ words, reason });
  };
  let facts = article.facts;
  const titled = takeTitle(blocks, facts, used, drop);
  blocks = titled.blocks;
  facts = titled.facts;
  const signed = takeByline(blocks, facts, drop);
  blocks = signed.blocks;
  facts = signed.facts;
  blocks = blocks.flatMap((block) => withoutRepeats(block, facts, drop));
  blocks = blocks.filter((block) => {
    const reason = reasonOf(block, SURELY) ?? contents(block);
    if (reason) drop(block, reason);
    return !reason;
  });
  const end = endOf(blocks);
  let last: string | undefined;
  const kept = blocks.filter((block, at) => {
    if (at < end) return true;
    const reason =
      last === 'comments of readers'
        ? last
        : (reasonOf(block, AT_THE_END) ?? commentsAt(block) ?? follows(block, last));
    if (reason) drop(block, reason);
    last = reason;
    return !reason;
  });
  return { facts, blocks: kept, dropped, used };
}

const same = (one: string, other: string | undefined): boolean =>
  other !== undefined && plainWords(one).toLowerCase() === plainWords(other).toLowerCase();

/** The title's own words, and those before its colon. */
const namesOf = (title: string): string[] => {
  const short = /^(.{3,}?)\s*[:–—|]\s/.exec(title)?.[1];
  return short === undefined ? [title] : [title, short];
};

type Drop = (block: ElementContent, reason: string) => void;

/** The title where it stands at the head of the words; lines there that repeat it. */
function takeTitle(
  all: readonly ElementContent[],
  said: ArticleFacts,
  used: string[],
  drop: Drop,
): { blocks: ElementContent[]; facts: ArticleFacts } {
  const blocks = [...all];
  const head = blocks.slice(0, 8);
  const firstWords = head.findIndex(
    (block) => isElement(block, 'p') && countWords(textOf(block)) > LINE,
  );
  const before = head.slice(0, firstWords < 0 ? head.length : firstWords);
  const only = blocks.filter((block) => isElement(block, 'h1'));
  const own =
    before.find(
      (block) =>
        said.title !== undefined &&
        isElement(block, 'h1', 'h2', 'h3', 'p') &&
        same(textOf(block), said.title),
    ) ??
    (only.length === 1 && before.includes(only[0]!) ? only[0] : undefined) ??
    (said.title === undefined && firstWords !== 0 ? nameLine(blocks) : undefined);
  if (!own) return { blocks, facts: said };
  const title = said.title ?? textOf(own);
  const facts: ArticleFacts = { ...said, title };
  const remove = (block: ElementContent) => void blocks.splice(blocks.indexOf(block), 1);
  if (same(textOf(own), title)) {
    used.push(textOf(own));
    remove(own);
  } else if (plainWords(title).includes(plainWords(textOf(own)))) {
    // The page's own heading is the title without the site's name.
    used.push(textOf(own));
    remove(own);
    return { blocks, facts: { ...facts, title: textOf(own) } };
  } else return { blocks, facts };
  for (const block of before) {
    if (block === own || !isElement(block, 'p', 'h1', 'h2', 'h3', 'h4')) continue;
    if (namesOf(title).some((name) => same(textOf(block), name))) {
      drop(block, 'it repeats the title');
      remove(block);
    } else if (said.subtitle !== undefined && same(textOf(block), said.subtitle)) {
      used.push(textOf(block));
      remove(block);
    }
  }
  return { blocks, facts };
}

/** A line in bold or capitals at the very beginning, where nothing else says the title. */
function nameLine(blocks: readonly ElementContent[]): Element | undefined {
  const [first] = candidatesOf(blocks);
  const block = blocks[0];
  return first?.at === 0 && (first.kind === 'bold' || first.kind === 'upper') && isElement(block)
    ? block
    : undefined;
}

function takeByline(
  all: readonly ElementContent[],
  said: ArticleFacts,
  drop: Drop,
): { blocks: ElementContent[]; facts: ArticleFacts } {
  let facts = said;
  const blocks = all.filter((block, at) => {
    const near = at < 6 || at >= all.length - 3;
    if (!near || !isElement(block, 'p', 'h4', 'h5', 'h6')) return true;
    const found = bylineOf(textOf(block), said.author);
    if (!found) return true;
    // The author's own words say more than what a reader guesses; a source's fields say more than both.
    facts = {
      ...facts,
      ...(facts.author === undefined && found.author !== undefined && { author: found.author }),
      ...(facts.published === undefined &&
        found.published !== undefined && { published: found.published }),
    };
    drop(block, found.author ? 'the byline, kept as the author' : 'the date, kept as the date');
    return false;
  });
  return { blocks, facts };
}

/** A caption, or a line that was one, that says no more than the title. */
function withoutRepeats(
  block: ElementContent,
  { title }: ArticleFacts,
  drop: Drop,
): ElementContent[] {
  if (title === undefined) return [block];
  const repeats = (node: Element) => namesOf(title).some((name) => same(textOf(node), name));
  if (isElement(block, 'p') && repeats(block)) {
    drop(block, 'a caption that repeats the title');
    return [];
  }
  if (!isElement(block, 'figure')) return [block];
  const children = block.children.filter((child) => {
    if (!isElement(child, 'figcaption') || !repeats(child)) return true;
    drop(child, 'a caption that repeats the title');
    return false;
  });
  return [element('figure', children, block.properties)];
}

function reasonOf(
  block: ElementContent,
  known: readonly (readonly [RegExp, string])[],
): string | undefined {
  if (!isElement(block) || isElement(block, 'figure', 'table', 'pre', 'blockquote'))
    return undefined;
  const text = textOf(block);
  if (isElement(block, 'ul', 'ol')) {
    const items = block.children.map((item) => textOf(item as Element));
    const reasons = items.map((item) => known.find(([line]) => line.test(item))?.[1]);
    return reasons.length > 0 && reasons.every(Boolean) ? reasons[0] : undefined;
  }
  if (countWords(text) > 60) return undefined;
  return known.find(([line]) => line.test(text))?.[1];
}

/** A list that only leads to places of the article: stories have one of their own. */
function contents(block: ElementContent): string | undefined {
  if (!isElement(block, 'ul', 'ol')) return undefined;
  const leaves = (node: Element): boolean[] =>
    node.children.flatMap((child) => {
      if (child.type === 'text') return child.value.trim() === '' ? [] : [false];
      if (isElement(child, 'a')) return [String(child.properties['href'] ?? '').startsWith('#')];
      return isElement(child) ? leaves(child) : [];
    });
  const all = leaves(block);
  return all.length > 1 && all.every(Boolean)
    ? 'a table of contents, which the story has itself'
    : undefined;
}

const commentsAt = (block: ElementContent): string | undefined =>
  isElement(block, 'p', 'h1', 'h2', 'h3', 'h4') && COMMENTS.test(textOf(block))
    ? 'comments of readers'
    : undefined;

/** Short lines below a heading of the page: links to other posts, fields of the form. */
function follows(block: ElementContent, last: string | undefined): string | undefined {
  if (last !== 'related posts' && last !== 'a form for replies') return undefined;
  const text = textOf(block);
  const items = isElement(block, 'ul', 'ol') ? block.children.length : 1;
  if (!isElement(block, 'p', 'h3', 'h4', 'h5', 'h6', 'ul', 'figure')) return undefined;
  const linked = isLinked(block);
  if (last === 'a form for replies')
    return countWords(text) <= 4 && !/[.!?…]$/.test(text) ? last : undefined;
  return linked && countWords(text) <= LINE * items ? last : undefined;
}

/** Whether a block is links and nothing else. */
function isLinked(node: ElementContent): boolean {
  if (node.type === 'text') return /^[\s·•|,–—-]*$/.test(node.value);
  if (!isElement(node) || isElement(node, 'a', 'img', 'br')) return true;
  return node.children.every(isLinked);
}

/** Where the last block begins, or ends, that is surely words of the article. */
function endOf(blocks: readonly ElementContent[]): number {
  const comments = blocks.findIndex(
    (block, at) => at >= blocks.length / 3 && commentsAt(block) !== undefined,
  );
  const all = comments < 0 ? blocks : blocks.slice(0, comments);
  const last = all.findLastIndex((block) => {
    if (isElement(block, 'table', 'pre', 'blockquote', 'figure'))
      return reasonOf(block, AT_THE_END) === undefined && textOf(block) !== '';
    return (
      isElement(block) &&
      reasonOf(block, AT_THE_END) === undefined &&
      countWords(textOf(block)) > LINE &&
      !isLinked(block)
    );
  });
  return last + 1;
}
