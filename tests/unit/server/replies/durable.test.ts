import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import english from '../../../../src/i18n/en.json' with { type: 'json' };
import { ask } from '../../../helpers/ask.ts';
import { makeFolder } from '../../../helpers/folder.ts';
import { ORIGIN, startReplies } from '../../../helpers/replies.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const SERVE = join(ROOT, 'tests/helpers/serveReplies.ts');
const STORY = {
  address: ORIGIN,
  path: '',
  title: 'Story',
  language: 'en',
  words: english.replies,
  chapters: [{ slug: 'one', title: 'One' }],
};

/** The service as a process of its own, on a built site of one page. */
async function start(folder: string, database: string) {
  const child = spawn(process.execPath, [SERVE, folder, database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const address = line.toString().trim();
  const send = (text: string) =>
    fetch(`${address}replies/one/`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ name: 'Ada', text }),
    });
  return { child, address, send };
}

const site = () =>
  makeFolder({
    'dist/replies/index.json': JSON.stringify(STORY),
    'dist/chapters/one/index.html': '<p>One</p>',
    'dist/index.html': '<p>All</p>',
  });

test('what was acknowledged survives kill -9, and is there once although it is sent again', async () => {
  const folder = site();
  const database = join(folder, 'replies.db');
  const acknowledged = new Set<string>();
  for (const round of [0, 1]) {
    const { child, send } = await start(join(folder, 'dist'), database);
    const texts = Array.from({ length: 60 }, (_, index) => `${round} ${index}`);
    let count = 0;
    await Promise.all(
      texts.map(async (text) => {
        const answer = await send(text).catch(() => undefined);
        if (answer?.status !== 303) return;
        acknowledged.add(text);
        // In the middle of all the others.
        if (++count === 10) child.kill('SIGKILL');
      }),
    );
  }
  expect(acknowledged.size).toBeGreaterThan(0);
  const { send } = await start(join(folder, 'dist'), database);
  for (const text of [...acknowledged].slice(0, 5)) expect((await send(text)).status).toBe(303);
  const { store } = await startReplies({ database });
  const kept = (await store.list()).map(({ text }) => text);
  expect(new Set(kept).size).toBe(kept.length);
  expect([...acknowledged].filter((text) => !kept.includes(text))).toEqual([]);
}, 60_000);

test('beside the site: its pages say where mentions go, its files are served as before', async () => {
  const folder = site();
  const { address } = await start(join(folder, 'dist'), join(folder, 'replies.db'));
  const chapter = await ask(address, '/chapters/one/', { method: 'HEAD' });
  expect(chapter.headers['link']).toBe(`<${ORIGIN}/replies/webmention>; rel="webmention"`);
  expect(chapter.headers['x-pingback']).toBe(`${ORIGIN}/replies/pingback`);
  expect((await ask(address, '/replies/index.json')).headers['x-pingback']).toBeUndefined();
  expect((await ask(address, '/replies/one.json')).status).toBe(200);
  expect((await ask(address, '/replies/nothing/')).status).toBe(404);
  expect((await ask(address, '/chapters/one/', { method: 'POST' })).status).toBe(405);
}, 30_000);

