/** The engine's own story, among the fixtures: read whole, as the build reads it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printBody } from '../../../src/core/content/body/printBody.ts';
import { readBody } from '../../../src/core/content/body/readBody.ts';
import { sortFolder } from '../../../src/core/content/chapterFolder.ts';
import { orderChapters } from '../../../src/core/content/readContent.ts';
import { readStory } from '../../../src/core/content/readStory.ts';
import { castStory } from '../../../src/core/story/casting.ts';
import { findStories } from '../../../src/data/findStories.ts';
import { REPERTOIRE, readChapter } from '../../helpers/repertoire.ts';

const FOLDER = 'tests/fixtures/stories/la-doublure';
const STORY = `${FOLDER}/story.md`;
const read = (file: string) => readFileSync(file, 'utf8');

const story = readStory(STORY, read(STORY));
const files = sortFolder(`${FOLDER}/chapters`, readdirSync(`${FOLDER}/chapters`));
const { chapters, chosen, doubts } = castStory(
  orderChapters(files.chapters.map((file) => ({ file, ...readChapter(file, read(file)) }))),
  REPERTOIRE,
);
const around = {
  base: '/la-doublure/',
  site: story.address,
  story: STORY,
  chapters,
  pictures: new Set(files.pictures),
};
const printed = chapters.map((chapter) =>
  printBody(chapter.body, { ...around, file: chapter.file }),
);
const html = printed.flatMap(({ steps }) => steps).join('');

describe('the story among the fixtures', () => {
  test('stands beside the one at the root', () => {
    expect(findStories('.', [FOLDER]).map(({ name, path }) => [name, path])).toEqual([
      ['ballerina', ''],
      ['la-doublure', 'la-doublure/'],
    ]);
  });

  test('is French, three chapters from 1 on, its words on the other side', () => {
    expect(story).toMatchObject({ language: 'fr', words: 'right' });
    expect(chapters.map(({ order }) => order)).toEqual([1, 2, 3]);
  });

  test('is without a fault, and cast but for what its author chose', () => {
    expect(printed.flatMap(({ faults }) => faults)).toEqual([]);
    expect(doubts).toEqual([]);
    expect(chosen).toHaveLength(3);
    expect(chosen[0]).not.toContain('scene bareStage');
    expect(chapters[0]!.scene).toBe('bareStage');
    // Nobody dances at the end: the scene is cast all the same, and its music.
    expect(chapters[2]).toMatchObject({
      dance: 'none',
      scene: 'lastCurtain',
      cue: 'swan-lake-finale',
    });
  });

  test('has quotation marks, names, a picture and a note, all kept', () => {
    expect(html).toContain('«\u00a0Tomber, disait son maître, c’est encore danser.\u00a0»');
    expect(html).toContain('Zoë Lindqvist');
    expect(printed[1]!.pictures).toEqual(['./chausson.svg']);
    expect(html).toMatch(/<img src="picture:0" alt="Un chausson rouge/);
    expect(html).toMatch(/<sup><a href="#l-entree--/);
  });

  test('leads to its own chapters, in its own folder', () => {
    const note = printBody(readBody(story.note, 'note_'), { ...around, file: STORY });
    expect(note.faults).toEqual([]);
    expect(note.steps.join('')).toContain('href="/la-doublure/chapters/l-entree/"');
    expect(html).toContain('href="/la-doublure/chapters/la-chute/"');
  });
});
