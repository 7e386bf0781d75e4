import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/**
 * The scripts that a built page loads at first view: what its script tags,
 * module preloads and islands name, all that these import statically, and the
 * threads that they start. What is fetched by `import()` comes later and is not among them.
 *
 * @param dist the folder of built files
 * @param page path of an HTML file below it, such as `index.html`
 * @param base '' or '/story': what addresses in the page begin with
 * @returns paths below `dist`, sorted, without a slash in front
 * @throws where the page or a script names a file that is not there
 */
export function firstViewScripts(dist: string, page: string, base = ''): string[] {
  const html = readFileSync(join(dist, page), 'utf8');
  const found = new Set<string>();
  const visit = (file: string, from: string): void => {
    if (found.has(file)) return;
    if (!existsSync(join(dist, file))) throw new Error(`${from} loads ${file}, which is not built`);
    found.add(file);
    const source = readFileSync(join(dist, file), 'utf8');
    for (const specifier of [...staticImports(source), ...workers(source)])
      visit(toFile(specifier, file, base), file);
  };
  for (const address of [...entryScripts(html), ...inlineScripts(html).flatMap(staticImports)]) {
    visit(toFile(address, page, base), page);
  }
  return [...found].sort();
}

/** The text of the scripts that stand in the page itself; data is no script. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
    .filter(([, attributes = '']) => !/\bsrc=/.test(attributes))
    .filter(([, attributes = '']) => /^(module|text\/javascript)?$/.test(type(attributes)))
    .map(([, , text = '']) => text);
}

/** Addresses in script tags, module preloads and islands. */
function entryScripts(html: string): string[] {
  const tags = html.match(/<(script|link|astro-island)\b[^>]*>/gi) ?? [];
  return tags.flatMap((tag) => {
    if (/^<script/i.test(tag)) return attribute(tag, 'src');
    if (/^<link/i.test(tag)) {
      return attribute(tag, 'rel').includes('modulepreload') ? attribute(tag, 'href') : [];
    }
    return ['component-url', 'renderer-url', 'before-hydration-url'].flatMap((name) =>
      attribute(tag, name),
    );
  });
}

/** Specifiers of `import … from` and `export … from`. */
function staticImports(source: string): string[] {
  const file = ts.createSourceFile('module.js', source, ts.ScriptTarget.ESNext);
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const specifier = statement.moduleSpecifier;
    return specifier && ts.isStringLiteral(specifier) ? [specifier.text] : [];
  });
}

/** Addresses of files that are started as threads: they stand in the script as they are. */
function workers(source: string): string[] {
  return [...source.matchAll(/["'`](\/[\w./-]*_astro\/[\w.-]+\.js)["'`]/g)].map(
    ([, address]) => address!,
  );
}

/** A path below `dist` from an address in `from`, itself a path below `dist`. */
function toFile(address: string, from: string, base: string): string {
  const [path = ''] = address.split(/[?#]/);
  if (/^(https?:)?\/\//.test(path)) throw new Error(`${from} loads ${address} from another host`);
  if (!path.startsWith('/')) return posix.join(posix.dirname(from), path);
  return (path.startsWith(`${base}/`) ? path.slice(base.length) : path).slice(1);
}

function type(attributes: string): string {
  return attribute(`<script ${attributes}>`, 'type')[0] ?? '';
}

/** The attribute's value, in an array that is empty if there is none. */
function attribute(tag: string, name: string): string[] {
  const match = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value ? [value] : [];
}