test('two services on one database keep the same reply once, and share the list of pages to look at', async () => {
  const one = await startReplies();
  const two = await startReplies({ database: one.file });
  const fields = { name: 'Ada', text: 'Twice?', stamp: one.stamp() };
  const answers = await Promise.all(
    [one, two, one, two].map(({ post }) => post('/replies/one/', fields)),
  );
  expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
  expect(await two.store.list()).toHaveLength(1);
  await one.store.decide((await one.store.list())[0]!.id, 'approved');
  expect(((await (await two.get('/replies/one.json')).json()) as { count: number }).count).toBe(1);
  const page = {
    source: 'https://a.example/',
    target: `${ORIGIN}/`,
    place: 'story',
    kind: 'webmention' as const,
  };
  await one.store.enqueue(page, one.clock.now);
  const claims = await Promise.all(
    [one, two].map(({ store, clock }) => store.claim(clock.now, 1_000)),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
  // Who took it and died loses it.
  expect(await two.store.claim(two.clock.now + 1_001, 1_000)).toMatchObject(page);
});

test('a restart goes on with what was to be looked at', async () => {
  const before = await startReplies();
  before.verifier.stop();
  const source = 'https://blog.example/post';
  await before.post('/replies/webmention', { source, target: `${ORIGIN}/` });
  await before.close();
  const text = `<p>See <a href="${ORIGIN}/">it</a></p>`;
  const after = await startReplies({
    database: before.file,
    pages: { [source]: { kind: 'page', address: source, type: 'text/html', text } },
  });
  await after.verifier.idle();
  expect(await after.store.list()).toMatchObject([{ url: source, state: 'waiting' }]);
});

test('a full disk is an error in words, and the reader’s are kept in the form', async () => {
  const { db, post, stamp, store } = await startReplies();
  await post('/replies/one/', { name: 'Ada', text: 'fits', stamp: stamp() });
  // As large as it may become is what it is now: SQLite says the same then as when the disk is full.
  await sql`PRAGMA max_page_count = 1`.execute(db);
  const answers: number[] = [];
  let page = '';
  for (let index = 0; index < 40; index++) {
    const answer = await post(
      '/replies/one/',
      { name: 'Ada', text: `${index} ${'long '.repeat(900)}`, stamp: stamp() },
      { 'x-test-remote': `203.0.${index}.1` },
    );
    answers.push(answer.status);
    if (answer.status === 503) {
      page = await answer.text();
      break;
    }
  }
  expect(answers.at(-1)).toBe(503);
  expect(page).toContain(english.replies.failed);
  expect(page).toContain(`
${answers.length - 1} long long`);
  // What had been kept is there, and is read.
  expect(await store.list()).toHaveLength(answers.length);
});

test('the command lists, decides, exports, imports and copies', async () => {
  const { file, post, stamp, store, close } = await startReplies();
  await post('/replies/one/', {
    name: 'Ada',
    text: 'One.',
    email: 'ada@mail.example',
    stamp: stamp(),
  });
  await post('/replies/one/', {
    name: 'Bea',
    text: 'Two.\nLines.',
    site: 'bea.example',
    stamp: stamp(),
  });
  const id = (await store.list()).find(({ name }) => name === 'Ada')!.id;
  const folder = makeFolder({});
  const run = (args: readonly string[], database = file, input = '') => {
    const env = {
      PATH: '',
      // A command that is compiled already starts sooner.
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      INIT_CWD: folder,
      REPLIES_DB: database,
      REPLIES_KEY: 'k'.repeat(32),
    };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'src/commands/replies.ts'), ...args],
      { env, input, encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };
  expect(run(['list', 'waiting']).stdout).toMatch(
    /Ada <ada@mail\.example>\n {4}One\.\n[\s\S]*2 replies\n$/,
  );
  expect(run(['approve', '--', id]).stdout).toBe(`${id} approved\n`);
  expect(run(['approve', 'nothing'])).toMatchObject({
    status: 1,
    stderr: 'There is no reply nothing.\n',
  });
  expect(run(['export', 'all.jsonl']).status).toBe(0);
  expect(statSync(join(folder, 'all.jsonl')).mode & 0o077).toBe(0);
  // The copy is whole while the service has the file open.
  const copy = join(folder, 'copy.db');
  expect(run(['backup', copy]).status).toBe(0);
  expect(run(['backup', copy]).status).not.toBe(0);
  expect(run(['list'], copy).stdout).toMatch(/2 replies/);
  const other = join(folder, 'other.db');
  expect(run(['import', 'all.jsonl'], other).stdout).toBe('2 imported, 0 were there already\n');
  expect(run(['import', 'all.jsonl'], other).stdout).toBe('0 imported, 2 were there already\n');
  expect(run(['list'], other).stdout).toBe(run(['list']).stdout);
  writeFileSync(join(folder, 'bad.jsonl'), '{"place":"one"}\n');
  expect(run(['import', 'bad.jsonl'], other).stderr).toMatch(/^Line 1, name: /);
  expect(run(['passphrase'], other, 'short\n').stderr).toMatch(/at least 8/);
  expect(run(['passphrase'], other, 'long enough\n').status).toBe(0);
  await close();
  expect(existsSync(file)).toBe(true);
}, 120_000);
