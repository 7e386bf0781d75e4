/**
 * Each article among the fixtures becomes the folder that lies in `expected`, twice the same, and that folder again
 * itself. `UPDATE_ARTICLES=1` writes what comes out now: look at the difference before you keep it.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { findReader } from '../../../src/pipelines/import/findReader.ts';
import { type Imported, importArticle } from '../../../src/pipelines/import/importArticle.ts';
import { openSource } from '../../../src/pipelines/import/openSource.ts';
import { saveFolder } from '../../../src/pipelines/import/saveFolder.ts';

// What is added to the house is danced to other articles than these.
vi.mock('../../../src/pipelines/import/repertoire.ts', async (original) => {
  const { CATALOGUE, REPERTOIRE } = await import('../../helpers/repertoire.ts');
  const all = await original<typeof import('../../../src/pipelines/import/repertoire.ts')>();
  const known = (themes: ReadonlyMap<string, readonly string[]>, ids: readonly string[]) =>
    new Map([...themes].filter(([id]) => ids.includes(id)));
  return {
    ...all,
    REPERTOIRE,
    THEMES: {
      scene: known(all.THEMES.scene, CATALOGUE.scenes),
      cue: known(all.THEMES.cue, CATALOGUE.cues),
      transition: known(all.THEMES.transition, CATALOGUE.transitions),
    },
  };
});

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/articles');
const EXPECTED = join(FIXTURES, 'expected');
const OPTIONS = { today: '2026-11-30', address: 'https://example.org' };

/** Name of the expected folder, source, and which of several articles. */
const ARTICLES: readonly (readonly [name: string, source: string, post?: string])[] = [
  ['second-dancer', 'text/numbered.txt'],
  ['ohne-musik', 'text/without-headings.txt'],
  ['pour-personne', 'text/roman.txt'],
  ['greek', 'text/greek.txt'],
  ['letter', 'text/letter.txt'],
  ['glass-shoe', 'markdown/glass-shoe.md'],
  ['curtain-call', 'page/curtain-call.html'],
  ['snow', 'copied/google-docs.html'],
  ['ultima-funcion', 'copied/bold-lines.html'],
  ['knife-and-shoe', 'wordpress/export.xml', '7'],
  ['wordpress-colonnade', 'wordpress/export.xml', '8'],
  ['score-for-knives', 'ghost/dance.ghost.2024-06-01.json', 'A Score for Knives'],
  ['old-house', 'ghost/dance.ghost.2024-06-01.json', 'https://dance.example/the-old-house/'],
  ['barre-blogger', 'blogger/blog-05-08-2016.xml', '101'],
  ['barre-takeout', 'blogger/takeout', '201'],
  ['barre-in-winter-docx', 'word/pandoc.docx'],
  ['barre-in-winter-odt', 'odt/pandoc.odt'],
  ['understudy-docx', 'word/libreoffice.docx'],
  ['understudy-odt', 'odt/libreoffice.odt'],
  ['barre-in-winter-epub', 'epub/pandoc.epub'],
  ['saved-by-chromium', 'mhtml/chromium.mhtml'],
];

async function importFrom(source: string, post?: string): Promise<Imported> {
  const opened = await openSource(source, process.stdin, source.split('/').at(-1));
  const reader = await findReader(opened);
  return importArticle(await reader.read(opened, post), OPTIONS);
}

function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'latin1')]),
  );
}

const asText = ({ files }: Imported): Map<string, string> =>
  new Map(
    [...files]
      .map(([path, content]): [string, string] => [path, Buffer.from(content).toString('latin1')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

describe('each article becomes its story', () => {
  test.each(ARTICLES.map(([name, source, post]) => ({ name, source, post })))(
    '$name',
    async ({ name, source, post }) => {
      const imported = await importFrom(join(FIXTURES, source), post);
      const folder = join(EXPECTED, name);
      if (process.env['UPDATE_ARTICLES']) {
        if (existsSync(folder)) rmSync(folder, { recursive: true });
        saveFolder(folder, imported.files, false);
      }
      const expected = filesIn(folder);
      expect(asText(imported)).toEqual(expected);
      expect(asText(await importFrom(join(FIXTURES, source), post))).toEqual(expected);
      expect(asText(await importFrom(folder))).toEqual(expected);
      const { words } = imported;
      expect(words.kept + words.dropped).toBe(words.found);
    },
  );
});

/** Where the article lies that the site retells; it is not part of the repository. */
const SHARED =
  process.env['SHARED_ARTICLE'] ??
  resolve(FIXTURES, '../../../../shared/article/ballerina-assassin.txt');

test.runIf(existsSync(SHARED))('the article of the site itself, as it was pasted', async () => {
  const { chapters, dropped, words } = await importFrom(SHARED);
  expect(chapters).toHaveLength(11);
  expect(chapters[0]!.file).toBe('00-the-rise-of-a-ballerina-assassin.md');
  expect(words.kept + words.dropped).toBe(words.found);
  expect(dropped.map(({ reason }) => reason).sort()).toEqual([
    'a caption that repeats the title',
    'a form for replies',
    'a form for replies',
    'it repeats the title',
    'related posts',
  ]);
});
