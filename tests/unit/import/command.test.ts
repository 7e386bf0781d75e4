/** The import as its author meets it: what it says, writes and refuses. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../../../src/pipelines/import/article.ts';
import { openClipboard } from '../../../src/pipelines/import/clipboard.ts';
import { runImport } from '../../../src/pipelines/import/command.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { zip } from '../../helpers/zip.ts';

const ARTICLE = `# Four Minutes

## One

The first part has words, and they are enough to be read.

## Two

The second part has some more, and it ends here.
`;

function stand(
  files: Readonly<Record<string, string | Uint8Array>>,
  input: readonly string[] = [],
) {
  const cwd = makeFolder(files);
  const said: string[] = [];
  const told: string[] = [];
  const run = (...args: readonly string[]) =>
    runImport(args, {
      root: cwd,
      cwd,
      input: (async function* () {
        for (const piece of input) yield Buffer.from(piece);
      })(),
      today: '2026-11-30',
      site: () => Promise.resolve({ address: 'https://example.org' }),
      say: (line) => said.push(line),
      progress: (line) => told.push(line),
    });
  return { cwd, run, said, told };
}

const STORY = 'src/content/stories/four-minutes';

describe('writing', () => {
  test('a story, with what was done and how to see it', async () => {
    const { cwd, run, said } = stand({ 'a.md': ARTICLE });
    await run('a.md');
    expect(readdirSync(join(cwd, STORY, 'chapters'))).toEqual(['01-one.md', '02-two.md']);
    expect(said.join('\n')).toContain('2 chapters (2 headings)');
    expect(said.join('\n')).toContain('npm start, then http://localhost:4321/four-minutes/');
    // Nothing is left beside it.
    expect(readdirSync(join(cwd, 'src/content/stories'))).toEqual(['four-minutes']);
  });

  test('nothing in a dry run', async () => {
    const { cwd, run, said } = stand({ 'a.md': ARTICLE });
    await run('a.md', '--dry-run');
    expect(existsSync(join(cwd, 'src'))).toBe(false);
    expect(said[0]).toContain('Would write');
  });

  test('over nothing that is there, unless it is told to', async () => {
    const { cwd, run } = stand({ 'a.md': ARTICLE, [`${STORY}/mine.txt`]: 'mine' });
    await expect(run('a.md')).rejects.toThrow('say --force');
    expect(readFileSync(join(cwd, STORY, 'mine.txt'), 'utf8')).toBe('mine');
    await run('a.md', '--force');
    expect(existsSync(join(cwd, STORY, 'mine.txt'))).toBe(false);
    expect(existsSync(join(cwd, STORY, 'story.md'))).toBe(true);
  });

  test('elsewhere, under another name, and from standard input', async () => {
    const { cwd, run } = stand({}, [ARTICLE.slice(0, 20), ARTICLE.slice(20)]);
    await run('-', '--out', 'drafts', '--story', 'my-minutes');
    expect(existsSync(join(cwd, 'drafts/my-minutes/story.md'))).toBe(true);
  });
});

describe('one clear line', () => {
  test.each<[string, Record<string, string | Uint8Array>, string[], string]>([
    ['for nothing', {}, [], 'Say what to import'],
    ['for two', {}, ['a', 'b'], 'One source at a time'],
    ['for an option that is none', {}, ['a', '--quick'], "Unknown option '--quick'"],
    ['for a name that is no address', {}, ['a', '--story', 'My Story'], 'lower-case words'],
    ['for what is not there', {}, ['a.md'], 'There is no file and no folder a.md'],
    ['for an empty file', { 'a.md': '' }, ['a.md'], 'a.md is empty'],
    ['for an empty folder', { 'a/.keep': '' }, ['a'], 'a folder with nothing in it'],
    ['for white space', { 'a.txt': ' \n\n ' }, ['a.txt'], 'no words'],
    ['for binary', { a: new Uint8Array(4000).map((_, at) => at % 7) }, ['a'], 'holds no text'],
    [
      'for a picture',
      { 'a.png': Buffer.from('89504e470d0a1a0a00', 'hex') },
      ['a.png'],
      'a picture',
    ],
    ['for a PDF', { 'a.pdf': '%PDF-1.7 …' }, ['a.pdf'], 'a PDF'],
    [
      'for an old Word file',
      { 'a.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex') },
      ['a.doc'],
      'save it as .docx',
    ],
    [
      'for a broken archive',
      { 'a.zip': 'PK\u0003\u0004broken' },
      ['a.zip'],
      'no whole zip archive',
    ],
    [
      'for an archive of pictures alone',
      { 'a.zip': zip([{ path: 'shoe.png', content: '\x89PNG\r\n\x1a\n\0\0' }]) },
      ['a.zip'],
      'a.zip has only shoe.png, which holds no text',
    ],
    [
      'for an archive under a password',
      { 'a.zip': zip([{ path: 'a.md', content: 'a', encrypted: true }]) },
      ['a.zip'],
      'a.zip is encrypted',
    ],
    [
      'for 50 MB of words',
      { 'a.txt': Buffer.alloc(50 * 2 ** 20, 'She dances. ') },
      ['a.txt'],
      'a.txt has 50 MB of words',
    ],
    [
      'for entities that expand',
      {
        'a.xml':
          '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><title>&b;</title></channel></rss>',
      },
      ['a.xml'],
      'a document type of its own',
    ],
    [
      'for a page without words',
      { 'a.html': '<html><body><script>1</script></body></html>' },
      ['a.html'],
      'no words',
    ],
    [
      'for nothing to choose from',
      { 'a.txt': 'Words. And words.' },
      ['a.txt', '--list'],
      'nothing to choose',
    ],
  ])('%s', async (_, files, args, message) => {
    const { cwd, run } = stand(files);
    const before = readdirSync(cwd);
    const error = await run(...args).then(
      () => undefined,
      (one: unknown) => one as Error,
    );
    expect(error).toBeInstanceOf(ImportError);
    expect(error!.message).toContain(message);
    expect(error!.message).not.toContain('\n');
    expect(readdirSync(cwd)).toEqual(before);
  });

  test('for an archive that climbs out of its folder', async () => {
    const { run } = stand({ 'a.zip': climbing() });
    await expect(run('a.zip')).rejects.toThrow(/outside of its own folder/);
  });
});

describe('a sensible result, with a word on it', () => {
  test('for one enormous paragraph', async () => {
    const sentence = (at: number) => `She dances over the floor for the ${at}th time, and waits. `;
    const { run, said } = stand({
      'a.txt': `The Long Night\n\n${Array.from({ length: 900 }, (_, at) => sentence(at)).join('')}`,
    });
    await run('a.txt', '--dry-run');
    expect(said.join('\n')).toMatch(/Would write .*: 30 chapters \(no headings: cut at turns of/);
    expect(said.join('\n')).toContain('The article has no headings');
  });

  test('for a hostile page: no script, no request, and what it showed is told', async () => {
    const { cwd, run, said } = stand({
      'a.html':
        '<!doctype html><html><head><title>Evil</title><base href="https://evil.example/"></head><body onload=alert(1)><article><h1>The Knife</h1><p onclick="alert(1)">She dances <script>alert(1)</script>over <a href="javascript:alert(1)">the floor</a>.</p><img src=x onerror=alert(1)><iframe src="https://evil.example/"></iframe><svg><script>alert(1)</script></svg><p style="background:url(https://evil.example/a)">And falls.</p></article></body></html>',
    });
    await run('a.html');
    const folder = join(cwd, 'src/content/stories/the-knife');
    const chapter = readFileSync(join(folder, 'chapters/01-the-knife.md'), 'utf8');
    expect(chapter).toContain('She dances over the floor.');
    expect(chapter).not.toMatch(/alert|<(?!a\b)|style=|src=/);
    // A film's frame is a link, which asks for nothing until it is followed.
    expect(said.join('\n')).toContain('is a link in the story');
    expect(said.join('\n')).toContain('“alert(1)”: a drawing within the page');
  });
});

/** An archive with one stored, empty file that is called `../a.md`. */
function climbing(): Uint8Array {
  const name = Buffer.from('../a.md');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length, 16);
  return Buffer.concat([local, name, central, name, end]);
}

