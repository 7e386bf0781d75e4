/**
 * What a page has and an article does not: looks, scripts, frames, forms, what nobody sees. Its words are
 * listed; marks of a word processor become the elements that they mean. Pure.
 */
import type { Comment, Element, ElementContent, Properties, RootContent } from 'hast';
import type { Dropped, SourceImage } from '../article.ts';
import { classOf, element, hasContent, isBlock, isElement, PHRASES, text } from './elements.ts';
import { pictureAddress } from './picture.ts';
import { countWords, mendText, textOf } from './text.ts';

/** What is known of the source, and what is found on the way. */
export interface Cleaning {
  /** The address of the page, against which relative addresses are meant. */
  readonly base?: string | undefined;
  readonly images: Map<string, SourceImage>;
  /** Keys of notes whose references are in the tree already. */
  readonly notes: ReadonlySet<string>;
  readonly dropped: Dropped[];
  readonly warnings: Set<string>;
  mended: number;
  lost: number;
}

const NO_WORDS: ReadonlySet<string> = new Set(
  'script style template link meta head title base basefont track source param col colgroup area wbr annotation annotation-xml'.split(
    ' ',
  ),
);

/** Elements that are left out, and why. */
const DROPPED: ReadonlyMap<string, string> = new Map([
  ['nav', 'navigation'],
  ['button', 'a button'],
  ['select', 'a part of a form'],
  ['textarea', 'a part of a form'],
  ['datalist', 'a part of a form'],
  ['dialog', 'a window of the page'],
  ['noscript', 'shown only where scripts do not run'],
  ['canvas', 'shown only where there is no canvas'],
  ['svg', 'a drawing within the page'],
  ['map', 'a map of links'],
]);

/** Elements that show another file, which becomes a link. */
const SHOWN: ReadonlyMap<string, string> = new Map([
  ['iframe', 'src'],
  ['embed', 'src'],
  ['video', 'src'],
  ['audio', 'src'],
  ['object', 'data'],
]);

const RENAMED: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  strike: 's',
  tt: 'code',
  acronym: 'abbr',
  listing: 'pre',
  xmp: 'pre',
  plaintext: 'pre',
  dir: 'ul',
  menu: 'ul',
  summary: 'p',
};
const SECTIONS: ReadonlySet<string> = new Set(
  'div section article main header footer address hgroup center details fieldset form body html search slot picture dir'.split(
    ' ',
  ),
);

/** Words that a form may hold and still be a page that is one form. */
const FORM_WORDS = 200;

export function strip(nodes: readonly RootContent[], cleaning: Cleaning): ElementContent[] {
  return nodes.flatMap((node, at) => stripNode(node, cleaning, nodes[at - 1]));
}

const isText = (node: RootContent): node is Exclude<RootContent, Comment> => node.type === 'text';

function stripNode(
  node: RootContent,
  cleaning: Cleaning,
  before: RootContent | undefined,
): ElementContent[] {
  if (isText(node) && node.type === 'text') {
    const { text: value, mended, lost } = mendText(node.value);
    cleaning.mended += mended;
    cleaning.lost += lost;
    return [text(value)];
  }
  if (node.type !== 'element') return [];
  const { tagName, properties } = node;
  if (NO_WORDS.has(tagName)) return [];
  const drop = (reason: string): ElementContent[] => {
    const words = textOf(node);
    if (words !== '') cleaning.dropped.push({ words: mendText(words).text, reason });
    return [];
  };
  if (tagName === 'noscript' && isElement(before as ElementContent | undefined, 'img')) return [];
  if (tagName === 'noscript' && textOf(node) === '') return strip(node.children, cleaning);
  const reason = DROPPED.get(tagName) ?? hiddenBy(node);
  if (reason) return drop(reason);
  if (tagName === 'form' && countWords(textOf(node)) < FORM_WORDS) return drop('a form');
  if (tagName === 'input') return [];
  if (SHOWN.has(tagName)) return shown(node, cleaning);
  if (tagName === 'img') return picture(node, cleaning);
  if (tagName === 'br' || tagName === 'hr') return [element(tagName, [])];
  if (tagName === 'pre' || RENAMED[tagName] === 'pre')
    return [element('pre', strip(node.children, cleaning), attributes(node, 'pre', cleaning))];
  const noteKey = properties['dataNote'];
  if (tagName === 'a' && typeof noteKey === 'string' && cleaning.notes.has(noteKey))
    return [element('a', [], { dataNote: noteKey })];
  if (tagName === 'math') return formula(node, cleaning);
  const children = strip(node.children, cleaning);
  return named(node, children, cleaning);
}

