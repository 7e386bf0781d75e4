import { expect, test } from 'vitest';
import { THEMES } from '../../../src/config/themes/index.ts';
import { chapterSchema } from '../../../src/schemas/chapter.ts';
import { storySchema } from '../../../src/schemas/story.ts';
import { contrastWith, luminance } from '../../../src/studio/contrast.ts';
import { formOf, nameInWords } from '../../../src/studio/fields.ts';
import { CATALOGUE } from '../../helpers/repertoire.ts';

test('a form has the fields of the schema, each as what it is', () => {
  const form = Object.fromEntries(
    formOf(chapterSchema(CATALOGUE)).map((field) => [field.name, field]),
  );
  expect(form['shortTitle']).toMatchObject({ kind: 'line', min: 1, max: 24, optional: false });
  expect(form['alt']).toMatchObject({ kind: 'text', min: 40, max: 400, group: 'unseen' });
  expect(form['words']).toMatchObject({
    kind: 'choice',
    options: ['left', 'right'],
    optional: true,
  });
  expect(form['quoteAfter']).toMatchObject({ kind: 'number', min: 1, max: 120 });
  const story = formOf(storySchema).map(({ name, kind }) => `${name}: ${kind}`);
  expect(story).toContain('root: switch');
  // By name; values of one's own are the text's.
  expect(formOf(storySchema)[0]).toMatchObject({
    name: 'theme',
    kind: 'choice',
    options: Object.keys(THEMES),
    group: 'stage',
  });
  expect(story.join()).not.toContain('further');
  expect(nameInWords('lastCurtain')).toBe('Last curtain');
  expect(nameInWords('a-new-kind-of-killer')).toBe('A new kind of killer');
});

test('contrast is that of the worst place behind the words, but for a grain', () => {
  const white = luminance(255, 255, 255);
  expect(contrastWith(white, [0, 0, 0, 255])).toBeCloseTo(21);
  expect(contrastWith(white, [255, 255, 255, 255, 0, 0, 0, 255])).toBeCloseTo(1);
  expect(contrastWith(0, [255, 255, 255, 255])).toBeCloseTo(21);
  const grain = [255, 255, 255, 255, ...Array.from({ length: 400 }, () => [0, 0, 0, 255]).flat()];
  expect(contrastWith(white, grain)).toBeCloseTo(21);
  expect(contrastWith(white, [])).toBe(21);
});
