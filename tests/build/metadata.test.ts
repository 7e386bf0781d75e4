/** What the built pages say about themselves, held to what previews, search engines and browsers need. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/server/settings.ts';
import { listBuilt } from '../helpers/bytes.ts';
import { headOf, headValues, structuredData, tagsIn } from '../helpers/page.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');
const { base } = readSettings(process.env);
const STORIES = ['index.html', ...listBuilt(DIST, 'chapters', 'index.html')];

/** The built file behind an absolute address of the site. */
const fileOf = (address: string): string => new URL(address).pathname.slice(base.length + 1);

/** How many of each a page has, and what they look like. */
const REQUIRED: readonly (readonly [string, number, RegExp])[] = [
  ['description', 1, /^.{50,160}$/],
  ['canonical', 1, /^https?:\/\/[^/]+\/(.*\/)?$/],
  // No name is known: nobody is made one of.
  ['author', 0, /./],
  ['theme-color', 1, /^#[0-9a-f]{6}$/],
  ['manifest', 1, /site\.webmanifest$/],
  ['icon', 2, /\.(ico|svg)$/],
  ['apple-touch-icon', 1, /\.png$/],
  ['og:type', 1, /^article$/],
  ['og:title', 1, /^.{3,90}Assassin$|^Ballerina Assassin$/],
  ['og:description', 1, /^.{50,160}$/],
  ['og:url', 1, /^https?:\/\//],
  ['og:site_name', 1, /./],
  ['og:locale', 1, /^[a-z]{2,3}_[A-Z]{2}$/],
  ['og:image', 2, /^https?:\/\/.*\.png$/],
  ['og:image:width', 2, /^1200$/],
  ['og:image:height', 2, /^(630|1200)$/],
  ['og:image:type', 2, /^image\/png$/],
  ['og:image:alt', 2, /^.{20,}$/],
  ['article:published_time', 1, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/],
  ['article:modified_time', 1, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/],
  ['article:author', 0, /./],
  ['twitter:card', 1, /^summary_large_image$/],
  ['twitter:title', 1, /^.{3,90}$/],
  ['twitter:description', 1, /^.{50,200}$/],
  ['twitter:image', 1, /^https?:\/\/.*\.png$/],
  ['twitter:image:alt', 1, /^.{20,420}$/],
];

describe.each(STORIES)('%s', (page) => {
  const head = headOf(DIST, page);

  test.each(REQUIRED)('has %s', (name, count, form) => {
    const values = headValues(head, name);
    expect(values).toHaveLength(count);
    for (const value of values) expect(value).toMatch(form);
  });

  test('is canonical to itself, and its pictures are there', () => {
    const [canonical] = headValues(head, 'canonical');
    expect(`${fileOf(canonical!)}index.html`).toBe(page);
    expect(headValues(head, 'og:url')).toEqual([canonical]);
    for (const name of ['og:image', 'twitter:image']) {
      for (const picture of headValues(head, name)) {
        expect(existsSync(join(DIST, fileOf(picture)))).toBe(true);
      }
    }
  });

  test('has a title that no search result cuts, and tells what film it is about', () => {
    const [title] = tagsIn(head, 'title');
    expect(title!.text.length).toBeLessThanOrEqual(60);
    expect(title!.text).toContain('Ballerina Assassin');
    const data = structuredData(head);
    const [article] = data[1]!['@graph'] as readonly object[];
    expect(article).toMatchObject({ about: { '@type': 'Movie', name: 'Ballerina' } });
    expect(JSON.stringify(data)).not.toContain('film blogger"');
  });

  test('shows none of other chapters’ words in search results', () => {
    const html = readFileSync(join(DIST, page), 'utf8');
    const sections = tagsIn(html, 'section').filter(({ attributes: a }) =>
      a['class']?.startsWith('chapter'),
    );
    const hidden = sections.map(({ attributes }) => 'data-nosnippet' in attributes);
    const own = page !== 'index.html';
    expect(hidden).toEqual(sections.map((_, index) => own && index > 0));
  });

  test('has one title, and describes itself before anything heavy', () => {
    expect(tagsIn(head, 'title').filter(({ text }) => text.trim())).toHaveLength(1);
    expect(head.indexOf('og:image')).toBeLessThan(head.indexOf('<style'));
  });
});

test('titles, descriptions and addresses are all different', () => {
  for (const name of ['og:title', 'description', 'canonical', 'og:image']) {
    const values = STORIES.map((page) => headValues(headOf(DIST, page), name)[0]);
    expect(new Set(values).size).toBe(STORIES.length);
  }
});

test('structured data is of schema.org’s shapes', () => {
  // schema-dts is schema.org's vocabulary as types: what the pages hold has to compile against it.
  const blocks = STORIES.flatMap((page) => structuredData(headOf(DIST, page)));
  expect(blocks).toHaveLength(2 * STORIES.length);
  const source = [
    "import type { Graph, WebPage, WithContext } from 'schema-dts';",
    ...blocks.map((block, index) => {
      // Told, not tried: a choice between the two takes the compiler many times as long.
      const type = '@graph' in block ? 'Graph' : 'WithContext<WebPage>';
      return `export const d${index}: ${type} = ${JSON.stringify(block)};`;
    }),
  ].join('\n');
  const wrong = source.replace('"headline"', '"headlin"').replace('"position":1', '"position":{}');
  const [found, noticed] = problems(source, wrong);
  expect(found).toEqual([]);
  // And it does notice.
  expect(noticed!.length).toBeGreaterThan(0);
}, 60_000);

/** What the compiler has against each of some modules that exist in memory only; it reads what they import once. */
function problems(...sources: readonly string[]): string[][] {
  const modules = new Map(
    sources.map((source, i) => [join(ROOT, `tests/build/structured${i}.check.ts`), source]),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => {
    const source = modules.get(name);
    return source === undefined
      ? getSourceFile.call(host, name, ...rest)
      : ts.createSourceFile(name, source, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules.keys()].map((name) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
  );
}
