/** The guide for authors as it is built: a picture of everything that one may choose, and all of them light. */
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { THEMES } from '../../src/config/themes/index.ts';
import { readCatalogue } from '../../src/data/repertoire.ts';
import { readSettings } from '../../src/server/settings.ts';
import { headOf, headValues, tagsIn } from '../helpers/page.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const PAGE = 'guide/authors/index.html';
const { base } = readSettings(process.env);
const html = readFileSync(join(DIST, PAGE), 'utf8');
const pictures = tagsIn(html, 'img').map(({ attributes }) => attributes);
const bytes = (src: string) => statSync(join(DIST, src.slice(base.length))).size;

test('every theme, scene, transition and piece of music is shown, with words for its picture', () => {
  const { scenes, transitions, cues } = readCatalogue('.');
  const themes = Object.keys(THEMES);
  const shown = tagsIn(html, 'li').flatMap(({ attributes: { id } }) => id ?? []);
  const all = [
    ...themes.map((id) => `theme-${id}`),
    ...scenes.map((id) => `scene-${id}`),
    ...transitions.map((id) => `transition-${id}`),
    ...cues.map((id) => `cue-${id}`),
  ];
  expect(shown).toEqual(expect.arrayContaining(all));
  expect(pictures.length).toBeGreaterThanOrEqual(all.length);
  for (const { alt, width, height, loading } of pictures) {
    expect(alt).toMatch(/.{10}/);
    expect([Number(width) > 0, Number(height) > 0, loading]).toEqual([true, true, 'lazy']);
  }
});

test('its pictures are light, one by one and together', () => {
  const sizes = pictures.map(({ src }) => bytes(src!));
  expect(Math.max(...sizes)).toBeLessThan(30_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000);
  expect(Buffer.byteLength(html)).toBeLessThan(120_000);
});

test('it is titled and described, in the site map, and linked from where stories are embedded', () => {
  const head = headOf(DIST, PAGE);
  const [title] = tagsIn(head, 'title');
  expect(title!.text.length).toBeLessThanOrEqual(60);
  expect(headValues(head, 'description')[0]).toMatch(/^.{50,160}$/);
  expect(readFileSync(join(DIST, 'sitemap-0.xml'), 'utf8')).toContain('/guide/authors/</loc>');
  const embedding = readFileSync(join(DIST, 'embed/guide/index.html'), 'utf8');
  expect(embedding).toContain(`href="${base}/guide/authors/"`);
});
