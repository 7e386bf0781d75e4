import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cardFonts } from '../../../src/cards/fonts.ts';
import { box, lettersSvg } from '../../../src/cards/textOutlines.ts';
import { OTHER_SCRIPTS, type TypeRole } from '../../../src/config/typefaces.ts';
import {
  pointsOf,
  rangeOf,
  readsRightToLeft,
  subsetsFor,
} from '../../../src/core/fonts/subsets.ts';
import { directionOf } from '../../../src/core/site/metadata/locale.ts';
import { checkLetters, fieldsIn, lettersIn, pageFonts } from '../../../src/data/typefaces.ts';

const LATIN = 'bodoni-moda latin';

describe('the letters of a title', () => {
  test.each([
    ['Balletdanser “q” – é', `${LATIN}`],
    ['Zabójczyni ćwiczy żółć', `${LATIN}, bodoni-moda latin-ext`],
    ['Балерина-убийца', `${LATIN}, noto-serif-display cyrillic`],
    ['Μπαλαρίνα φόνισσα', `${LATIN}, noto-serif-display greek`],
    ['Nữ sát thủ', `${LATIN}, noto-serif-display vietnamese`],
    ['רוצחת הבלרינה', `${LATIN}, frank-ruhl-libre hebrew`],
    ['قاتلة الباليه', `${LATIN}, amiri arabic`],
  ])('%s are set in fonts that have them', async (title, families) => {
    const fonts = await cardFonts(title);
    const display = fonts.families.get('display')!.split(', ');
    for (const family of families.split(', ')) expect(display).toContain(family);
    // Satori asks for what no font has; we refuse then.
    const svg = await lettersSvg(box({ fontFamily: 'display', fontSize: 40 }, title), {
      width: 900,
      height: 100,
    });
    expect(svg).toContain('<path');
  });

  test('of western Europe need no second font', async () => {
    const { fonts } = await cardFonts('The Rise of a Ballerina Assassin – “é”');
    expect(fonts.map(({ name }) => name)).toEqual([
      LATIN,
      LATIN,
      'newsreader latin',
      'newsreader latin',
    ]);
  });

  test.each([
    ['殺し屋のバレリーナ', '殺 し 屋 の バ レ リ ー', 'noto-serif-sc'],
    ['발레리나', '발 레 리 나', 'noto-serif-kr'],
    ['Killer 🩰', '🩰', 'noto-sans-symbols'],
  ])('%s that no font has are told, with file and field', (title, letters, family) => {
    expect(() =>
      checkLetters('.', 'src/content/stories/ballerina/story.md', 'title', title),
    ).toThrow(
      `src/content/stories/ballerina/story.md cannot be used:\n  title: found "${title}"; posters show it, and no typeface here has ${letters}; leave them out, or add a typeface that has them to src/config/typefaces.ts. For example:\n    npm install --save-exact @fontsource/${family}`,
    );
  });

  test('that no font has are never drawn as boxes', async () => {
    await expect(
      lettersSvg(box({ fontFamily: 'display' }, 'a 殺'), { width: 100, height: 100 }),
    ).rejects.toThrow('No typeface has "殺"');
  });

  test('a range is read and written', () => {
    expect(pointsOf('U+41-43,U+20')).toEqual([0x41, 0x42, 0x43, 0x20]);
    expect(rangeOf([0x43, 0x20, 0x41, 0x42])).toEqual(['U+20', 'U+41-43']);
  });

  test('a letter written as two signs is one', () => {
    const subsets = [{ id: 'x', subset: 'latin', range: 'U+0000-00FF' }];
    expect(subsetsFor('e\u0301', subsets).missing).toEqual([]);
  });
});

test('what frames set large is in the fields, not in the words below them', () => {
  const place = [
    'tests/fixtures/stories/la-doublure/chapters',
    'tests/fixtures/stories/la-doublure/story.md',
  ] as const;
  expect(fieldsIn(...place)).toContain('title: La chute, douze fois');
  expect(fieldsIn(...place)).not.toContain('On refait la chute');
  expect(lettersIn(...place)).toContain('On refait la chute');
});

describe('fonts of pages', () => {
  test('are the ones of western Europe for words of western Europe', () => {
    const letters = lettersIn(
      'src/content/stories/ballerina/chapters',
      'src/content/stories/ballerina/story.md',
    );
    expect(pageFonts('.', 'display', '400 900', letters)).toEqual([
      expect.objectContaining({ style: 'normal', weight: '400 900' }),
      expect.objectContaining({ style: 'italic' }),
    ]);
    expect(JSON.stringify(pageFonts('.', 'text', '200 800', letters))).not.toContain(
      'unicodeRange',
    );
  });

  test.each(Object.keys(OTHER_SCRIPTS) as TypeRole[])(
    'of the role %s exist for every script',
    (role) => {
      for (const letters of ['ż', 'б', 'ѓ', 'λ', 'ữ', 'ש', 'ق']) {
        const fonts = pageFonts('.', role, '400', letters);
        for (const { src } of fonts) expect(existsSync(src[0]), src[0]).toBe(true);
        expect(fonts.length, letters).toBeGreaterThan(1);
      }
    },
  );
});

describe('direction', () => {
  test.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['ur', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['az-Arab', 'rtl'],
    ['yi', 'rtl'],
    ['ckb', 'rtl'],
    ['fr-CA', 'ltr'],
    ['ja', 'ltr'],
  ])('%s is written %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });

  test('a line’s is that of its first letter', () => {
    expect(readsRightToLeft('12: قاتلة Rooney')).toBe(true);
    expect(readsRightToLeft('Rooney قاتلة')).toBe(false);
  });
});
