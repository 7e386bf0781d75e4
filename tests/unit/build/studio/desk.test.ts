import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { Desk } from '../../../../src/build/studio/desk.ts';
import { workshop } from '../../../../src/data/workshop.ts';
import { makeStory } from '../../../helpers/madeStory.ts';
import { ROOT } from '../../../run/tool.ts';

const folder = makeStory('studio-desk', 3);
const file = `${folder}/chapters/02-part-2.md`;
const full = path.join(ROOT, file);
const written = readFileSync(full, 'utf8');
const read = () => readFileSync(full, 'utf8');
const changed: string[] = [];
const desk = new Desk({
  root: ROOT,
  base: '/',
  further: [folder],
  onChange: (one) => changed.push(one),
});
const open = async () => {
  const reply = await desk.answer({ ask: 'open', file });
  if (!('opened' in reply)) throw new Error('not opened');
  return reply.opened;
};

beforeEach(() => {
  writeFileSync(full, written);
  workshop.drafts.clear();
  changed.length = 0;
});

test('a story is told as it is staged, and a file as it is written', async () => {
  const reply = await desk.answer({ ask: 'stories' });
  const story = 'stories' in reply && reply.stories.find(({ name }) => name === 'studio-desk');
  if (!story) throw new Error('no story');
  expect(story.home).toBe('/studio-desk/');
  expect(story.chapters.map(({ slug }) => slug)).toEqual(['part-1', 'part-2', 'part-3']);
  expect(story.chapters[1]!.remarks.join()).toContain('scene ');
  const { fields, steps, text } = await open();
  expect(text).toBe(written);
  expect(fields?.['shortTitle']).toBe('Part 2');
  expect(steps).toEqual(['The first step of part 2.', 'The second step of part 2.']);
});

test('what is tried is shown and not written, until it is saved', async () => {
  const edits = { fields: { scene: 'blinds', words: 'left' }, steps: ['One.', 'Two.', 'Three.'] };
  const tried = await desk.answer({ ask: 'try', file, edits });
  if (!('story' in tried)) throw new Error('not tried');
  expect(tried.story.chapters[1]).toMatchObject({ scene: 'blinds', side: 'left' });
  expect(workshop.drafts.get(file)).toContain('scene: blinds');
  expect(changed).toEqual([file]);
  expect(read()).toBe(written);

  const { version } = await open();
  const saved = await desk.answer({ ask: 'save', file, version, edits });
  expect('saved' in saved && saved.saved?.text).toBe(read());
  expect(read()).toContain('scene: blinds\n');
  expect(read()).toMatch(/\n---\n\nOne\.\n\n---\n\nTwo\.\n\n---\n\nThree\.\n$/);
  expect(workshop.drafts.has(file)).toBe(false);
});

test('what would stop the build is refused with its error, and nothing is written or shown', async () => {
  const { version } = await open();
  for (const ask of ['try', 'save'] as const) {
    const edits = { fields: { scene: 'colonade', shortTitle: 'x'.repeat(30) } };
    const reply = await desk.answer({
      ask,
      file,
      edits,
      ...(ask === 'save' && { version }),
    } as never);
    if (!('wrong' in reply)) throw new Error('not refused');
    expect(reply.wrong.message).toContain(`${file} cannot be used:`);
    expect(reply.wrong.message).toContain('scene: found "colonade"; it is one of');
    expect(reply.wrong.faults.map(({ field }) => field)).toEqual(['shortTitle', 'scene']);
  }
  const link = await desk.answer({ ask: 'try', file, edits: { steps: ['[a](b.md)', 'Two.'] } });
  expect('wrong' in link && link.wrong.message).toContain('there is no such chapter');
  expect(read()).toBe(written);
  expect(workshop.drafts.size).toBe(0);
});

test('a file that someone else has changed since is not overwritten', async () => {
  const { version } = await open();
  const theirs = written.replace('A line of part 2.', 'A line of somebody else.');
  writeFileSync(full, theirs);
  const edits = { fields: { title: 'Another title' } };
  const reply = await desk.answer({ ask: 'save', file, version, edits });
  if (!('changed' in reply)) throw new Error('overwritten');
  expect(reply.changed.text).toBe(theirs);
  expect(read()).toBe(theirs);
  // From there it is saved, and both changes are in it.
  await desk.answer({ ask: 'save', file, version: reply.changed.version, edits });
  expect(read()).toBe(theirs.replace('Part 2 of 3', 'Another title'));
});

test('only files of stories are opened, and their rights are kept', async () => {
  for (const other of [
    'package.json',
    `${folder}/../studio-desk/story.md`,
    `${folder}/chapters/../story.md`,
    '/etc/passwd',
    `${folder}/chapters/.02-part-2.md`,
  ]) {
    await expect(desk.answer({ ask: 'open', file: other })).rejects.toThrow('no file of a story');
    await expect(
      desk.answer({ ask: 'save', file: other, version: '', edits: { text: 'x' } }),
    ).rejects.toThrow();
  }
  const { mode } = statSync(full);
  const { version } = await open();
  await desk.answer({ ask: 'save', file, version, edits: { text: `${written}\nMore.\n` } });
  expect(read()).toBe(`${written}\nMore.\n`);
  expect(statSync(full).mode).toBe(mode);
});
