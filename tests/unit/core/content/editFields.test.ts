import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editFields } from '../../../../src/core/content/editFields.ts';
import { frontMatterOf } from '../../../../src/core/content/frontMatter.ts';

const FILE = `---
# Mine, do not touch.
title:   "The Heart"   # as in the book
shortTitle: Heart

scene: colonnade
alt: >
  Rain falls
  in a dark colonnade.
drafted:
  - alt
  - description
quote: 'It is hers'
---

First: step.
`;
const ORDER = [
  'title',
  'shortTitle',
  'description',
  'scene',
  'dance',
  'cue',
  'alt',
  'quote',
  'quoteAfter',
];
const fieldsOf = (text: string) => parse(frontMatterOf(text.replaceAll('\r\n', '\n'))!.source);

describe('a field is changed and nothing else', () => {
  test.each([
    ['title', 'Another', 'title:   "The Heart"', 'title:   "Another"'],
    ['scene', 'blinds', 'scene: colonnade', 'scene: blinds'],
    ['quote', 'It’s: hers', "'It is hers'", "'It’s: hers'"],
    ['alt', 'Snow.', '>\n  Rain falls\n  in a dark colonnade.', 'Snow.'],
    ['shortTitle', 'Killer #1', 'Heart\n\n', '"Killer #1"\n\n'],
    ['quote', `a\n${'b '.repeat(30)}c`, "'It is hers'", `"a\\n${'b '.repeat(30)}c"`],
  ])('%s', (field, value, before, after) => {
    expect(editFields(FILE, { [field]: value }, ORDER)).toBe(FILE.replace(before, after));
  });

  test('what has its value already is not written anew', () => {
    expect(editFields(FILE, { title: 'The Heart', drafted: ['alt', 'description'] }, ORDER)).toBe(
      FILE,
    );
  });

  test('a new field comes behind those before it, an old one leaves with its line', () => {
    const added = editFields(FILE, { cue: 'the-swan' }, ORDER);
    expect(added).toBe(FILE.replace('scene: colonnade\n', 'scene: colonnade\ncue: the-swan\n'));
    expect(editFields(added, { cue: null }, ORDER)).toBe(FILE);
    expect(editFields(FILE, { title: null }, ORDER)).toBe(
      FILE.replace('title:   "The Heart"   # as in the book\n', ''),
    );
    expect(editFields(FILE, { alt: null }, ORDER)).not.toContain('colonnade.');
  });

  test('lists stay lists of lines', () => {
    expect(editFields(FILE, { drafted: ['alt'] }, ORDER)).toBe(
      FILE.replace('\n  - description', ''),
    );
    expect(editFields(FILE, { drafted: null }, ORDER)).toBe(
      FILE.replace('drafted:\n  - alt\n  - description\n', ''),
    );
    const flow = FILE.replace('drafted:\n  - alt\n  - description', 'drafted: [alt, description]');
    expect(editFields(flow, { drafted: ['alt'] }, ORDER)).toContain('drafted: [alt]\n');
  });

  test('a field without a value gets one, and lines end as they did', () => {
    const windows = FILE.replace('scene: colonnade', 'scene:').replaceAll('\n', '\r\n');
    expect(editFields(windows, { scene: 'blinds' }, ORDER)).toBe(
      FILE.replace('colonnade\nalt', 'blinds\nalt').replaceAll('\n', '\r\n'),
    );
  });

  test('whatever is written is read again as it is, and the rest as it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('title', 'alt', 'quote', 'scene', 'dance', 'quoteAfter'),
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom(
            '#a',
            'a #b',
            '- x',
            '[',
            'yes',
            '1',
            '',
            ' a ',
            'a: b',
            '"',
            "'",
            '&a',
            '*a',
            '!a',
            '%',
            '@',
            '`',
            '---',
            'a\nb',
            // White to JavaScript, not to YAML.
            '\u00a0',
            'a\u202f',
            '\u3000a\u2003',
          ),
        ),
        (field, value) => {
          // YAML has no place for these.
          fc.pre(!/(?![\t\n])\p{Cc}|\p{Cs}|[\u2028\u2029\uFEFF\uFFFE\uFFFF]/u.test(value));
          const edited = editFields(FILE, { [field]: value }, ORDER);
          expect(fieldsOf(edited)).toEqual({ ...fieldsOf(FILE), [field]: value });
          expect(edited.endsWith('---\n\nFirst: step.\n')).toBe(true);
          expect(edited).toContain('# Mine, do not touch.');
        },
      ),
      { numRuns: 300 },
    );
  });
});
