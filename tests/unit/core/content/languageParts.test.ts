import { expect, test } from 'vitest';
import { languageParts } from '../../../../src/core/content/languageParts.ts';

const TERMS = { fr: ['jeté', 'grand jeté', 'pas'], nb: ['Åse'] };
const parts = (text: string) =>
  languageParts(text, TERMS).map(({ text, language }) => (language ? [text, language] : text));

test('terms are marked, the longest that fits, and nothing is lost', () => {
  expect(parts('A grand jeté, then a Jeté.')).toEqual([
    'A ',
    ['grand jeté', 'fr'],
    ', then a ',
    ['Jeté', 'fr'],
    '.',
  ]);
  expect(parts('Åse’s Death')).toEqual([['Åse', 'nb'], '’s Death']);
});

test('parts of words are no terms', () => {
  expect(parts('a pass, passé, repas')).toEqual(['a pass, passé, repas']);
  expect(parts('')).toEqual([]);
  expect(languageParts('pas', {})).toEqual([{ text: 'pas' }]);
});
