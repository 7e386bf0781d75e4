import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { engravedMarks } from '../../../../src/core/staff/engravedMarks.ts';
import type { StaffFile } from '../../../../src/schemas/cue.ts';

const FOLDER = 'public/scores';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as StaffFile;

const engraved = (body: string) =>
  engravedMarks(
    `<svg><defs><g id="g1"><path transform="scale(1,-1)" d="M0 0h5"/></g></defs><svg><g transform="translate(100, 50)">${body}</g></svg></svg>`,
  );

test('a symbol stands where it is used, in all its groups', () => {
  const [mark] = engraved('<use href="#g1" transform="translate(10, 20) scale(2, 2)"/>');
  expect(mark).toMatchObject({ path: 'M0 0h5', at: [2, 0, 0, -2, 110, 70], stroke: 0, within: [] });
});

test('lines keep their widths, polygons and ellipses become paths', () => {
  const marks = engraved(
    '<path d="M0 1 L9 1" stroke-width="13"/><polygon points="0,0 4,0 4,4"/><ellipse cx="5" cy="5" rx="2" ry="2"/>',
  );
  expect(marks.map(({ stroke }) => stroke)).toEqual([13, 0, 0]);
  expect(marks[0]).toMatchObject({ from: 87, to: 122 });
  expect(marks[1]!.path).toBe('M0,0 4,0 4,4z');
  expect(marks[2]).toMatchObject({ from: 103, to: 107 });
});

test('marks know their note and its chord, and nothing beyond them', () => {
  const marks = engraved(
    '<g id="c" class="chord"><g id="a" class="note"><use href="#g1"/></g><path d="M0 0 L0 5"/></g><path d="M0 0 L9 0"/>',
  );
  expect(marks.map(({ within }) => within)).toEqual([['c', 'a'], ['c'], []]);
});

test.each(files)('%s: all of it is read, and every note that can sound has its marks', (name) => {
  const { svg, notes, size } = read(name);
  const body = svg.slice(svg.indexOf('</defs>'));
  const marks = engravedMarks(svg);
  expect(marks.length).toBe(body.match(/<(use|path|polygon|ellipse)\b/g)!.length);
  const marked = new Set(marks.flatMap(({ within }) => within));
  for (const [id] of notes) expect(marked, id).toContain(id);
  for (const { from, to } of marks) {
    expect(to).toBeGreaterThan(from);
    expect(from).toBeGreaterThan(-2000);
    expect(from).toBeLessThan(size[0]);
  }
});
