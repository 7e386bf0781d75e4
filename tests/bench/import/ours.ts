/** One reading of an export in a process of its own: `list`, or the title of a post. Prints what it took. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import type { Source } from '../../../src/pipelines/import/article.ts';
import { textOf } from '../../../src/pipelines/import/clean/text.ts';
import { wordpress } from '../../../src/pipelines/import/readers/wordpress.ts';
import { told } from './told.ts';

const [path = '', wanted = ''] = process.argv.slice(2);
const source: Source = {
  name: path,
  files: [
    {
      path,
      size: statSync(path).size,
      bytes: async () => readFileSync(path),
      stream: () => createReadStream(path),
    },
  ],
};

if (wanted === 'list') {
  let posts = 0;
  for await (const _ of wordpress.list!(source)) posts += 1;
  told(`${posts} posts listed`);
} else {
  const { body } = await wordpress.read(source, wanted);
  told(`${textOf(body).split(' ').length} words of one post`);
}
