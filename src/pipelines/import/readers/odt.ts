/** LibreOffice's `.odt`, also as Word, Google Docs and pandoc write it. */
import {
  type Article,
  ImportError,
  type Reader,
  type Source,
  type SourceImage,
} from '../article.ts';
import { openPacked, type Packed, textOfPart } from '../packed.ts';

const TEXT = /^application\/vnd\.oasis\.opendocument\.text/;

const isText = async (packed: Packed): Promise<boolean> =>
  packed.parts.has('content.xml') && TEXT.test((await textOfPart(packed, 'mimetype')) ?? '');

async function read(source: Source): Promise<Article> {
  const packed = await openPacked(source, 'odt');
  if (!packed || !(await isText(packed)))
    throw new ImportError(`${source.name} is no OpenDocument text.`);
  const { parts, name } = packed;
  if (/encryption-data/.test((await textOfPart(packed, 'META-INF/manifest.xml')) ?? ''))
    throw new ImportError(`${name} is encrypted: save it without a password.`);
  const [
    { readStyles },
    { odtTree },
    { captions, factsOf },
    { articleFromTree },
    { findAll, parseXml, xmlText },
  ] = await Promise.all([
    import('./odt/styles.ts'),
    import('./odt/tree.ts'),
    import('./office/arrange.ts'),
    import('../cleanTree.ts'),
    import('../xml.ts'),
  ]);
  const xml = async (path: string) => {
    const text = await textOfPart(packed, path);
    return text === undefined ? undefined : parseXml(text, `${path} in ${name}`);
  };
  const content = (await xml('content.xml'))!;
  const [body] = findAll(content, 'body').flatMap((one) => findAll(one, 'text'));
  if (!body) throw new ImportError(`${name} holds no text.`);
  const general = await xml('styles.xml');
  const styles = readStyles(general ? [general, content] : [content]);

  const formulas = new Map<string, string>();
  for (const path of parts.keys()) {
    if (!/^[^/]+\/content\.xml$/.test(path)) continue;
    const object = await xml(path);
    if (object?.local !== 'math') continue;
    const [said] = findAll(object, 'annotation');
    formulas.set(path.replace(/\/content\.xml$/, ''), xmlText(said ?? object).trim());
  }

  const { children, notes, dropped } = odtTree(body, styles, formulas);
  const tree = { type: 'root' as const, children: [...children] };
  const left = [...dropped];
  const own = factsOf(tree, left);
  captions(tree);
  const meta = await xml('meta.xml');
  const said = (property: string): string =>
    meta ? xmlText(findAll(meta, property)[0]).trim() : '';
  const title = own.title || said('title');
  const author = own.author || said('initial-creator') || said('creator');
  const language = said('language') || styles.language;
  return articleFromTree(tree, {
    images: picturesOf(packed),
    notes,
    dropped: left,
    findNotes: false,
    facts: {
      ...(title && { title }),
      ...(own.subtitle && { subtitle: own.subtitle }),
      ...(author && { author }),
      ...(language && { language }),
      ...(said('description') && { description: said('description') }),
    },
  });
}

/** Pictures by the paths by which the content names them. */
function picturesOf({ parts }: Packed): Map<string, SourceImage> {
  const images = new Map<string, SourceImage>();
  for (const [path, { bytes }] of parts)
    if (/^(?:Pictures|media)\//.test(path))
      images.set(path, { name: path.replace(/^.*\//, ''), bytes });
  return images;
}

export const odt: Reader = {
  name: 'OpenDocument text',
  async recognises(source) {
    const packed = await openPacked(source, 'odt');
    return packed !== undefined && (await isText(packed));
  },
  read,
};
