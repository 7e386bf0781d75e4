/** The interface's words: whole, alike in every language, and each of them used. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { closestLanguage } from '../../../src/core/wording/closestLanguage.ts';
import { piecesOf } from '../../../src/core/wording/pieces.ts';
import { formFor, markOf, say } from '../../../src/core/wording/say.ts';
import { checkWording, nameOf, WORDED, wordedAs, wordingOf } from '../../../src/data/wording.ts';
import { isForms, type Word, type WordTree } from '../../../src/schemas/wording.ts';

const read = (tag: string): WordTree =>
  JSON.parse(readFileSync(`src/i18n/${tag}.json`, 'utf8')) as WordTree;
const ENGLISH = read('en');
/** Languages in which a story is told whole; of others there are the words of frames. */
const WHOLE = ['en', 'ar', 'de', 'es', 'fr'];

/** All words of a tree by their path, such as `bar.close`; of a sentence in several forms each. */
function leaves(tree: WordTree, above = ''): [path: string, word: string][] {
  return Object.entries(tree).flatMap(([name, word]) => {
    const place = above ? `${above}.${name}` : name;
    return typeof word === 'string' ? [[place, word]] : leaves(word, place);
  });
}
/** The paths alone, a sentence with its forms counted once. */
function paths(tree: WordTree, above = ''): string[] {
  return Object.entries(tree).flatMap(([name, word]) => {
    const place = above ? `${above}.${name}` : name;
    return typeof word === 'string' || isForms(word) ? [place] : paths(word, place);
  });
}

/** Sentences in several forms. */
function counted(tree: WordTree): WordTree[] {
  return Object.values(tree).flatMap((word) =>
    typeof word === 'string' ? [] : isForms(word) ? [word] : counted(word),
  );
}

describe('languages', () => {
  test.each(WHOLE)('%s has every word of English and no other', (tag) => {
    expect(paths(read(tag)).sort()).toEqual(paths(ENGLISH).sort());
  });

  test.each(WORDED)('%s fits the schema: names in braces agree', (tag) => {
    expect(() => checkWording(`${tag}.json`, read(tag), ENGLISH)).not.toThrow();
    expect(nameOf(tag)).not.toBe(tag);
  });

  test.each(WORDED)('%s has a form for every number that its language tells apart', (tag) => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    for (const forms of counted(read(tag)))
      expect(Object.keys(forms).sort()).toEqual([...pluralCategories].sort());
  });

  test.each(WORDED)('%s keeps its typography: no straight quotes, no three points', (tag) => {
    const wrong = leaves(read(tag)).filter(([, word]) =>
      /["']|\.\.\.| {2}|^\s|\s$/.test(prose(word)),
    );
    expect(wrong.filter(([place]) => !/^quote\.(open|close)$/.test(place))).toEqual([]);
  });

  test('French has narrow spaces before high signs and within guillemets', () => {
    const wrong = leaves(read('fr')).filter(([, word]) =>
      /(?<![\u202f\u00a0])[;!?»]|(?<!\u00a0):(?= |$)|«(?!\u202f)|[ \u202f]:/.test(prose(word)),
    );
    expect(wrong).toEqual([]);
  });

  test('Spanish opens what it closes', () => {
    const count = (text: string, sign: string) => text.split(sign).length;
    for (const [place, word] of leaves(read('es'))) {
      for (const [open, close] of ['¿?', '¡!'])
        expect(count(word, open!), place).toBe(count(word, close!));
    }
  });

  test('Arabic has its own comma, semicolon and question mark', () => {
    expect(leaves(read('ar')).filter(([, word]) => /[,;?]/.test(prose(word)))).toEqual([]);
  });
});

/** A word without what is typed or put into it. */
const prose = (word: string): string => word.replace(/`[^`]*`|\{\w+\}/g, '…');

describe('a language’s file', () => {
  const check = (words: object) => () =>
    checkWording('src/i18n/xx.json', words as WordTree, ENGLISH);

  test('may have fewer words', () => {
    expect(check({ bar: { close: 'Zu' } })).not.toThrow();
  });

  test('may have no other words, no empty ones, and no other names in braces', () => {
    expect(check({ bar: { clothes: 'Zu' } })).toThrow('src/i18n/xx.json cannot be used');
    expect(check({ bar: { close: '' } })).toThrow('bar.close');
    expect(check({ bar: { next: 'Weiter: {kapitel}' } })).toThrow(
      'its names in braces are those of English: {chapter}. For example:\n    "Next chapter: {chapter}"',
    );
    expect(check({ frame: { seconds: { one: '{passed} von {all}' } } })).toThrow('frame.seconds');
  });
});

describe('a word that a language lacks', () => {
  const italian = wordingOf('it-CH');

  test('is English and says so', () => {
    expect(italian.bar.close).toEqual({ en: 'Close' });
    expect(say(italian.bar.close)).toBe('Close');
    expect(markOf(italian.bar.close)).toEqual({ lang: 'en', dir: 'ltr' });
    expect(markOf(italian.frame.play)).toEqual({});
  });

  test('is every word where there is no file for a language', () => {
    expect(wordingOf('pl').frame.play).toEqual({ en: 'Play' });
    expect(wordedAs('pl')).toBe('en');
    expect(wordingOf('en-GB').frame.play).toBe('Play');
  });
});

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['PT-br', 'pt'],
  ['ja', undefined],
  ['', undefined],
] as const)('for %s there are the words of %s', (tag, language) => {
  expect(closestLanguage(tag, WORDED)).toBe(language);
});

test('a number takes the form of its language; English words count in English', () => {
  const { seconds } = wordingOf('ar').frame;
  const said = (count: number) => say(formFor(seconds, count, 'ar'), { passed: 0, all: count });
  expect(new Set([1, 2, 3, 11].map(said)).size).toBe(4);
  expect(said(3)).toContain('3');
  const english = wordingOf('pl').frame.seconds;
  expect(say(formFor(english, 1, 'pl'), { passed: 0, all: 1 })).toBe('0 of 1 second');
});

test('what stands in a word is put there, and code is told apart', () => {
  expect(say('{a} and {b}', { a: 1 })).toBe('1 and {b}');
  expect(piecesOf('Type `/html`, {name}: now')).toEqual([
    { text: 'Type ' },
    { code: '/html' },
    { text: ', ' },
    { name: 'name' },
    { text: ': now' },
  ]);
  expect(piecesOf({ en: 'a' } satisfies Word)).toEqual([{ text: 'a' }]);
});

describe('labels', () => {
  test.each(WHOLE)('in %s accessible names hold the words that are seen', (tag) => {
    const { staff } = wordingOf(tag);
    expect(say(staff.captions)).toContain(say(staff.captionsSign));
  });

  test('in English two controls of a page are not called alike', () => {
    const { bar, sound, staff } = wordingOf('en');
    const names = [bar.motion, bar.chapters, sound.sound, staff.captions, staff.staff].map((word) =>
      say(word),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('words and code', () => {
  const code = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte|astro)$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

  test('no word is without use', () => {
    const unused = paths(ENGLISH).filter(
      (place) => !new RegExp(`\\b${place.split('.').at(-1)}\\b`).test(code),
    );
    expect(unused).toEqual([]);
  });
});
