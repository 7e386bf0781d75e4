import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STYLE_FACTS, withFacts } from '../../../src/build/styleFacts.ts';
import { TALL_QUERY, TALL_SHARE, WORLD_BOX } from '../../../src/config/stage.ts';

const STYLES = 'src/styles';
const none = { queries: {}, measures: {} };

test('a name in a media query becomes what it stands for, anywhere else it stays', () => {
  const css =
    'a{width:var(--tall)}@media screen and (--tall){b{--tall:1px}}@media not all and (--tall){}';
  expect(withFacts(css, { ...none, queries: { '--tall': '(width<9px)' } })).toBe(
    'a{width:var(--tall)}@media screen and (width<9px){b{--tall:1px}}@media not all and (width<9px){}',
  );
  expect(() => withFacts('@media (--wide){}', none)).toThrow('No media query is called --wide');
});

test('a measure becomes its number; what the browser itself knows stays', () => {
  const css = 'a{--wide:2px;top:calc(env(--wide)*1px);left:env(safe-area-inset-left)}';
  expect(withFacts(css, { ...none, measures: { '--wide': 7 } })).toBe(
    'a{--wide:2px;top:calc(7*1px);left:env(safe-area-inset-left)}',
  );
  expect(() => withFacts('a{top:env(--high)}', none)).toThrow('No measure is called --high');
});

const sheets = readdirSync(STYLES).map((name) => readFileSync(`${STYLES}/${name}`, 'utf8'));

// Two inequalities overlap, or leave a gap, at the very boundary; a query and its negation never do.
test('the boundary of the two layouts is written in one place', () => {
  const ratio = /[\d.]+ *\/ *[\d.]+/.exec(TALL_QUERY)![0].replace(/\s/g, '');
  for (const css of sheets) {
    const heads = css.match(/@media[^{]+/g) ?? [];
    expect(heads.filter((head) => head.replace(/\s/g, '').includes(ratio))).toEqual([]);
  }
});

test('so are the stage’s measures, and each of them is used', () => {
  const all = sheets.join('');
  for (const name of Object.keys(STYLE_FACTS.measures)) expect(all).toContain(`env(${name})`);
  for (const units of [WORLD_BOX.width, WORLD_BOX.height, STYLE_FACTS.measures['--floor'], 1120])
    expect(all).not.toMatch(new RegExp(`[\\s(*/-]${units}[\\s)*/]`));
  expect(withFacts(all, STYLE_FACTS)).toContain(`--picture-height: calc(${TALL_SHARE} * 100svh)`);
});

// Chromium without a graphics card has stopped drawing for good while a page with such a timeline was scrolled.
test('no movement follows the place of its element in the window', () => {
  for (const css of sheets) expect(css).not.toMatch(/view-timeline|\bview\(/);
});
