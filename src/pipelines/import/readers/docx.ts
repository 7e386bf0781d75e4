/** Word's `.docx`, also as LibreOffice, Google Docs and pandoc write it. */
import type { Nodes } from 'hast';
import { type Article, type Dropped, ImportError, type Reader, type Source } from '../article.ts';
import { openPacked, type Packed, textOfPart } from '../packed.ts';

/** The beginning of an OLE file: Word before 2007, or a newer file under a password. */
const isOle = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

const isWord = ({ parts }: Packed): boolean =>
  [...parts.keys()].some((path) => /^word\/document\d*\.xml$/.test(path));

/** Parts with words. */
const WORDS = /^word\/(?:document\d*|footnotes|endnotes)\.xml$/;

async function read(source: Source): Promise<Article> {
  const packed = await openPacked(source, 'docx');
  if (!packed) {
    const bytes = await source.files[0]?.bytes();
    if (bytes && isOle(bytes)) throw new ImportError(refusal(source.name, bytes));
  }
  if (!packed || !isWord(packed)) throw new ImportError(`${source.name} is no Word document.`);
  const [
    { defaultLanguage, hiddenStyles, LANGUAGE_MARK, prepare },
    { convert },
    { captions, factsOf, notesOf },
    { articleFromTree },
    { findAll, parseXml, xmlText },
  ] = await Promise.all([
    import('./docx/prepare.ts'),
    import('./docx/convert.ts'),
    import('./office/arrange.ts'),
    import('../cleanTree.ts'),
    import('../xml.ts'),
  ]);
  const styles = (await textOfPart(packed, 'word/styles.xml')) ?? '<w/>';
  const [hiding, language] = [hiddenStyles(styles), defaultLanguage(styles)];
  const prepared = new Map<string, string>();
  const dropped: Dropped[] = [];
  for (const path of packed.parts.keys()) {
    if (!WORDS.test(path)) continue;
    const { xml, hidden } = prepare(path, (await textOfPart(packed, path))!, hiding, language);
    prepared.set(path, xml);
    for (const words of hidden)
      dropped.push({ words, reason: 'text that is marked as hidden in the document' });
  }
  const { tree, images, warnings } = await convert(packed, prepared);
  withLanguages(tree, `#${LANGUAGE_MARK}`);
  const facts = factsOf(tree, dropped);
  const notes = notesOf(tree);
  captions(tree);
  const core = await textOfPart(packed, 'docProps/core.xml');
  const properties = core === undefined ? undefined : parseXml(core, 'docProps/core.xml');
  const property = (name: string): string =>
    properties ? xmlText(findAll(properties, name)[0]).trim() : '';
  const title = facts.title || property('title');
  const author = facts.author || property('creator');
  return articleFromTree(tree, {
    images,
    notes,
    dropped,
    warnings,
    findNotes: false,
    facts: {
      ...(title && { title }),
      ...(facts.subtitle && { subtitle: facts.subtitle }),
      ...(author && { author }),
      ...(property('language') && { language: property('language') }),
      ...(property('description') && { description: property('description') }),
    },
  });
}

/** Links that are marks of a language become those. */
function withLanguages(node: Nodes, mark: string): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    withLanguages(child, mark);
    if (child.type !== 'element' || child.tagName !== 'a') continue;
    const href = String(child.properties['href'] ?? '');
    if (!href.startsWith(mark)) continue;
    child.tagName = 'span';
    child.properties = { lang: href.slice(mark.length) };
  }
}

/** "EncryptedPackage" is the name of what a password protects. */
const refusal = (name: string, bytes: Uint8Array): string =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? `${name} is encrypted: save it in Word without a password.`
    : `${name} is of Word before 2007: save it as .docx.`;

export const docx: Reader = {
  name: 'Word document',
  async recognises(source, beginning) {
    if (isOle(beginning)) return true;
    const packed = await openPacked(source, 'docx');
    return packed !== undefined && isWord(packed);
  },
  read,
};