describe('the clipboard', () => {
  const only = (wanted: string, printed: string) => (program: string) =>
    program === wanted ? Buffer.from(printed) : undefined;
  const words = async (programs: Parameters<typeof openClipboard>[0]) => {
    const { files } = await openClipboard(programs);
    return Buffer.from(await files[0]!.bytes()).toString();
  };

  test('is read by what each system has', async () => {
    expect(await words(only('xclip', '<p>a</p>'))).toBe('<p>a</p>');
    const hex = Buffer.from('<p>é</p>').toString('hex').toUpperCase();
    expect(await words(only('osascript', `«data HTML${hex}»\n`))).toBe('<p>é</p>');
    expect(
      await words(only('powershell.exe', 'Version:0.9\r\nStartHTML:1\r\n<html><p>a</p></html>')),
    ).toBe('<html><p>a</p></html>');
  });

  test('says what to install where nothing can', async () => {
    await expect(openClipboard(() => undefined)).rejects.toThrow('install wl-clipboard');
  });
});

test('the command itself ends with one line and 1', () => {
  const folder = makeFolder({ 'a.md': '' });
  let failed: { status?: number; stderr?: Buffer } = {};
  try {
    execFileSync(process.execPath, ['src/commands/import.ts', join(folder, 'a.md')], {
      stdio: 'pipe',
    });
  } catch (error) {
    failed = error as typeof failed;
  }
  expect(failed.status).toBe(1);
  expect(failed.stderr!.toString().trim().split('\n')).toHaveLength(1);
});

test('a page and its pictures are one source', async () => {
  const { cwd, run } = stand({ 'a.html': '<p>Words are here, some of them at least.</p>' });
  mkdirSync(join(cwd, 'a_files'));
  writeFileSync(
    join(cwd, 'a_files/x.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  );
  writeFileSync(
    join(cwd, 'a.html'),
    '<h1>A page of words</h1><p>Words are here, some.</p><img src="a_files/x.svg" alt="A sign">',
  );
  await run('a.html');
  expect(readdirSync(join(cwd, 'src/content/stories/a-page-of-words/chapters'))).toContain('x.svg');
});
