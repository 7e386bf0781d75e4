/** Every built page is valid HTML. */
import { join, resolve } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { listBuilt } from '../helpers/bytes.ts';

const DIST = resolve(import.meta.dirname, '../../dist');

const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

/** Astro lays the style of its own island elements into the body, before the first of them. */
const ASTROS_STYLE = '<style> element is not permitted as content under <body>';

test.each(listBuilt(DIST, '.', '.html'))('%s', async (page) => {
  const report = await validator.validateFile(join(DIST, page));
  const found = report.results.flatMap(({ messages }) =>
    messages
      .filter(({ message }) => message !== ASTROS_STYLE)
      .map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  );
  expect(found).toEqual([]);
});
