/** What an EPUB's package file says: its parts in the order of reading, and what it tells of itself. Pure. */
import { ImportError } from '../../article.ts';
import { findAll, isXml, parseXml, type XmlElement, xmlText } from '../../xml.ts';

export interface Page {
  /** Its path in the archive. */
  readonly path: string;
  /** Whether it is read in its turn, not only when something leads to it. */
  readonly linear: boolean;
}

export interface Book {
  readonly pages: readonly Page[];
  /** The path of the table of contents, or nothing. */
  readonly contents: string;
  /** The first of each of the package's own facts, plain. */
  fact(name: string): string;
  readonly authors: readonly string[];
}

/** Where something is that a part of the archive names. */
export function resolvePath(from: string, href: string): string {
  const [plain = ''] = href.split('#');
  const url = URL.parse(plain, `file:///${from.split('/').map(encodeURIComponent).join('/')}`);
  try {
    return url?.protocol === 'file:' ? decodeURIComponent(url.pathname.slice(1)) : '';
  } catch {
    return '';
  }
}

/** @returns the path of the package file */
export function packagePath(container: string, name: string): string {
  const [file] = findAll(parseXml(container, `META-INF/container.xml in ${name}`), 'rootfile');
  const path = file?.attributes['full-path'];
  if (!path) throw new ImportError(`${name} does not say where its text is: export it again.`);
  return path;
}

export function readBook(text: string, path: string, name: string): Book {
  const root = parseXml(text, `${path} in ${name}`);
  const items = new Map(
    findAll(root, 'item').map((item) => [item.attributes['id'] ?? '', item.attributes]),
  );
  const [spine] = findAll(root, 'spine');
  const at = (item: Readonly<Record<string, string>> | undefined): string =>
    item?.['href'] ? resolvePath(path, item['href']) : '';
  const pages = findAll(spine ?? root, 'itemref').flatMap(({ attributes }): Page[] => {
    const item = items.get(attributes['idref'] ?? '');
    // The table of contents is no chapter, in whatever place it stands.
    const isPage = /html|xml$/.test(item?.['media-type'] ?? '') && !isContents(item);
    return at(item) && isPage ? [{ path: at(item), linear: attributes['linear'] !== 'no' }] : [];
  });
  const contents =
    [...items.values()].find(isContents) ?? items.get(spine?.attributes['toc'] ?? '');
  const own = (local: string): XmlElement[] =>
    findAll(root, local).filter(({ uri }) => uri === 'http://purl.org/dc/elements/1.1/');
  return {
    pages,
    contents: at(contents),
    fact: (local) => xmlText(own(local)[0]).replace(/\s+/g, ' ').trim(),
    authors: own('creator')
      .map((one) => xmlText(one).trim())
      .filter(Boolean),
  };
}

const isContents = (item: Readonly<Record<string, string>> | undefined): boolean =>
  (item?.['properties'] ?? '').split(' ').includes('nav');

/** Titles of the pages by their paths, from either kind of table of contents. */
export function pageTitles(text: string, path: string): Map<string, string> {
  const titles = new Map<string, string>();
  const add = (href: string | undefined, title: string) => {
    if (!href || href.includes('#') || title === '') return;
    const page = resolvePath(path, href);
    if (!titles.has(page)) titles.set(page, title);
  };
  const plain = (element: XmlElement | undefined) => xmlText(element).replace(/\s+/g, ' ').trim();
  const root = parseXml(text, path);
  for (const point of findAll(root, 'navPoint'))
    add(
      point.children.filter(isXml).find(({ local }) => local === 'content')?.attributes['src'],
      plain(findAll(point, 'text')[0]),
    );
  const [nav] = findAll(root, 'nav');
  if (nav) for (const link of findAll(nav, 'a')) add(link.attributes['href'], plain(link));
  return titles;
}
