/** Stories of any length for the bench, made of the chapters of the story at the root: written each time, never committed. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../src/commands/main.ts';
import { CHAPTERS_FOLDER, STORY_FILE } from '../../../src/core/story/storyPlaces.ts';
import { findStories } from '../../../src/data/findStories.ts';

const FOLDER = '.cache/growth';

/** @param name its folder's name. Returns that folder, from the root */
export function writeStory(name: string, chapters: number): string {
  const [{ folder }] = findStories(ROOT, []);
  const from = join(ROOT, folder, CHAPTERS_FOLDER);
  const files = readdirSync(from)
    .filter((file) => file.endsWith('.md'))
    .sort();
  const to = join(ROOT, FOLDER, name);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(join(to, CHAPTERS_FOLDER), { recursive: true });
  const story = readFileSync(join(ROOT, folder, STORY_FILE), 'utf8');
  writeFileSync(join(to, STORY_FILE), story.replace(/^root: true\n/m, ''));
  for (let order = 0; order < chapters; order++) {
    const file = files[order % files.length]!;
    const again = Math.floor(order / files.length);
    const slug = file.replace(/^\d+-|\.md$/g, '') + (again > 0 ? `-${again + 1}` : '');
    writeFileSync(
      join(to, CHAPTERS_FOLDER, `${String(order).padStart(2, '0')}-${slug}.md`),
      readFileSync(join(from, file), 'utf8'),
    );
  }
  return `${FOLDER}/${name}`;
}
