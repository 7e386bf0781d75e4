/** Every built page is valid HTML. */
import { join, resolve } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { listBuilt } from '../helpers/bytes.ts';

const DIST = resolve(import.meta.dirname, '../../dist');

const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

test.each(listBuilt(DIST, '.', '.html'))('%s', async (page) => {
  const report = await validator.validateFile(join(DIST, page));
  const found = report.results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`,
    ),
  );
  expect(found).toEqual([]);
});