/** Why nobody sees an element, if so. */
function hiddenBy(node: Element): string | undefined {
  const { hidden } = node.properties;
  const style = styleOf(node);
  if (
    (hidden !== undefined && hidden !== null && hidden !== false) ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style)
  )
    return 'hidden on the page';
  if (
    /(?:^|\s)(?:screen-reader-text|sr-only|visually-hidden|skip-link)(?:\s|$)/.test(classOf(node))
  )
    return 'hidden on the page, for screen readers';
  return undefined;
}

const styleOf = ({ properties }: Element): string => String(properties['style'] ?? '');

/** What an element is called in an article, with its children cleaned. */
function named(node: Element, children: ElementContent[], cleaning: Cleaning): ElementContent[] {
  const { tagName } = node;
  const classes = classOf(node);
  const style = styleOf(node);
  const as = (name: string, inner = children) => [
    element(name, inner, attributes(node, name, cleaning)),
  ];
  if (tagName === 'figure' || /(?:^|\s)(?:wp-caption|gallery-item)(?:\s|$)/.test(classes))
    return as(/pull-?quote/i.test(classes) ? 'aside' : 'figure');
  if (/(?:^|\s)(?:wp-caption-text|wp-caption-dd|gallery-caption)(?:\s|$)/.test(classes))
    return as('figcaption');
  if (tagName === 'dt' && /gallery-icon/.test(classes)) return children;
  if (tagName === 'table' && /tr-caption-container/.test(classes))
    return [bloggerFigure(node, cleaning)];
  if (/pull-?quote/i.test(classes) && ['blockquote', 'div', 'p', 'section'].includes(tagName))
    return as('aside');
  const weight = /font-weight\s*:\s*(normal|bold|\d+)/i.exec(style)?.[1]?.toLowerCase();
  const heavy = weight === 'bold' || Number(weight) >= 600;
  if (tagName === 'b' || tagName === 'strong')
    return weight && !heavy
      ? wrapped(children, node, [], cleaning)
      : spread('strong', children, node, cleaning);
  if (tagName === 'i' || tagName === 'em')
    return /font-style\s*:\s*normal/i.test(style)
      ? wrapped(children, node, heavy ? ['strong'] : [], cleaning)
      : spread('em', children, node, cleaning);
  if (
    ['span', 'font', 'big', 'nobr', 'blink', 'marquee', 'ins', 'label', 'output'].includes(tagName)
  ) {
    if (tagName === 'ins') return spread('ins', children, node, cleaning);
    const marks = [
      ...(heavy ? ['strong'] : []),
      ...(/font-style\s*:\s*(?:italic|oblique)/i.test(style) ? ['em'] : []),
      ...(/text-decoration[\w-]*\s*:[^;]*line-through/i.test(style) ? ['s'] : []),
      ...(/vertical-align\s*:\s*super/i.test(style) ? ['sup'] : []),
      ...(/vertical-align\s*:\s*sub/i.test(style) ? ['sub'] : []),
    ];
    return wrapped(children, node, marks, cleaning);
  }
  if (tagName === 'a') return anchor(node, children, cleaning);
  const name = RENAMED[tagName] ?? tagName;
  if (SECTIONS.has(tagName)) return as('div');
  if (PHRASES.has(name)) return spread(name, children, node, cleaning);
  if (isBlock(element(name, []))) return as(name);
  // An element that nobody knows, such as a component's: its words count.
  return children.some(isBlock) ? [element('div', children)] : children;
}

/** Puts marks round what has none of its own, and the language where one is said. */
function wrapped(
  children: ElementContent[],
  node: Element,
  marks: readonly string[],
  cleaning: Cleaning,
): ElementContent[] {
  const inner = marks.reduceRight(
    (nodes, mark) => spread(mark, nodes, undefined, cleaning),
    children,
  );
  const { id, ...properties } = attributes(node, 'span', cleaning);
  const said = Object.keys(properties).length > 0 ? within('span', properties, inner) : inner;
  // A place that something may lead to.
  return id === undefined ? said : [element('a', [], { id }), ...said];
}

