/** Opens what an author points at: a file, a folder, an archive, standard input, the clipboard. */
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ImportError, type Source, type SourceFile } from './article.ts';
import { isZip, unzip } from './zip.ts';

/** Bytes that one file of an article may have when it is read at once. */
const LARGEST = 64 * 2 ** 20;
/** Files of a folder. */
const MOST = 20_000;
const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)$/i;
/** Left by editors, systems and tools. */
const LITTER = /(?:^|\/)(?:\.[^/]*|node_modules|__MACOSX|Thumbs\.db|desktop\.ini)(?:$|\/)/i;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

/**
 * @param full path of a file or a folder, or `-`
 * @param input standard input
 * @param name what its author calls it, for messages
 * @throws ImportError for what is not there, empty, broken, encrypted or of a kind that cannot be read
 */
export async function openSource(
  full: string,
  input: AsyncIterable<Uint8Array>,
  name = full,
): Promise<Source> {
  if (full === '-') return fromBytes('standard input', 'input', await readAll(input));
  const facts = await stat(full).catch((error: NodeJS.ErrnoException) => {
    throw new ImportError(
      error.code === 'ENOENT'
        ? `There is no file and no folder ${name}`
        : `${name} cannot be opened (${error.code ?? error.message})`,
    );
  });
  if (facts.isDirectory()) return fromFolder(full, name);
  if (!facts.isFile()) throw new ImportError(`${name} is neither a file nor a folder`);
  if (facts.size === 0) throw new ImportError(`${name} is empty`);
  const beginning = await firstBytes(full, name);
  const refused = notReadable(beginning);
  if (refused) throw new ImportError(`${name} is ${refused}`);
  if (isZip(beginning)) return fromArchive(name, fileAt(full, path.basename(full), facts.size));
  const file = fileAt(full, path.basename(full), facts.size);
  return { name, files: [file, ...(await picturesBeside(full))] };
}

/** A source that is in memory already. */
export async function fromBytes(name: string, file: string, bytes: Uint8Array): Promise<Source> {
  if (bytes.length === 0) throw new ImportError(`There is nothing in the ${name}`);
  const refused = notReadable(bytes);
  if (refused) throw new ImportError(`The ${name} holds ${refused}`);
  const whole: SourceFile = {
    path: file,
    size: bytes.length,
    bytes: () => Promise.resolve(bytes),
    async *stream() {
      yield bytes;
    },
  };
  return isZip(bytes) ? fromArchive(name, whole) : { name, files: [whole] };
}

