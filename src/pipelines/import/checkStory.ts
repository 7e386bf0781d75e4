/**
 * The import's own proof: that the files it is about to write are read by the site without a fault, and hold every
 * word that came in. What it finds is a fault of the import's, and stops it.
 */
import type { ElementContent, Root } from 'hast';
import { printBody } from '../../core/content/body/printBody.ts';
import { readBody } from '../../core/content/body/readBody.ts';
import { type ChapterSource, orderChapters, readChapter } from '../../core/content/readContent.ts';
import { readStory } from '../../core/content/readStory.ts';
import { CHAPTERS_FOLDER, STORY_FILE } from '../../core/story/storyPlaces.ts';
import { textOf } from './clean/text.ts';
import type { DraftedStory } from './draftStory.ts';
import type { FoundChapters } from './findChapters.ts';
import type { Furnished } from './furniture.ts';
import { CATALOGUE } from './repertoire.ts';
import { noteWords, plainWords, readWords } from './write/readWords.ts';

/** Words are not where they should be: never the author's doing. */
export class LostWords extends Error {
  override readonly name = 'LostWords';
  constructor(where: string, before: string, after: string) {
    let at = 0;
    while (at < before.length && before[at] === after[at]) at += 1;
    const about = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 50));
    super(
      `The import would lose or change words (${where}), so nothing was written. Please report it. In: ${about(before)}; out: ${about(after)}`,
    );
  }
}

function same(where: string, before: string, after: string): void {
  if (before !== after) throw new LostWords(where, before, after);
}

/** That what was kept and what was left out are together what there was. */
export function checkFurniture(body: Root, { blocks, dropped, used }: Furnished): void {
  const count = (texts: readonly string[]) => {
    const words = new Map<string, number>();
    for (const text of texts)
      for (const word of text.split(/\s+/).filter(Boolean))
        words.set(word, (words.get(word) ?? 0) + 1);
    return words;
  };
  const before = count([textOf(body)]);
  const after = count([textOf([...blocks]), ...dropped.map(({ words }) => words), ...used]);
  for (const word of new Set([...before.keys(), ...after.keys()]))
    if (before.get(word) !== after.get(word))
      throw new LostWords(
        'furniture',
        `${word} × ${before.get(word) ?? 0}`,
        `${word} × ${after.get(word) ?? 0}`,
      );
}

/** That the chapters hold all blocks, in order. */
export function checkChapters(blocks: readonly ElementContent[], { parts }: FoundChapters): void {
  const out = parts.map(
    ({ above = [], heading, blocks: own }) =>
      above.join('') + (heading?.text ?? '') + textOf([...own]),
  );
  same('chapters', plainWords(textOf([...blocks])), plainWords(out.join('')));
}

/**
 * That each file is read back to its words.
 *
 * @param texts by path in the story's folder
 * @param pictures names of files beside the chapters
 * @throws ContentError for a file that the site would refuse, LostWords for words that it would show otherwise
 */
export function checkTexts(
  story: DraftedStory,
  texts: ReadonlyMap<string, string>,
  pictures: readonly string[],
): void {
  const bodies = new Map(checkFiles(texts, pictures).map(({ file, body }) => [file, body]));
  for (const { file, steps, notes, label, fields } of story.chapters) {
    const body = bodies.get(`${CHAPTERS_FOLDER}/${file}`)!;
    const read = body.steps.map(withoutNotes);
    same(`${file}, steps`, String(steps.length), String(read.length));
    for (const [at, step] of steps.entries())
      same(`${file}, step ${at + 1}`, readWords(step), readWords(read[at]!));
    const written = [...notes.values()].map((note) => readWords(note)).sort();
    const found = body.steps.flatMap(noteWords).sort();
    same(`${file}, notes`, written.join('|'), found.join('|'));
    if (label !== '' && !/^[#№([]?\d/.test(label) && fields.title.length === 0)
      throw new Error(`${file} has no title`);
  }
}

/** That the site reads the files of a story's folder without a fault. */
export function checkFiles(
  texts: ReadonlyMap<string, string>,
  pictures: readonly string[],
): readonly (ChapterSource & { readonly file: string })[] {
  const story = readStory(STORY_FILE, texts.get(STORY_FILE) ?? '');
  const chapters = orderChapters(
    [...texts]
      .filter(([path]) => path.startsWith(`${CHAPTERS_FOLDER}/`))
      .map(([file, text]) => ({ file, ...readChapter(file, text, CATALOGUE) })),
  );
  const around = {
    base: '/',
    story: STORY_FILE,
    chapters,
    pictures: new Set(pictures.map((name) => `${CHAPTERS_FOLDER}/${name}`)),
  };
  for (const { file, body } of chapters) {
    const { faults } = printBody(body, { ...around, file });
    if (faults.length > 0) throw new Error(`${file}: ${JSON.stringify(faults)}`);
  }
  const note = readBody(story.note, 'note_');
  const faults = [...note.faults, ...printBody(note, { ...around, file: STORY_FILE }).faults];
  if (faults.length > 0) throw new Error(`${STORY_FILE}: ${JSON.stringify(faults)}`);
  return chapters;
}

/** A step without the section of notes. */
function withoutNotes(step: Root): Root {
  return {
    ...step,
    children: step.children.filter(
      (node) => !(node.type === 'element' && 'dataFootnotes' in node.properties),
    ),
  };
}
