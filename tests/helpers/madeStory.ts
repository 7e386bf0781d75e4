import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run/tool.ts';

/** Below the project's folder, where stories have to be, and out of the repository. */
const FOLDER = '.cache/stories';

/**
 * Writes a story of so many chapters, all of the stage left open.
 *
 * @param language what its words are said to be in
 * @param more fields of `story.md`, as YAML
 *
 * @returns its folder, as STORIES names it
 */
export function makeStory(
  name: string,
  count: number,
  language = 'en',
  more: Readonly<Record<string, string>> = {},
): string {
  const folder = `${FOLDER}/${name}`;
  const line = `A story of ${count} that is made for a test, long enough to describe itself.`;
  rmSync(join(ROOT, folder), { recursive: true, force: true });
  mkdirSync(join(ROOT, folder, 'chapters'), { recursive: true });
  const write = (file: string, fields: Record<string, string>, body: string) => {
    const lines = Object.entries(fields).map(([field, value]) => `${field}: ${value}`);
    writeFileSync(join(ROOT, folder, file), ['---', ...lines, '---', '', body, ''].join('\n'));
  };
  write(
    'story.md',
    {
      title: `Story of ${count}`,
      subtitle: 'Made for a test',
      author: 'A test',
      description: line,
      language,
      address: 'https://stories.example',
      published: '2026-11-30',
      modified: '2026-11-30',
      ...more,
    },
    'A note.',
  );
  for (let at = 1; at <= count; at++) {
    const number = String(at).padStart(2, '0');
    write(
      `chapters/${number}-part-${at}.md`,
      {
        title: `Part ${at} of ${count}`,
        shortTitle: `Part ${at}`,
        description: `${line.slice(0, -1)}, part ${at}.`,
        alt: 'What is danced here is whatever the casting has chosen.',
        quote: `A line of part ${at}.`,
      },
      `The first step of part ${at}.\n\n---\n\nThe second step of part ${at}.`,
    );
  }
  return folder;
}