async function readAll(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input) {
    size += piece.length;
    if (size > LARGEST)
      throw new ImportError(
        `Standard input has more than ${megabytes(LARGEST)}: give the file by its name, and it is read as a stream`,
      );
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function firstBytes(full: string, name: string): Promise<Uint8Array> {
  const handle = await open(full).catch((error: NodeJS.ErrnoException) => {
    throw new ImportError(`${name} cannot be opened (${error.code ?? error.message})`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** First bytes, in hexadecimal, of files that are no words, or not in a form that can be read. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [
    /^255044462d/,
    'a PDF, which has places for letters and no paragraphs: import what it was made from, a .docx, .odt or web page',
  ],
  [
    /^d0cf11e0/,
    'a Word file of the time before 2007, or an encrypted one: open it and save it as .docx without a password',
  ],
  [/^7b5c727466/, 'an RTF file: open it in a word processor and save it as .docx or .odt'],
  [
    /^(?:52617221|377abcaf|1f8b|425a68|fd377a585a)/,
    'an archive that is no zip: unpack it, and import the folder',
  ],
  [
    /^(?:89504e47|47494638|ffd8ff|52494646.{8}57454250|.{8}66747970|00000100|49492a00|4d4d002a)/,
    'a picture or a film, and no article',
  ],
  [/^(?:494433|4f676753|664c6143|fffb|fff3|fff2)/, 'a sound, and no article'],
  [/^(?:7f454c46|4d5a|cafebabe|cffaedfe)/, 'a program, and no article'],
];

const notReadable = (bytes: Uint8Array): string | undefined => {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  return REFUSED.find(([first]) => first.test(start))?.[1];
};

function fileAt(full: string, shown: string, size: number): SourceFile {
  return {
    path: shown,
    size,
    bytes: async () => {
      if (size > LARGEST)
        throw new ImportError(
          `${shown} has ${megabytes(size)}: an article has at most ${megabytes(LARGEST)}`,
        );
      return readFile(full);
    },
    // Small pieces: what is made of large ones stays in memory for long.
    stream: () => createReadStream(full, { highWaterMark: 2 ** 15 }),
  };
}

/** Word processors' files and books are archives that their readers open themselves. */
const WHOLE = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/container\.xml|word\/document\.xml)$/;

async function fromArchive(name: string, file: SourceFile): Promise<Source> {
  if (file.size > 1024 * 2 ** 20)
    throw new ImportError(`${name} has ${megabytes(file.size)}: unpack it, and import the folder`);
  // Archives may be larger than one article.
  const pieces: Uint8Array[] = [];
  for await (const piece of file.stream()) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const files = await unzip(name, bytes);
  if (files.length === 0) throw new ImportError(`${name} is an archive with nothing in it`);
  if (files.some(({ path: inner }) => WHOLE.test(inner)))
    return { name, files: [{ ...file, bytes: () => Promise.resolve(bytes) }] };
  return { name, files: withoutRoot(files.filter(({ path: inner }) => !LITTER.test(inner))) };
}

/** Archives often hold one folder that holds all. */
function withoutRoot(files: readonly SourceFile[]): SourceFile[] {
  const [first] = files[0]?.path.split('/') ?? [];
  if (!files.every(({ path: inner }) => inner.startsWith(`${first}/`))) return [...files];
  return files.map((file) => ({ ...file, path: file.path.slice(first!.length + 1) }));
}

async function fromFolder(root: string, name: string): Promise<Source> {
  const files: SourceFile[] = [];
  const walk = async (folder: string, shown: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const own = shown === '' ? entry.name : `${shown}/${entry.name}`;
      const full = path.join(folder, entry.name);
      if (LITTER.test(own)) continue;
      if (entry.isDirectory()) await walk(full, own);
      else if (entry.isFile()) files.push(fileAt(full, own, (await stat(full)).size));
      if (files.length > MOST)
        throw new ImportError(
          `${name} has more than ${MOST.toLocaleString('en')} files: name the folder of the article`,
        );
    }
  };
  await walk(root, '');
  if (files.length === 0) throw new ImportError(`${name} is a folder with nothing in it`);
  return { name, files };
}

/** Folders in which pages and Markdown have their pictures. */
const PICTURE_FOLDERS = [
  'images',
  'image',
  'img',
  'assets',
  'media',
  'pictures',
  'figures',
  'static',
  'docs',
];

/** Pictures that a page or a text may show: what lies beside it. */
async function picturesBeside(name: string): Promise<SourceFile[]> {
  if (!/\.(?:x?html?|md|markdown|mdx)$/i.test(name)) return [];
  const folder = path.dirname(name);
  const stem = path.basename(name).replace(/\.\w+$/, '');
  const files: SourceFile[] = [];
  const walk = async (at: string, shown: string, deep: number): Promise<void> => {
    const entries = await readdir(at, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (files.length > MOST) return;
      const own = shown === '' ? entry.name : `${shown}/${entry.name}`;
      const full = path.join(at, entry.name);
      if (entry.isFile() && PICTURE.test(entry.name))
        files.push(fileAt(full, own, (await stat(full)).size));
      else if (
        entry.isDirectory() &&
        deep < 4 &&
        (deep > 0 ||
          PICTURE_FOLDERS.includes(entry.name.toLowerCase()) ||
          entry.name.startsWith(stem))
      )
        await walk(full, own, deep + 1);
    }
  };
  await walk(folder, '', 0);
  return files;
}
