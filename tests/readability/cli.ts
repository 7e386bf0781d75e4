/**
 * `npm run readability [-- COMMIT]`: how easily each chapter reads now, and how
 * easily it read at a commit. The story at the site's root; for English alone.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readingEase, wordsAsRead } from '../helpers/readability.ts';

const FOLDER = 'src/content/stories/ballerina/chapters';
const [commit] = process.argv.slice(2);

function fileAt(path: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['show', `${commit}:${path}`], { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}
const ease = (text: string | undefined): string =>
  text === undefined ? '–' : readingEase(wordsAsRead(text)).toFixed(0);

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
const rows = files.map((name) => {
  const path = `${FOLDER}/${name}`;
  return { name, now: readFileSync(path, 'utf8'), before: commit ? fileAt(path) : undefined };
});
const all = (texts: readonly (string | undefined)[]) =>
  texts.some((text) => text === undefined)
    ? undefined
    : texts.map((text) => wordsAsRead(text!)).join('\n');

console.log(commit ? `| chapter | at ${commit} | now |` : '| chapter | now |');
console.log(commit ? '| --- | --- | --- |' : '| --- | --- |');
for (const { name, now, before } of rows)
  console.log(
    `| ${[name.slice(0, -3), ...(commit ? [ease(before)] : []), ease(now)].join(' | ')} |`,
  );
const whole = [ease(all(rows.map(({ before }) => before))), ease(all(rows.map(({ now }) => now)))];
console.log(`| all | ${whole.slice(commit ? 0 : 1).join(' | ')} |`);
