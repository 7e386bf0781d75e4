/** The same service on PostgreSQL: Debian's, started here with a folder of its own and nothing but a socket. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../../src/core/replies/limits.ts';
import { ORIGIN, startReplies } from '../../../helpers/replies.ts';
import { POSTGRES } from '../../../run/extras.ts';

const [folder] = POSTGRES.proof as [string];
const version = existsSync(folder) ? readdirSync(folder).at(-1) : undefined;
const isHere = version !== undefined && existsSync(join(folder, version, 'bin/postgres'));

describe.skipIf(!isHere)(`on PostgreSQL${isHere ? '' : ' (not here: skipped)'}`, () => {
  const program = (name: string) => join(folder, version ?? '', 'bin', name);
  const home = isHere ? mkdtempSync(join(tmpdir(), 'story-pg-')) : '';
  const address = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(home)}`;
  let stop = () => {};

  beforeAll(async () => {
    // It refuses to be run by root.
    const isRoot = process.getuid?.() === 0;
    const id = (kind: string) => Number(execFileSync('id', [kind, 'postgres']));
    const as = isRoot ? { uid: id('-u'), gid: id('-g') } : {};
    if (isRoot) chownSync(home, as.uid!, as.gid!);
    chmodSync(home, 0o755);
    const data = join(home, 'data');
    execFileSync(program('initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], {
      ...as,
      cwd: home,
      stdio: 'ignore',
    });
    const settings = { listen_addresses: '', unix_socket_directories: home, fsync: 'off' };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(program('postgres'), ['-D', data, ...args], {
      ...as,
      cwd: home,
      stdio: 'ignore',
    });
    stop = () => void child.kill('SIGINT');
    const { default: pg } = await import('pg');
    for (let attempt = 0; ; attempt++) {
      const client = new pg.Client({ connectionString: address });
      const up = await client.connect().then(
        () => true,
        () => false,
      );
      await client.end().catch(() => {});
      if (up) return;
      if (attempt === 100) throw new Error('PostgreSQL did not start');
      await new Promise((wake) => setTimeout(wake, 200));
    }
  }, 60_000);

  afterAll(() => {
    stop();
    rmSync(home, { recursive: true, force: true });
  });

  test('two services that start at once make the tables once, and keep what both take once', async () => {
    const [one, two] = await Promise.all([
      startReplies({ database: address }),
      startReplies({ database: address }),
    ]);
    const fields = { name: 'Ada', text: 'Twice?', email: 'ada@mail.example', stamp: one.stamp() };
    const answers = await Promise.all(
      [one, two, one, two].map(({ post }) => post('/replies/one/', fields)),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
    const [row] = await two.store.list({ place: 'one' });
    expect(row).toMatchObject({ state: 'waiting', created: one.clock.now });
    await one.store.decide(row!.id, 'approved');
    expect(await (await two.get('/replies/one.json')).json()).toMatchObject({
      count: 1,
      said: '1 reply',
    });
    expect(await one.store.counts()).toEqual({ waiting: 0, approved: 1, rejected: 0 });
    await two.store.remove(row!.id);
    expect(await (await one.get('/replies/one.json')).json()).toMatchObject({ count: 0 });
  });

  test('limits, mentions and the list of pages to look at', async () => {
    const source = 'https://blog.example/post';
    const text = `<p>See <a href="${ORIGIN}/chapters/two/">it</a></p>`;
    const limits = { ...LIMITS, network: { count: 2, within: 60_000 } };
    const one = await startReplies({
      database: address,
      limits,
      pages: { [source]: { kind: 'page', address: source, type: 'text/html', text } },
    });
    const send = (words: string) =>
      one.post(
        '/replies/two/',
        { name: 'Bea', text: words, stamp: one.stamp('two') },
        { 'x-test-remote': '198.51.100.7' },
      );
    expect([(await send('a')).status, (await send('b')).status, (await send('c')).status]).toEqual([
      303, 303, 429,
    ]);
    expect(
      (await one.post('/replies/webmention', { source, target: `${ORIGIN}/chapters/two/` })).status,
    ).toBe(202);
    await one.verifier.idle();
    expect((await one.store.list({ place: 'two' })).map(({ kind }) => kind).sort()).toEqual([
      'reply',
      'reply',
      'webmention',
    ]);
    one.verifier.stop();
    const page = {
      source: 'https://a.example/',
      target: `${ORIGIN}/`,
      place: 'story',
      kind: 'webmention' as const,
    };
    await one.store.enqueue(page, 0);
    const claims = await Promise.all([1, 2, 3].map(() => one.store.claim(1, 1_000)));
    expect(claims.filter(Boolean)).toMatchObject([{ ...page, tries: 1 }]);
    await one.store.settle(page);
    await one.store.tidy(one.clock.now + 48 * 3_600_000);
    expect(await one.store.claim(Number.MAX_SAFE_INTEGER, 0)).toBeUndefined();
  });

  test('is copied into a file, which a service takes as it is', async () => {
    const one = await startReplies({ database: address });
    await one.post('/replies/one/', { name: 'Cem', text: 'Kept?', stamp: one.stamp() });
    await one.store.decide((await one.store.list({ place: 'one' }))[0]!.id, 'approved');
    const copy = join(mkdtempSync(join(tmpdir(), 'copied-')), 'copy.db');
    await one.store.copyTo(copy);
    // Who takes it elsewhere takes one file.
    expect(readdirSync(dirname(copy))).toEqual(['copy.db']);
    const two = await startReplies({ database: copy });
    expect(await two.store.list()).toEqual(await one.store.list());
    expect(await two.store.version('one')).toBe(await one.store.version('one'));
    await expect(one.store.copyTo(copy)).rejects.toThrow(`${copy} is there already.`);
    rmSync(dirname(copy), { recursive: true, force: true });
  });

  test('one that is away is told in words', async () => {
    await expect(
      startReplies({ database: 'postgres://me:secret@localhost:1/none' }),
    ).rejects.toThrow(
      /^REPLIES_DB is "postgres:\/\/…@localhost:1\/none", which cannot be opened: /,
    );
  });
});