/** An element of a line round its children; where these are blocks, within each of them. */
function spread(
  name: string,
  children: ElementContent[],
  node: Element | undefined,
  cleaning: Cleaning,
): ElementContent[] {
  const properties = node ? attributes(node, name, cleaning) : {};
  return within(name, properties, children);
}

function within(
  name: string,
  properties: Properties,
  children: ElementContent[],
): ElementContent[] {
  if (!children.some((child) => hasBlock(child)))
    return hasContent(children) ||
      children.some((child) => isElement(child, 'br')) ||
      properties['id']
      ? [element(name, children, properties)]
      : children;
  return children.flatMap((child): ElementContent[] => {
    if (!hasBlock(child))
      return child.type === 'text' && !/\S/.test(child.value)
        ? [child]
        : [element(name, [child], properties)];
    if (child.type !== 'element') return [child];
    return [{ ...child, children: within(name, properties, child.children) }];
  });
}

const hasBlock = (node: ElementContent): boolean =>
  node.type === 'element' && (isBlock(node) || node.children.some(hasBlock));

/** A link that leads somewhere; any other is its words. */
function anchor(node: Element, children: ElementContent[], cleaning: Cleaning): ElementContent[] {
  const { id, name } = node.properties;
  const own = typeof id === 'string' ? id : typeof name === 'string' ? name : undefined;
  const href = linkAddress(node.properties['href'], cleaning.base);
  // The sign beside a heading that links to itself.
  if (href?.startsWith('#') && /^[#¶§🔗]?$/u.test(textOf(children)) && !hasPicture(children))
    return own === undefined ? [] : [element('a', [], { id: own })];
  const title = titleOf(node, textOf(children));
  const properties: Properties = {
    ...attributes(node, 'a', cleaning),
    ...(own !== undefined && { id: own }),
    ...(href !== undefined && { href }),
    ...(href !== undefined && title !== undefined && { title }),
  };
  if (href === undefined) {
    const { id: _, ...rest } = properties;
    const inner =
      Object.keys(rest).length > 0 ? spread('span', children, node, cleaning) : children;
    return own === undefined ? inner : [element('a', [], { id: own }), ...inner];
  }
  return within('a', properties, children);
}

const hasPicture = (nodes: readonly ElementContent[]): boolean =>
  nodes.some(
    (node) => node.type === 'element' && (node.tagName === 'img' || hasPicture(node.children)),
  );

/** @returns an absolute http(s) or mailto address, or a place of the page as `#id`; undefined for any other */
function linkAddress(href: unknown, base: string | undefined): string | undefined {
  if (typeof href !== 'string') return undefined;
  const written = href.trim();
  if (written.startsWith('#')) return written.length > 1 ? written : undefined;
  const url = URL.parse(written, base);
  if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return undefined;
  if (base !== undefined && url.hash.length > 1) {
    const page = URL.parse(base);
    if (
      page &&
      page.origin + page.pathname + page.search === url.origin + url.pathname + url.search
    )
      return url.hash;
  }
  return url.href;
}

/** A film, a sound or a page within the page: a link to it, never the thing. */
function shown(node: Element, cleaning: Cleaning): ElementContent[] {
  const { tagName, properties } = node;
  const source = node.children.find((child) => isElement(child, 'source'));
  const written =
    properties[SHOWN.get(tagName)!] ??
    properties['dataSrc'] ??
    (source?.type === 'element' ? source.properties['src'] : undefined);
  const inner = strip(node.children, cleaning);
  const address = linkAddress(written, cleaning.base);
  if (address === undefined || address.startsWith('#')) return inner;
  const title = String(properties['title'] ?? properties['ariaLabel'] ?? '').trim();
  const watch = watchAddress(address);
  cleaning.warnings.add(`What the page shows from ${watch} is a link in the story.`);
  return [element('p', [element('a', [text(title || watch)], { href: watch })]), ...inner];
}

/** The page of a film, where its player's address tells it. */
function watchAddress(address: string): string {
  const url = new URL(address);
  const id = /^\/embed\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (id && /(?:^|\.)youtube(?:-nocookie)?\.com$/.test(url.hostname))
    return `https://www.youtube.com/watch?v=${id}`;
  const vimeo = /^\/video\/(\d+)$/.exec(url.pathname)?.[1];
  return vimeo && url.hostname === 'player.vimeo.com' ? `https://vimeo.com/${vimeo}` : address;
}

function picture(node: Element, cleaning: Cleaning): ElementContent[] {
  const { properties } = node;
  const alt = typeof properties['alt'] === 'string' ? mendText(properties['alt']).text : undefined;
  if (/(?:^|\s)(?:emoji|wp-smiley)(?:\s|$)/.test(classOf(node)) && alt) return [text(alt)];
  const [width, height] = [Number(properties['width'] ?? 99), Number(properties['height'] ?? 99)];
  if (width <= 2 && height <= 2) return [];
  const src = pictureAddress(node, cleaning);
  if (src === undefined) return [];
  const words = alt?.replace(/\s+/g, ' ').trim();
  const title = titleOf(node, words ?? '');
  return [
    element('img', [], {
      src,
      ...(words !== undefined && { alt: words }),
      ...(title !== undefined && { title }),
    }),
  ];
}

/** What is shown when a pointer rests on it, where it says more than what is there: editors put the file's name there. */
function titleOf({ properties }: Element, shown: string): string | undefined {
  if (typeof properties['title'] !== 'string') return undefined;
  const title = mendText(properties['title']).text.replace(/\s+/g, ' ').trim();
  const same = title.toLowerCase() === shown.toLowerCase();
  return same || !/\p{L}\S*\s+\S*\p{L}/u.test(title) ? undefined : title;
}

/** Blogger's table of a picture and its caption. */
function bloggerFigure(node: Element, cleaning: Cleaning): Element {
  const parts: ElementContent[] = [];
  const look = (nodes: readonly ElementContent[]): void => {
    for (const child of nodes) {
      if (child.type !== 'element') continue;
      if (child.tagName !== 'td') look(child.children);
      else
        parts.push(
          element(
            /tr-caption/.test(classOf(child)) ? 'figcaption' : 'div',
            strip(child.children, cleaning),
          ),
        );
    }
  };
  look(node.children);
  return element('figure', parts);
}

/** A formula in words: what it says of itself, else its signs. */
function formula(node: Element, cleaning: Cleaning): ElementContent[] {
  const { alttext } = node.properties;
  const said =
    typeof alttext === 'string' ? mendText(alttext).text : textOf(strip(node.children, cleaning));
  return said ? [element('code', [text(said)])] : [];
}

const tag = (value: unknown): string | undefined => {
  try {
    return typeof value === 'string' && value !== ''
      ? new Intl.Locale(value).toString()
      : undefined;
  } catch {
    return undefined;
  }
};

/** The few attributes that say something of the words. */
function attributes(node: Element, name: string, { base }: Cleaning): Properties {
  const { properties } = node;
  const lang = tag(properties['lang'] ?? properties['xmlLang'] ?? properties['xml:lang']);
  const { dir } = properties;
  const kept: Properties = {};
  if (typeof properties['id'] === 'string' && properties['id'] !== '')
    kept['id'] = properties['id'];
  if (lang) kept['lang'] = lang;
  if (dir === 'rtl' || dir === 'ltr') kept['dir'] = dir;
  if (name === 'abbr' && typeof properties['title'] === 'string')
    kept['title'] = properties['title'];
  if (name === 'ol' && Number(properties['start']) > 1) kept['start'] = Number(properties['start']);
  if (name === 'ol' && properties['reversed']) kept['reversed'] = true;
  if (['td', 'th'].includes(name))
    for (const span of ['colSpan', 'rowSpan'])
      if (Number(properties[span]) > 1) kept[span] = Math.min(99, Number(properties[span]));
  if (['td', 'th'].includes(name)) {
    const align = properties['align'] ?? /text-align\s*:\s*(\w+)/i.exec(styleOf(node))?.[1];
    if (/^(?:left|center|right)$/i.test(String(align))) kept['align'] = String(align).toLowerCase();
  }
  if (['blockquote', 'q'].includes(name)) {
    const cite = linkAddress(properties['cite'], base);
    if (cite?.startsWith('http')) kept['cite'] = cite;
  }
  if (name === 'time' && typeof properties['dateTime'] === 'string')
    kept['dateTime'] = properties['dateTime'];
  if (name === 'code' || name === 'pre') {
    const language = /(?:^|\s)(?:language|lang|highlight-source)-([\w+#-]+)/.exec(
      classOf(node),
    )?.[1];
    if (language) kept['className'] = [`language-${language.toLowerCase()}`];
  }
  return kept;
}
