/** A WordPress post as HTML that says all that WordPress would add to it. Pure. */

import type { ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { escapeText } from '../../../../core/site/feed/escapeText.ts';
import type { Dropped } from '../../article.ts';
import { element, text } from '../../clean/elements.ts';
import { fragmentOf } from '../../fragment.ts';
import { withParagraphs } from './paragraphs.ts';
import { replaceShortcodes, type Shortcode } from './shortcodes.ts';

/** A picture of the blog's library. */
export interface Attachment {
  readonly id: string;
  readonly parent: string;
  readonly order: number;
  readonly address: string;
  readonly alt: string;
  /** HTML. */
  readonly caption: string;
}

/** What a post may refer to. */
export interface Library {
  /** Pictures by their number. */
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** Blocks that several posts share, by their number. */
  readonly shared: ReadonlyMap<string, string>;
}

export interface RawPost {
  readonly id: string;
  readonly content: string;
  /** The JSON of the editor's footnotes, or nothing. */
  readonly footnotes: string;
  /** The number of the picture above the post, or nothing. */
  readonly thumbnail: string;
}

export interface PostTree {
  /** Raw, to be cleaned; `<a data-note>` refers to notes. */
  readonly tree: Root;
  /** Raw. */
  readonly notes: ReadonlyMap<string, Root['children']>;
  readonly dropped: Dropped[];
  readonly warnings: string[];
}

const DELIMITER = /<!--\s+(\/?)wp:([a-z][\w/-]*)\s+(?:(\{(?:(?!-->)[\s\S])*?\})\s+)?(\/?)-->/g;
/** Blocks without content of their own that leave nothing out. */
const SILENT: ReadonlySet<string> = new Set(
  'footnotes separator spacer more nextpage post-title post-featured-image'.split(' '),
);
/** Shortcodes of plugins for notes. */
const NOTES: ReadonlySet<string> = new Set('ref footnote fn efn_note mfn note sidenote'.split(' '));
/** Shortcodes that show a film, a sound or a page of others. */
const EMBEDS: ReadonlySet<string> = new Set(
  'embed youtube vimeo video audio soundcloud dailymotion instagram twitter tweet ted bandcamp'.split(
    ' ',
  ),
);

export function readPost(post: RawPost, library: Library): PostTree {
  const dropped: Dropped[] = [];
  const warnings: string[] = [];
  const notes = new Map<string, Root['children']>();
  const isBlocks = post.content.includes('<!-- wp:');
  const plain = post.content.replace(/\r\n?/g, '\n');

  const blocks = (content: string, within: readonly string[] = []): string =>
    content.replace(DELIMITER, (written, closing, name: string, said = '', single) => {
      if (closing || !single || SILENT.has(name)) return '';
      const id = name === 'block' ? (/"ref"\s*:\s*(\d+)/.exec(said)?.[1] ?? '') : '';
      const shared = within.includes(id) ? undefined : library.shared.get(id);
      if (shared !== undefined) return blocks(shared, [...within, id]);
      dropped.push({
        words: written,
        reason:
          name === 'block'
            ? 'a block shared by several posts, which the export does not hold'
            : 'a block that only WordPress itself can fill',
      });
      return '';
    });

  const picture = ({ address, alt, caption }: Attachment): string =>
    `\n\n<figure><img src="${escapeText(address)}" alt="${escapeText(alt)}">${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>\n\n`;

  const shortcode = (code: Shortcode, inner: (content: string) => string): string => {
    const { name, attributes, values, content, written } = code;
    if (name === 'caption' || name === 'wp_caption') return caption(code, inner);
    if (name === 'gallery') {
      const pictures = picturesOf(attributes.get('ids') ?? attributes.get('include'), post.id);
      if (pictures.length > 0) return pictures.map(picture).join('');
    }
    if (NOTES.has(name) && content !== undefined) {
      const key = `shortcode-${notes.size + 1}`;
      notes.set(key, []);
      notes.set(key, fragmentOf(inner(content)));
      return `<a data-note="${key}"></a>`;
    }
    if (EMBEDS.has(name)) {
      const address = [
        content,
        ...['src', 'url', 'mp4', 'm4v', 'webm', 'mp3', 'ogg', 'm4a'].map((one) =>
          attributes.get(one),
        ),
        ...values,
      ].find((one) => one !== undefined && /^\s*https?:\/\//.test(one));
      if (address) return `\n\n<iframe src="${escapeText(address.trim())}"></iframe>\n\n`;
    }
    const isEmpty = content === undefined || content.trim() === '';
    if (name !== 'footnotes' && name !== 'reflist')
      dropped.push({
        words: written,
        reason: isEmpty
          ? 'a shortcode that only WordPress itself can fill'
          : 'a shortcode; the words that it encloses are kept',
      });
    return isEmpty ? '' : inner(content);
  };

  const picturesOf = (ids: string | undefined, parent: string): Attachment[] =>
    ids
      ? ids.split(/[\s,]+/).flatMap((id) => library.attachments.get(id) ?? [])
      : [...library.attachments.values()]
          .filter((one) => one.parent === parent)
          .sort((a, b) => a.order - b.order);

  const html = replaceShortcodes(blocks(plain), shortcode);
  const children = isBlocks
    ? fragmentOf(html)
    : withParagraphs(fragmentOf(html.replace(/<br\s*\/?>\s*<br\s*\/?>/gi, '\n\n')));
  const tree: Root = { type: 'root', children: children as Root['children'] };
  bareAddresses(tree);
  editorNotes(tree, post.footnotes, notes, warnings, dropped);
  verses(tree);

  const lead = library.attachments.get(post.thumbnail);
  if (lead && !shows(tree, lead.address)) tree.children.unshift(...fragmentOf(picture(lead)));
  return { tree, notes, dropped, warnings };
}

/** As WordPress itself reads it: the picture first, all else is the caption. */
function caption(
  { attributes, content = '' }: Shortcode,
  inner: (content: string) => string,
): string {
  const [, image = '', words = ''] =
    /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)?([\s\S]*)$/i.exec(content) ?? [];
  const said = words.trim() === '' ? (attributes.get('caption') ?? '') : inner(words.trim());
  return `\n\n<figure>${image}<figcaption>${said}</figcaption></figure>\n\n`;
}

/** An address that is alone in its line is shown by WordPress as what it leads to. */
function bareAddresses(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    const isEmbed = /wp-block-embed__wrapper/.test(String(node.properties['className']));
    if (node.tagName !== 'p' && !isEmbed) return;
    const [only, ...more] = node.children.filter(
      (child) => child.type !== 'text' || child.value.trim() !== '',
    );
    if (only?.type !== 'text' || more.length > 0 || !parent || index === undefined) return;
    const address = only.value.trim();
    if (!/^https?:\/\/\S+$/.test(address)) return;
    node.tagName = 'div';
    node.children = [element('iframe', [], { src: address })];
  });
}

