import { describe, expect, test } from 'vitest';
import { ImportError } from '../../../src/pipelines/import/article.ts';
import { isZip, unzip } from '../../../src/pipelines/import/zip.ts';
import { zip } from '../../helpers/zip.ts';

const POSTS = [
  { path: 'posts/the-first.html', content: '<p>The first step.</p>' },
  { path: 'posts/l’été.html', content: 'été' },
];

describe('an archive', () => {
  test('is known by its beginning', () => {
    expect([zip(POSTS), zip([]), new TextEncoder().encode('PKzip')].map(isZip)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('gives its files in order, whole and in pieces', async () => {
    const files = await unzip('export.zip', zip(POSTS));
    expect(files.map(({ path, size }) => [path, size])).toEqual([
      ['posts/the-first.html', 22],
      ['posts/l’été.html', 5],
    ]);
    expect(new TextDecoder().decode(await files[0]!.bytes())).toBe('<p>The first step.</p>');
    let text = '';
    for await (const piece of files[1]!.stream()) text += new TextDecoder().decode(piece);
    expect(text).toBe('été');
  });

  test('does not give what systems put into it', async () => {
    const files = await unzip(
      'export.zip',
      zip([
        ...POSTS,
        { path: '__MACOSX/posts/._the-first.html', content: '' },
        { path: 'posts/.DS_Store', content: '' },
        { path: 'posts/', content: '' },
      ]),
    );
    expect(files).toHaveLength(2);
  });
});

describe('an archive is refused in one line', () => {
  const whole = zip(POSTS);
  const changed = (at: number, by: number) => whole.map((byte, n) => (n === at ? byte ^ by : byte));

  test.each([
    ['that ends in the middle', whole.slice(0, 90), /^a\.zip is no whole zip archive \(/],
    ['that is none', new TextEncoder().encode('no archive at all'), /is no whole zip archive/],
    [
      'with a password',
      zip([{ path: 'a.html', content: 'a', encrypted: true }]),
      /^a\.zip is encrypted: take the password off/,
    ],
    [
      'that climbs out',
      zip([{ path: '../../a.html', content: 'a' }]),
      /^a\.zip names a file outside of its own folder \(.*\.\.\/\.\.\/a\.html/,
    ],
    [
      'with a whole path',
      zip([{ path: '/etc/a.html', content: 'a' }]),
      /names a file outside of its own folder/,
    ],
  ])('%s', async (_, bytes, line) => {
    const error: unknown = await unzip('a.zip', bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ImportError);
    expect((error as Error).message).toMatch(line);
    expect((error as Error).message).not.toContain('\n');
  });

  test('whose file was changed, or says less than it holds', async () => {
    // The first file's own sum is told in the directory, 30 bytes and its name before the end of the second.
    const sum = Buffer.from(whole).indexOf('PK\x01\x02') + 16;
    const size = sum + 8;
    for (const at of [sum, size]) {
      const [file] = await unzip('a.zip', changed(at, 1));
      await expect(file!.bytes()).rejects.toThrow(/^a\.zip is no whole zip archive/);
    }
  });

  test('with a file that fills the machine', async () => {
    const huge = Buffer.from(whole);
    huge.writeUInt32LE(2 ** 31, huge.indexOf('PK\x01\x02') + 24);
    const [file] = await unzip('a.zip', huge);
    await expect(file!.bytes()).rejects.toThrow('the-first.html in a.zip would be 2048 MB');
  });
});
