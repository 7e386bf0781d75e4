/** The import as a command: what it is told, what it does, what it says. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ImportError, type Source } from './article.ts';
import { openClipboard } from './clipboard.ts';
import { findReader } from './findReader.ts';
import { openSource } from './openSource.ts';
import { refuseExisting, saveFolder } from './saveFolder.ts';

export interface Surroundings {
  /** The project's folder. */
  readonly root: string;
  /** Where the author stands: paths are meant from there. */
  readonly cwd: string;
  readonly input: AsyncIterable<Uint8Array>;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** What is known of the site: its scheme and host, and which letters its typefaces lack. */
  readonly site: () => Promise<{
    readonly address: string;
    readonly missingLetters?: (text: string) => readonly string[];
  }>;
  /** What is told, line by line. */
  readonly say: (line: string) => void;
  /** What is told while it works, not as its result. */
  readonly progress: (line: string) => void;
}

export const USAGE = `npm run import -- SOURCE [--post ID|TITLE|ADDRESS] [--list] [--out DIR] [--story NAME] [--dry-run] [--force]

SOURCE is a file, a folder, a zip archive, - (standard input) or --clipboard: text, Markdown, a saved web page,
HTML copied out of a document, an export of a blog, a word processor's file.
  --post      which article of an export, by its title, number or address
  --list      what articles an export holds
  --story     the story's name, which is its folder and its address; from its title when absent
  --out       the folder to write; with --story, the folder in which the story's is
  --dry-run   tells all and writes nothing
  --force     replaces what is there`;

/** A source that takes a while. */
const LONG = 8 * 2 ** 20;
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const STORIES = 'src/content/stories';

/** @throws ImportError for what the author can put right: its message is one line */
export async function runImport(args: readonly string[], around: Surroundings): Promise<void> {
  const { values, positionals } = readArguments(args);
  const [name, ...more] = positionals;
  if (values.help) return around.say(USAGE);
  if ((name === undefined) !== (values.clipboard === true) || more.length > 0)
    throw new ImportError(
      more.length > 0
        ? `One source at a time: “${more[0]}” is a second one (a name with spaces is put in quotation marks)`
        : `Say what to import: npm run import -- article.md, or --clipboard (--help tells all)`,
    );
  if (values.story !== undefined && !NAME.test(values.story))
    throw new ImportError(
      `“${values.story}” is no name of a story, which is an address: lower-case words joined by hyphens, such as the-red-shoes`,
    );
  const source = values.clipboard
    ? await openClipboard()
    : await openSource(name === '-' ? name : path.resolve(around.cwd, name!), around.input, name);
  const named: Source = {
    ...source,
    name: name === undefined || name === '-' ? source.name : name,
  };
  tellLong(named, around);
  const reader = await findReader(named);
  if (values.list) {
    if (!reader.list)
      throw new ImportError(
        `${named.name} is one article (${reader.name}): there is nothing to choose`,
      );
    let count = 0;
    for await (const { id, title, published, address, draft } of reader.list(named)) {
      around.say([id, published ?? '', draft ? 'draft' : '', title, address ?? ''].join('\t'));
      count += 1;
    }
    around.progress(
      `${count.toLocaleString('en')} articles (${reader.name}). Import one: --post and its number, title or address.`,
    );
    return undefined;
  }
  const article = await reader.read(named, values.post);
  // Not before: whoever lists an export of many megabytes, or looks for one post, needs none of it.
  const [{ importArticle }, { summarise }, { address, missingLetters }] = await Promise.all([
    import('./importArticle.ts'),
    import('./summary.ts'),
    around.site(),
  ]);
  const imported = await importArticle(article, {
    name: values.story ?? madeName(article.made && name),
    today: around.today,
    address,
    missingLetters,
  });
  const folder = folderOf(values, imported.name, around);
  if (!values['dry-run']) saveFolder(folder, imported.files, values.force === true);
  else if (!values.force) refuseQuietly(folder, around);
  around.say(
    summarise(imported, {
      folder: path.relative(around.cwd, folder) || '.',
      dry: values['dry-run'] === true,
      next: nextCommand(folder, around),
    }),
  );
}

/** A story's folder keeps its name. */
const madeName = (source: string | undefined): string | undefined => {
  const name = source === undefined ? '' : path.basename(source).replace(/\.zip$/i, '');
  return NAME.test(name) ? name : undefined;
};

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        post: { type: 'string' },
        list: { type: 'boolean' },
        out: { type: 'string' },
        story: { type: 'string' },
        clipboard: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        force: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new ImportError(`${(error as Error).message.split('.')[0]} (--help tells all)`);
  }
}

function tellLong({ files, name }: Source, { progress }: Surroundings): void {
  const size = Math.max(0, ...files.map((file) => file.size));
  if (size > LONG) progress(`Reading ${name} (${Math.ceil(size / 2 ** 20)} MB) …`);
}

function folderOf(
  { out, story }: { out?: string | undefined; story?: string | undefined },
  name: string,
  { root, cwd }: Surroundings,
): string {
  if (out === undefined) return path.join(root, STORIES, name);
  return story === undefined ? path.resolve(cwd, out) : path.resolve(cwd, out, story);
}

function refuseQuietly(folder: string, { progress }: Surroundings): void {
  try {
    refuseExisting(folder, false);
  } catch (error) {
    progress((error as Error).message);
  }
}

/** How the story is seen. */
function nextCommand(folder: string, { root }: Surroundings): string[] {
  const inside = path.relative(root, folder).split(path.sep).join('/');
  const name = path.basename(folder);
  if (inside === `${STORIES}/${name}`)
    return [`See it: npm start, then http://localhost:4321/${name}/`];
  if (inside.startsWith('../') || path.isAbsolute(inside))
    return [
      `To see it, move it to ${STORIES}/${NAME.test(name) ? name : 'its-name'} and say: npm start`,
    ];
  return NAME.test(name)
    ? [`See it: STORIES=${inside} npm start, then http://localhost:4321/${name}/`]
    : [
        `To see it, give the folder a name that is an address (lower-case words joined by hyphens) and say: STORIES=${path.dirname(inside)}/its-name npm start`,
      ];
}