/** Notes of the block editor: their words are beside the post. */
function editorNotes(
  tree: Root,
  json: string,
  notes: Map<string, Root['children']>,
  warnings: string[],
  dropped: Dropped[],
): void {
  const words = new Map<string, string>();
  try {
    const list: unknown = json === '' ? [] : JSON.parse(json);
    for (const { id, content } of list as { id: string; content: string }[])
      words.set(String(id), String(content));
  } catch {
    warnings.push('The post’s footnotes cannot be read in the export.');
    dropped.push({ words: json, reason: 'footnotes that are no JSON' });
  }
  const used = new Set<string>();
  visit(tree, 'element', (node) => {
    const id = node.properties['dataFn'];
    if (typeof id !== 'string') return;
    const note = words.get(id);
    if (note === undefined) {
      warnings.push('A footnote’s number stands in the post, but its words are not in the export.');
      return;
    }
    used.add(id);
    notes.set(id, fragmentOf(note));
    node.tagName = 'a';
    node.properties = { dataNote: id };
    node.children = [];
  });
  for (const [id, note] of words)
    if (!used.has(id) && note.trim() !== '')
      dropped.push({ words: note, reason: 'a footnote that nothing in the post refers to' });
}

/** A verse is set as it is written, and is lines of words, not code. */
function verses(tree: Root): void {
  visit(tree, 'element', (node) => {
    const { className } = node.properties;
    if (!Array.isArray(className) || !className.includes('wp-block-verse')) return;
    node.tagName = 'p';
    node.children = lines(node.children);
  });
}

const lines = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') return [{ ...node, children: lines(node.children) }];
    if (node.type !== 'text') return [node];
    return node.value
      .split('\n')
      .flatMap((value, at) => [...(at > 0 ? [element('br', [])] : []), text(value)]);
  });

/** Whether a picture is in the post already, in whatever size. */
function shows(tree: Root, address: string): boolean {
  const plain = (one: string) => one.replace(/-(?:\d+x\d+|scaled)(?=\.\w+$)/, '');
  let found = false;
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'img' && plain(String(properties['src'])) === plain(address)) found = true;
  });
  return found;
}
