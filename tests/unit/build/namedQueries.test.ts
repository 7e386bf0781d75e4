import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withQueries } from '../../../src/build/namedQueries.ts';
import { TALL_QUERY } from '../../../src/config/stage.ts';

const STYLES = 'src/styles';

test('a name in a media query becomes what it stands for, anywhere else it stays', () => {
  const css =
    'a{width:var(--tall)}@media screen and (--tall){b{--tall:1px}}@media not all and (--tall){}';
  expect(withQueries(css, { '--tall': '(width<9px)' })).toBe(
    'a{width:var(--tall)}@media screen and (width<9px){b{--tall:1px}}@media not all and (width<9px){}',
  );
  expect(() => withQueries('@media (--wide){}', {})).toThrow('--wide');
});

// Two inequalities overlap, or leave a gap, at the very boundary; a query and its negation never do.
test('the boundary of the two layouts is written in one place', () => {
  const ratio = /[\d.]+ *\/ *[\d.]+/.exec(TALL_QUERY)![0].replace(/\s/g, '');
  for (const name of readdirSync(STYLES)) {
    const heads = readFileSync(`${STYLES}/${name}`, 'utf8').match(/@media[^{]+/g) ?? [];
    expect(heads.filter((head) => head.replace(/\s/g, '').includes(ratio))).toEqual([]);
  }
});
