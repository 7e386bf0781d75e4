/** A page as Chromium saves it in one file (MHTML). */
import type { Element, ElementContent, Root } from 'hast';
import { type Article, type Dropped, ImportError, type Reader, type Source } from '../article.ts';
import { beginningOf } from '../beginning.ts';
import type { Part } from './mhtml/parts.ts';

const NAME = /\.mht(?:ml)?$/i;

const looksLikeOne = (beginning: Uint8Array): boolean => {
  const [head = ''] = new TextDecoder('latin1').decode(beginning).split(/\r?\n\r?\n/);
  return (
    /^content-type:\s*multipart\/related/im.test(head) &&
    /^(?:mime-version|snapshot-content-location):/im.test(head)
  );
};

async function fileOf({ files }: Source) {
  for (const file of files)
    if (NAME.test(file.path) || files.length === 1)
      if (looksLikeOne(await beginningOf(file))) return file;
  return undefined;
}

async function read(source: Source): Promise<Article> {
  const file = await fileOf(source);
  if (!file) throw new ImportError(`${source.name} is no web archive.`);
  const [
    { openArchive },
    { openShadows },
    { hiddenElements },
    { textOf },
    { parseHtml },
    { articleFromPage },
    { toHtml },
    { parseSrcset },
  ] = await Promise.all([
    import('./mhtml/parts.ts'),
    import('./mhtml/shadows.ts'),
    import('./mhtml/hidden.ts'),
    import('../clean/text.ts'),
    import('../cleanTree.ts'),
    import('./html.ts'),
    import('hast-util-to-html'),
    import('srcset'),
  ]);
  const { parts, location, isWhole } = await openArchive(file.path, await file.bytes());
  const pages = parts.filter(({ type }) => /^(?:text\/html|application\/xhtml\+xml)$/.test(type));
  const page = pages.find((one) => location !== '' && one.location === location) ?? pages[0];
  if (!page) throw new ImportError(`${file.path} holds no page: save it again.`);
  const tree = parseHtml(page.text);
  const shadows = openShadows(tree);
  const sheets = [
    ...parts.filter(({ type }) => type === 'text/css').map(({ text }) => text),
    ...stylesIn(tree),
  ];
  const dropped: Dropped[] = [];
  leaveOut(tree, hiddenElements(tree, sheets));

  const byAddress = new Map<string, Part>();
  for (const part of parts)
    for (const address of [part.location, part.id])
      if (address && !byAddress.has(address)) byAddress.set(address, part);
  const pictures = parts.filter(({ type }) => type.startsWith('image/'));
  const nameOf = (part: Part): string =>
    `parts/picture-${pictures.indexOf(part) + 1}.${ENDINGS[part.type] ?? part.type.replace(/^image\/(?:x-)?/, '')}`;
  place(tree, page.location || location);

  const article = articleFromPage(toHtml(tree), {
    name: source.name,
    files: pictures.map((part) => ({
      path: nameOf(part),
      size: part.bytes.length,
      bytes: () => Promise.resolve(part.bytes),
      async *stream() {
        yield part.bytes;
      },
    })),
  });
  return {
    ...article,
    dropped: [...dropped, ...article.dropped],
    warnings: [
      ...article.warnings,
      ...(isWhole ? [] : [`${file.path} ends in the middle: look whether the article is whole.`]),
      ...(shadows > 0
        ? [
            `Words in ${shadows} ${shadows === 1 ? 'component' : 'components'} of the page are read without their style sheets, which are not saved: look whether one was hidden.`,
          ]
        : []),
    ],
  };

  function leaveOut(parent: Root | Element, hidden: ReadonlySet<Element>): void {
    parent.children = (parent.children as ElementContent[]).filter((child) => {
      if (child.type !== 'element') return true;
      if (!hidden.has(child)) {
        leaveOut(child, hidden);
        return true;
      }
      const words = ['script', 'style', 'head', 'link', 'meta', 'template'].includes(child.tagName)
        ? ''
        : textOf(child);
      if (words !== '') dropped.push({ words, reason: 'hidden by the page’s style sheet' });
      return ['head', 'body', 'html'].includes(child.tagName);
    });
  }

  /** Gives pictures and frames the names of their parts, and the page its address. */
  function place(parent: Root | Element, address: string): void {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const { properties, tagName } = child;
      if (tagName === 'head' && /^https?:/.test(address) && !hasAddress(child))
        child.children.push({
          type: 'element',
          tagName: 'link',
          properties: { rel: ['canonical'], href: address },
          children: [],
        });
      if (tagName === 'iframe') {
        const frame = byAddress.get(String(properties['src']))?.location ?? '';
        if (/^https?:/.test(frame)) properties['src'] = frame;
      }
      if (tagName === 'img') {
        const part = [properties['src'], ...setOf(properties['srcSet'])]
          .map((src) => byAddress.get(URL.parse(String(src), address)?.href ?? String(src)))
          .find((one) => one?.type.startsWith('image/'));
        if (part) {
          properties['src'] = nameOf(part);
          delete properties['srcSet'];
        }
      }
      place(child, address);
    }
  }

  function setOf(value: unknown): string[] {
    try {
      return parseSrcset([value ?? ''].flat().join(', ')).map(({ url }) => url);
    } catch {
      return [];
    }
  }
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' };

const hasAddress = ({ children }: Element): boolean =>
  children.some(
    (child) =>
      child.type === 'element' &&
      (([child.properties['rel']].flat().includes('canonical') &&
        /^https?:/.test(String(child.properties['href']))) ||
        child.properties['property'] === 'og:url'),
  );

/** Style sheets that stand in the page. */
function stylesIn(parent: Root | Element): string[] {
  return parent.children.flatMap((child): string[] => {
    if (child.type !== 'element') return [];
    if (child.tagName !== 'style') return stylesIn(child);
    return child.children.flatMap((one) => (one.type === 'text' ? [one.value] : []));
  });
}

export const mhtml: Reader = {
  name: 'web archive (MHTML)',
  recognises: async (source, beginning) =>
    looksLikeOne(beginning) || (source.files.length > 1 && (await fileOf(source)) !== undefined),
  read,
};
