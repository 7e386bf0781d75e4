import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tidyPages } from '../../../src/build/tidyPages.ts';
import { makeFolder } from '../../helpers/folder.ts';

const island = (id: string) =>
  `<p>uid="a"</p><astro-island${id} component-url="/_astro/Stage.js" props="{&quot;uid&quot;:1}">`;

test('pages lose what depends on the folder they are built in, and nothing else', async () => {
  const dist = makeFolder({
    'index.html': island(' uid="Z1v8PHX"') + island(' uid="gKrr0"'),
    'a/b/index.html': island(' uid="1PHNuh"'),
    'note.txt': island(' uid="x"'),
  });
  await tidyPages(dist);
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe(island('') + island(''));
  expect(readFileSync(join(dist, 'a/b/index.html'), 'utf8')).toBe(island(''));
  expect(readFileSync(join(dist, 'note.txt'), 'utf8')).toBe(island(' uid="x"'));
});

test('the islands’ style stands in the head', async () => {
  const style = '<style>astro-island,astro-slot{display:contents}</style>';
  const dist = makeFolder({
    'index.html': `<head><title>$&</title></head><body><div>${style}<p></p></div></body>`,
  });
  await tidyPages(dist);
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe(
    `<head><title>$&</title>${style}</head><body><div><p></p></div></body>`,
  );
});
