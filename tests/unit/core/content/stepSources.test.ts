import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutSteps, joinSteps } from '../../../../src/core/content/body/stepSources.ts';
import { frontMatterOf } from '../../../../src/core/content/frontMatter.ts';

const BODY =
  '\nÉtude — première.\n\n---\n\nTwo:\n\n    ---\n\n```\n---\n```\n\n* * *\n\n\nThree[^1].\n\n[^1]: A note.\n';

test('a body is cut at its breaks, and only there', () => {
  expect(cutSteps(BODY)).toEqual({
    steps: ['Étude — première.', 'Two:\n\n    ---\n\n```\n---\n```', 'Three[^1].\n\n[^1]: A note.'],
    seams: ['\n', '\n\n---\n\n', '\n\n* * *\n\n\n', '\n'],
  });
});

test('put together it is what it was, to the letter', () => {
  const { steps, seams } = cutSteps(BODY);
  expect(joinSteps(steps, seams)).toBe(BODY);
  expect(joinSteps(['One.', 'Two.'], seams)).toBe('\nOne.\n\n---\n\nTwo.\n');
  expect(joinSteps([...steps, 'Four.'], seams)).toMatch(/A note\.\n\n---\n\nFour\.\n$/);
  expect(joinSteps(['One.'], cutSteps('').seams)).toBe('One.\n');
  const file = readFileSync('src/content/stories/ballerina/chapters/03-john-wick.md', 'utf8');
  const body = file.slice(frontMatterOf(file)!.end);
  expect(cutSteps(body).steps.length).toBeGreaterThan(1);
  const piece = fc.constantFrom(
    'a',
    '\n',
    '\n\n',
    '---',
    '***',
    '- b',
    '> c',
    '    ',
    '```',
    '# d',
    'é',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.constant(body),
        fc.array(piece).map((all) => all.join('')),
      ),
      (text) => {
        const cut = cutSteps(text);
        if (cut.steps.length > 0) expect(joinSteps(cut.steps, cut.seams)).toBe(text);
      },
    ),
  );
});
