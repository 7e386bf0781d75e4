/** HTML: a page that a browser saved, a part of one, or what was copied out of a document. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import {
  type Article,
  type ArticleFacts,
  type Dropped,
  ImportError,
  type Reader,
  type Source,
  type SourceFile,
} from '../article.ts';
import { imagesBeside } from '../beside.ts';
import { choose } from '../choose.ts';
import { element } from '../clean/elements.ts';
import { textOf } from '../clean/text.ts';
import { articleFromTree, parseHtml } from '../cleanTree.ts';
import { decodeWords } from '../decodeWords.ts';
import { articleIn, withoutBoxes } from './html/articleIn.ts';
import { outsideOf } from './html/outside.ts';
import { pageFacts, withoutSite } from './html/pageFacts.ts';

const NAME = /\.(?:x?html?|xht)$/i;
/** Elements beyond which a page is a dump of something. */
const ELEMENTS = 1_000_000;

const pagesOf = ({ files }: Source): SourceFile[] => {
  const pages = files.filter(({ path }) => NAME.test(path));
  // A saved page's own frames and scripts lie in a folder beside it.
  const top = pages.filter(
    ({ path }) => !/(?:_files|\.resources|-Dateien|_fichiers|_archivos)\//i.test(path),
  );
  return top.length > 0 ? top : pages;
};

export const html: Reader = {
  name: 'web page',
  recognises(source, beginning) {
    if (source.files.length > 1 || NAME.test(source.files[0]?.path ?? ''))
      return pagesOf(source).length > 0;
    const text = new TextDecoder()
      .decode(beginning)
      .replace(/^\ufeff/, '')
      .trimStart();
    return /^<(?:!doctype html|html|head|body|meta|article|section|main|div|p|h[1-6]|b|span|ul|ol|table|blockquote|figure|!--)\b/i.test(
      text,
    );
  },
  async *list(source) {
    for (const file of pagesOf(source)) {
      const { title } = pageFacts(parseHtml(await wordsOf(file)));
      yield { id: file.path, title: title ?? file.path, draft: false };
    }
  },
  async read(source, wanted) {
    const pages = pagesOf(source);
    const files = pages.length > 0 ? pages : source.files.slice(0, 1);
    const named = files.map((file) => ({ file, id: file.path, title: file.path, draft: false }));
    const index = named.find(({ id }) => /^index\.x?html?$/i.test(id));
    const { file } = wanted === undefined && index ? index : choose(source.name, named, wanted);
    return articleFromPage(await wordsOf(file), source);
  },
};

/** A page's text, in the encoding that it says it has. */
async function wordsOf(file: SourceFile): Promise<string> {
  const bytes = await file.bytes();
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const said = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1];
  let text: string;
  try {
    text =
      said && !/^utf-?8$/i.test(said) && !/^utf-?16/i.test(said)
        ? new TextDecoder(said).decode(bytes)
        : decodeWords(bytes, file.path);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    text = decodeWords(bytes, file.path);
  }
  if ((text.match(/</g)?.length ?? 0) > ELEMENTS * 2)
    throw new ImportError(
      `${file.path} has more than ${ELEMENTS.toLocaleString('en')} elements: save the article’s own page`,
    );
  return text;
}

/** @param source in whose files its pictures may lie */
export function articleFromPage(text: string, source: Source): Article {
  const page = parseHtml(text);
  const images = imagesBeside(page, source);
  if (!/<(?:html|body)\b/i.test(text) || /docs-internal-guid|id=["']?docs-internal/i.test(text))
    return checked(articleFromTree(page, { images, facts: languageIn(page) }), source.name);
  const { site, ...facts } = pageFacts(page);
  const found = articleIn(page);
  if (!found) throw new ImportError(`There is no article in ${source.name}: the page has no words`);
  const dropped: Dropped[] = [];
  const root = withoutBoxes(found.root, dropped);
  const heading = headingOf(page, facts.title, root);
  const title = heading ? textOf(heading) : facts.title && withoutSite(facts.title, site);
  const own: ArticleFacts = {
    ...facts,
    ...(title !== undefined && { title }),
    ...(facts.author === undefined &&
      found.byline !== undefined && { author: plainByline(found.byline) }),
  };
  const tree: Root = {
    type: 'root',
    children: heading && !holds(root, heading) ? [element('h1', heading.children), root] : [root],
  };
  const outside = outsideOf(page, heading ? [found.root, heading] : [found.root]);
  const article = articleFromTree(tree, {
    ...(facts.address !== undefined && { base: facts.address }),
    images,
    facts: own,
    dropped: [...outside, ...dropped],
  });
  return checked(article, source.name);
}

const plainByline = (byline: string): string =>
  byline.replace(/^(?:by|von|par|por)\s+/i, '').trim();

function checked(article: Article, name: string): Article {
  if (textOf(article.body) === '')
    throw new ImportError(`There is no article in ${name}: no words were found that are one`);
  return article;
}

/** The page's own heading: in the article, else the one that its title repeats. */
function headingOf(page: Root, title: string | undefined, root: Element): Element | undefined {
  const all: Element[] = [];
  visit(page, 'element', (node) => {
    if (node.tagName === 'h1' && textOf(node) !== '') all.push(node);
  });
  const plain = (text: string) => text.replace(/\s+/g, ' ').toLowerCase();
  const named = all.find(
    (node) => title !== undefined && plain(title).startsWith(plain(textOf(node))),
  );
  const inside = all.filter((node) => holds(root, node));
  return named ?? (inside.length === 1 ? inside[0] : all.length === 1 ? all[0] : undefined);
}

const holds = (root: Element, wanted: Element): boolean => {
  let found = false;
  visit(root, 'element', (node) => {
    if (node === wanted || (node.tagName === 'h1' && textOf(node) === textOf(wanted))) found = true;
  });
  return found;
};

/** Copied HTML says its language, if it does, on its first element. */
function languageIn(page: Root): ArticleFacts {
  let language: string | undefined;
  visit(page, 'element', ({ properties, tagName }) => {
    if (
      language === undefined &&
      ['html', 'body', 'article', 'main'].includes(tagName) &&
      typeof properties['lang'] === 'string'
    )
      language = properties['lang'];
  });
  return language === undefined ? {} : { language };
}
