/** From an article to the files of a story. */
import type { ElementContent } from 'hast';
import { type Article, type Dropped, ImportError } from './article.ts';
import { checkChapters, checkFiles, checkFurniture, checkTexts } from './checkStory.ts';
import { countWords, textOf } from './clean/text.ts';
import { type DraftOptions, draftStory, languageOf } from './draftStory.ts';
import { storyName } from './drafts/slugs.ts';
import { wordingFor } from './drafts/wording.ts';
import { findChapters } from './findChapters.ts';
import { removeFurniture } from './furniture.ts';
import { takePictures } from './write/pictures.ts';
import { storyTexts } from './write/storyFiles.ts';

/** A story ready to be written, and what is to be told of it. */
export interface Imported {
  /** The story's folder, by name. */
  readonly name: string;
  /** By path in that folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly chapters: readonly {
    readonly file: string;
    readonly title: string;
    readonly words: number;
    readonly reason: string;
  }[];
  /** How the chapters were found. */
  readonly how: string;
  /** Words that came in, notes with them; that stand in the story; that were left out. */
  readonly words: { readonly found: number; readonly kept: number; readonly dropped: number };
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly string[];
}

/** Steps beyond which words are no article but a book. */
const LONGEST = 250_000;

/**
 * @throws ImportError for what holds no article, or more than a story can hold
 * @throws LostWords when the import itself is at fault: it writes nothing then
 */
export async function importArticle(article: Article, options: DraftOptions): Promise<Imported> {
  if (article.made) return madeBefore(article, options);
  const furnished = removeFurniture(article);
  checkFurniture(article.body, furnished);
  const words = textOf([...furnished.blocks]);
  const count = countWords(words);
  if (count === 0) throw new ImportError('There is no article in it: no words were found');
  if (count > LONGEST)
    throw new ImportError(
      `It has ${count.toLocaleString('en')} words, which is a book: a story has room for ${LONGEST.toLocaleString('en')}`,
    );
  const language = await languageOf(furnished.facts, words);
  const pictures = await takePictures(
    furnished.blocks.map((block) => withoutLanguage(block, language.language)),
    article.images,
    wordingFor(language.language).picture,
  );
  const found = findChapters(pictures.blocks, language.language);
  checkChapters(pictures.blocks, found);
  const notes = new Map<string, readonly ElementContent[]>();
  for (const [key, note] of article.notes) {
    const own = await takePictures(note, new Map(), '');
    notes.set(key, own.blocks);
  }
  const story = draftStory(found, furnished.facts, notes, language, options);
  const texts = storyTexts(story);
  checkTexts(story, texts, [...pictures.files.keys()]);
  const dropped = [...article.dropped, ...furnished.dropped, ...story.dropped];
  const wordsOf = (list: readonly string[]) =>
    list.reduce((sum, text) => sum + countWords(text), 0);
  const noteWords = wordsOf([...article.notes.values()].map((note) => textOf(note)));
  const chapterWords = story.chapters.map(({ steps, notes: own }) =>
    wordsOf([
      ...steps.map((step) => textOf(step)),
      ...[...own.values()].map((note) => textOf(note)),
    ]),
  );
  return {
    name: story.name,
    files: new Map<string, string | Uint8Array>([
      ...texts,
      ...[...pictures.files].map(([name, bytes]): [string, Uint8Array] => [
        `chapters/${name}`,
        bytes,
      ]),
    ]),
    chapters: story.chapters.map(({ file, fields, reason }, at) => ({
      file,
      title: fields.title,
      words: chapterWords[at]!,
      reason,
    })),
    how: found.how,
    words: {
      found:
        countWords(textOf(article.body)) +
        noteWords +
        wordsOf(article.dropped.map(({ words: one }) => one)),
      kept: count + noteWords + wordsOf(furnished.used),
      dropped: wordsOf([...article.dropped, ...furnished.dropped].map(({ words: one }) => one)),
    },
    dropped,
    warnings: [
      ...new Set([...article.warnings, ...found.warnings, ...pictures.warnings, ...story.warnings]),
    ],
  };
}

/** What is in the article's language need not say so, but where another is round it. */
function withoutLanguage(node: ElementContent, language: string): ElementContent {
  if (node.type !== 'element') return node;
  const { lang, ...rest } = node.properties;
  if (
    typeof lang === 'string' &&
    new Intl.Locale(lang).language !== new Intl.Locale(language).language
  )
    return node;
  return {
    ...node,
    properties: rest,
    children: node.children.map((child) => withoutLanguage(child, language)),
  };
}

/** A folder that is a story already is taken as it is. */
async function madeBefore(article: Article, options: DraftOptions): Promise<Imported> {
  const files = article.made!;
  const texts = new Map<string, string>();
  const pictures: string[] = [];
  for (const [path, content] of files)
    if (typeof content === 'string') texts.set(path, content);
    else pictures.push(path.replace(/^chapters\//, ''));
  const chapters = checkFiles(texts, pictures).map(({ file, title, body }) => ({
    file: file.replace('chapters/', ''),
    title,
    words: countWords(body.steps.map((step) => textOf(step)).join(' ')),
    reason: '',
  }));
  const words = chapters.reduce((sum, chapter) => sum + chapter.words, 0);
  return {
    name: options.name ?? storyName(article.facts.title ?? 'story'),
    files,
    chapters,
    how: 'a story’s folder already: taken as it is',
    words: { found: words, kept: words, dropped: 0 },
    dropped: article.dropped,
    warnings: article.warnings,
  };
}
