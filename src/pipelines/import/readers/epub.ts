/** EPUB, chapter by chapter in the order of reading. */
import type { Element, RootContent } from 'hast';
import {
  type Article,
  type Dropped,
  ImportError,
  type Reader,
  type Source,
  type SourceImage,
} from '../article.ts';
import { openPacked, type Packed, textOfPart } from '../packed.ts';

const CONTAINER = 'META-INF/container.xml';

const isBook = async (packed: Packed): Promise<boolean> =>
  packed.parts.has(CONTAINER) &&
  /epub/.test((await textOfPart(packed, 'mimetype')) ?? 'application/epub+zip');

async function read(source: Source): Promise<Article> {
  const packed = await openPacked(source, 'epub');
  if (!packed || !(await isBook(packed))) throw new ImportError(`${source.name} is no EPUB.`);
  const { name } = packed;
  const [{ packagePath, pageTitles, readBook }, pages, { textOf }, { articleFromTree }] =
    await Promise.all([
      import('./epub/book.ts'),
      import('./epub/page.ts'),
      import('../clean/text.ts'),
      import('../cleanTree.ts'),
    ]);
  const { leftOut, pageTree, prefixOf, settle, withoutAnchors, withoutNotes, withReferences } =
    pages;
  const path = packagePath((await textOfPart(packed, CONTAINER))!, name);
  const book = readBook((await textOfPart(packed, path)) ?? '', path, name);
  const encrypted = (await textOfPart(packed, 'META-INF/encryption.xml')) ?? '';
  // Typefaces are often encrypted, and cost nothing.
  if (book.pages.some((page) => encrypted.includes(encodeURI(page.path))))
    throw new ImportError(
      `${name} is encrypted against copying: it can be read only where it was bought.`,
    );
  const contents = await textOfPart(packed, book.contents);
  const titles = contents ? pageTitles(contents, book.contents) : new Map<string, string>();

  const places = new Map(book.pages.map((page, at) => [page.path, at]));
  const notes = new Map<string, RootContent[]>();
  const dropped: Dropped[] = [];
  const warnings: string[] = [];
  const all: RootContent[] = [];
  let subtitle = '';
  for (const [at, page] of book.pages.entries()) {
    const text = await textOfPart(packed, page.path);
    if (text === undefined) {
      warnings.push(`The book names a page that it does not hold, ${page.path}.`);
      continue;
    }
    const tree = pageTree(text, page.path);
    settle(tree, at, places, page.path);
    const rest = withoutNotes(tree, notes);
    const kept = rest.filter((node) => {
      const reason = leftOut(node) ?? (page.linear ? undefined : 'outside of the order of reading');
      if (reason === undefined) return true;
      subtitle ||= subtitleIn(node);
      const words = textOf({ type: 'root', children: [node] });
      if (words !== '') dropped.push({ words, reason });
      return false;
    });
    const words = textOf({ type: 'root', children: kept });
    const title = titles.get(page.path);
    const isWithout = title !== undefined && words !== '' && !hasHeading(kept);
    all.push(
      made('a', [], { id: prefixOf(at) }),
      ...(isWithout && !words.startsWith(title)
        ? [made('h1', [{ type: 'text', value: title }])]
        : []),
      ...kept,
    );
  }

  /** The first line with the class, on the title page. */
  function subtitleIn(node: RootContent): string {
    if (node.type !== 'element') return '';
    if (/(?:^|\s)subtitle(?:\s|$)/.test([node.properties['className']].flat().join(' ')))
      return textOf(node);
    return node.children.map((child) => subtitleIn(child)).find(Boolean) ?? '';
  }

  const author = book.authors.join(', ');
  const [language, title] = [book.fact('language'), book.fact('title')];
  const published = /^\d{4}-\d\d-\d\d/.exec(book.fact('date'))?.[0];
  const description = book.fact('description').replace(/<[^>]*>/g, '');
  return articleFromTree(
    { type: 'root', children: withReferences(withoutAnchors(all), notes) },
    {
      images: picturesOf(packed),
      notes: new Map([...notes].map(([key, words]) => [key, withReferences(words, notes, true)])),
      dropped,
      warnings,
      facts: {
        ...(title && { title }),
        ...(subtitle && { subtitle }),
        ...(author && { author }),
        ...(published && { published }),
        ...(language && { language }),
        ...(description && { description }),
      },
    },
  );
}

const made = (
  tagName: string,
  children: Element['children'],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children });

const hasHeading = (nodes: readonly RootContent[]): boolean =>
  nodes.some(
    (node) =>
      node.type === 'element' && (/^h[1-6]$/.test(node.tagName) || hasHeading(node.children)),
  );

function picturesOf({ parts }: Packed): Map<string, SourceImage> {
  const images = new Map<string, SourceImage>();
  for (const [path, { bytes }] of parts)
    if (/\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)$/i.test(path))
      images.set(path, { name: path.replace(/^.*\//, ''), bytes });
  return images;
}

export const epub: Reader = {
  name: 'EPUB',
  async recognises(source) {
    const packed = await openPacked(source, 'epub');
    return packed !== undefined && (await isBook(packed));
  },
  read,
};
