import { expect, test } from 'vitest';
import { LIMITS } from '../../../../src/core/replies/limits.ts';
import { openSecrets } from '../../../../src/server/replies/secrets.ts';
import { KEY, ORIGIN, startReplies } from '../../../helpers/replies.ts';

const REPLY = { name: 'Ada', text: 'I *agree*.', site: 'ada.example', email: 'ada@mail.example' };

test('in a folder of a host every address begins there', async () => {
  const base = '/deep/story';
  const { post, get, store, stamp } = await startReplies({ base });
  const posted = await post(`${base}/replies/one/`, { ...REPLY, stamp: stamp() });
  expect(posted.headers.get('location')).toMatch(/^\/deep\/story\/replies\/one\/\?waiting=/);
  await store.decide((await store.list())[0]!.id, 'approved');
  const page = await (await get(`${base}/replies/one/`)).text();
  const { html } = (await (await get(`${base}/replies/one.json`)).json()) as { html: string };
  const addresses = [...(page + html).matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(
    ([, to]) => to!,
  );
  expect(addresses.length).toBeGreaterThan(3);
  expect(addresses.filter((to) => !to.startsWith(`${base}/`))).toEqual([]);
  expect((await get('/replies/one/')).status).toBe(404);
});

test('a reply is kept, shown to its writer as waiting, and to everybody once approved', async () => {
  const { post, get, store, stamp, secrets } = await startReplies();
  const posted = await post('/replies/one/', { ...REPLY, stamp: stamp() });
  expect(posted.status).toBe(303);
  const address = posted.headers.get('location')!;
  expect(address).toMatch(/^\/replies\/one\/\?waiting=[\w.-]+#said$/);
  const waiting = await (await get(address)).text();
  expect(waiting).toContain('Your reply is waiting to be read.');
  expect(waiting).toContain('<p>I <em>agree</em>.</p>');
  expect(waiting).toContain('<title>Replies to “Chapter &lt;One&gt;” · Story</title>');
  expect(waiting).not.toContain('mail.example');
  // Nobody else sees it, nor by guessing its address.
  expect(await (await get('/replies/one/')).text()).not.toContain('agree');
  expect(await (await get(address.replace(/.#said/, 'x'))).text()).not.toContain('agree');
  const empty = await get('/replies/one.json');
  expect(await empty.json()).toMatchObject({ count: 0, html: '', replies: [] });

  const [row] = await store.list();
  expect(row).toMatchObject({ state: 'waiting', text: 'I *agree*.', marks: '' });
  expect(row!.email).not.toContain('ada');
  expect(secrets.decrypt(row!.email!, row!.id)).toBe('ada@mail.example');
  expect(openSecrets('x'.repeat(32)).decrypt(row!.email!, row!.id)).toBeUndefined();
  await store.decide(row!.id, 'approved');

  const json = await get('/replies/one.json', { 'if-none-match': empty.headers.get('etag')! });
  expect(json.status).toBe(200);
  expect(json.headers.get('cache-control')).toBe('no-cache');
  expect(json.headers.get('x-site')).toBe('yes');
  const body = await json.text();
  expect(body).not.toContain('mail.example');
  expect(JSON.parse(body)).toMatchObject({
    count: 1,
    said: '1 reply',
    html: expect.stringContaining('<p>I <em>agree</em>.</p>'),
    replies: [
      {
        id: row!.id,
        kind: 'reply',
        name: 'Ada',
        site: 'https://ada.example/',
        date: '2026-11-30T12:00:00.000Z',
      },
    ],
  });
  expect(
    (await get('/replies/one.json', { 'if-none-match': `W/${json.headers.get('etag')}` })).status,
  ).toBe(304);
  const page = await (await get('/replies/one/')).text();
  expect(page).toContain(
    '<a class="reply__name" href="https://ada.example/" rel="ugc nofollow"><bdi>Ada</bdi></a>',
  );
  expect(page).toContain('1 reply');

  // Removed, nothing is left.
  await store.remove(row!.id);
  expect(await store.list()).toEqual([]);
  expect(await (await get('/replies/one.json')).json()).toMatchObject({ count: 0, replies: [] });
});

test('what is wrong is said at its field, and no word is lost', async () => {
  const { post, store, stamp } = await startReplies();
  const fields = {
    name: ' ',
    text: 'Keep "these" <words>.',
    site: 'no address',
    email: 'nobody',
    stamp: stamp(),
  };
  const answer = await post('/replies/one/', fields);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('Keep &quot;these&quot; &lt;words&gt;.</textarea>');
  expect(page).toMatch(/name="name"[^>]* aria-invalid="true" aria-describedby="one-name-fault"/);
  expect(page).toContain('id="one-email-fault"');
  const inPlace = await post('/replies/one/', fields, { accept: 'application/json' });
  expect(inPlace.status).toBe(422);
  const { form } = (await inPlace.json()) as { form: string };
  expect(form).toContain('id="one-site-fault"');
  expect(form).toContain('Keep &quot;these&quot;');
  expect(await store.list()).toEqual([]);
});

test('in place, the answer is what is shown there', async () => {
  const { post, stamp } = await startReplies();
  const answer = await post(
    '/replies/one/',
    { ...REPLY, stamp: stamp() },
    { accept: 'application/json' },
  );
  expect(answer.status).toBe(201);
  const { said, html } = (await answer.json()) as { said: string; html: string };
  expect(said).toContain('waiting to be read');
  expect(html).toContain('<em class="reply__mark">waiting to be read</em>');
});

test('answers stand under what they answer, one level deep', async () => {
  const { post, get, store, stamp, clock } = await startReplies();
  const say = async (text: string, parent = '') => {
    clock.now += 1_000;
    await post('/replies/one/', { name: 'Ada', text, parent, stamp: stamp() });
    const row = (await store.list()).find((one) => one.text === text)!;
    await store.decide(row.id, 'approved');
    return row.id;
  };
  const first = await say('first');
  const second = await say('second', first);
  const third = await say('third', second);
  const elsewhere = await say('elsewhere', 'nothing');
  const { replies } = (await (await get('/replies/one.json')).json()) as {
    replies: { id: string; answers?: { id: string }[] }[];
  };
  const order = replies.map(({ id, answers = [] }) => [id, ...answers.map((one) => one.id)]);
  expect(order).toEqual([[first, second, third], [elsewhere]]);
  const page = await (await get(`/replies/one/?answer=${first}`)).text();
  expect(page).toContain('Your reply to Ada:');
  expect(page).toContain(`<input type="hidden" name="parent" value="${first}">`);
});

test('places that are none, and stories beside the root’s', async () => {
  const { post, get, stamp, store } = await startReplies();
  for (const path of [
    '/replies/three/',
    '/replies/three.json',
    '/nothing/replies/one/',
    '/replies/three/stamp',
  ]) {
    expect((await get(path)).status, path).toBe(404);
  }
  expect((await post('/replies/three/', REPLY)).status).toBe(404);
  expect((await get('/replies/story/')).status).toBe(200);
  expect((await post('/zwei/replies/eins/', { ...REPLY, stamp: stamp('zwei/eins') })).status).toBe(
    303,
  );
  expect((await store.list())[0]!.place).toBe('zwei/eins');
});

test('programs are refused, and the hasty asked again', async () => {
  const { post, get, store, secrets, clock } = await startReplies();
  expect((await post('/replies/one/', { ...REPLY, website: 'https://spam.example' })).status).toBe(
    403,
  );
  expect((await post('/replies/one/', { ...REPLY, stamp: 'x.y' })).status).toBe(403);
  expect((await post('/replies/one/', { ...REPLY, stamp: secrets.stamp('two', 0) })).status).toBe(
    403,
  );
  expect((await post('/replies/one/', REPLY, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await post('/replies/one/', REPLY, { origin: 'null' })).status).toBe(403);
  const fresh = await (await get('/replies/one/stamp')).text();
  expect((await post('/replies/one/', { ...REPLY, stamp: fresh })).status).toBe(425);
  expect(await store.list()).toEqual([]);
  clock.now += 3_000;
  expect((await post('/replies/one/', { ...REPLY, stamp: fresh }, { origin: ORIGIN })).status).toBe(
    303,
  );
  // Without script there is no stamp: it is taken, and the moderator is told.
  expect((await post('/replies/one/', { name: 'Bea', text: 'No script.' })).status).toBe(303);
  expect((await store.list()).map(({ marks }) => marks).sort()).toEqual(['', 'unstamped']);
});

test('twice the same is one, and too many from one network are too many', async () => {
  const limits = {
    ...LIMITS,
    network: { count: 3, within: 3_600_000 },
    place: { count: 5, within: 3_600_000 },
  };
  const { post, store, stamp, clock } = await startReplies({ limits });
  const send = (text: string, remote: string, place = 'one') =>
    post(
      `/replies/${place}/`,
      { name: 'Ada', text, stamp: stamp(place) },
      { 'x-test-remote': remote },
    );
  const [a, b] = await Promise.all([send('a', '203.0.113.1'), send('a', '203.0.113.1')]);
  expect(a.headers.get('location')).toBe(b.headers.get('location'));
  expect(await store.list()).toHaveLength(1);
  await send('b', '203.0.113.2');
  await send('c', '203.0.113.99');
  const many = await send('d', '203.0.113.3');
  expect(many.status).toBe(429);
  expect(many.headers.get('retry-after')).toBe('3600');
  expect(await many.text()).toContain('d</textarea>');
  expect((await send('e', '198.51.100.1')).status).toBe(303);
  expect((await send('f', '2001:db8:1::1')).status).toBe(303);
  // The place itself has enough for now; another has not.
  expect((await send('g', '2001:db8:2::1')).status).toBe(429);
  expect((await send('g', '2001:db8:2::1', 'two')).status).toBe(303);
  clock.now += 3_600_001;
  expect((await send('h', '203.0.113.1')).status).toBe(303);
});

test('returning writers need not wait where the owner says so', async () => {
  const { post, store, stamp, get } = await startReplies({ approves: true });
  const send = (text: string, more = {}) =>
    post('/replies/one/', { ...REPLY, text, stamp: stamp(), ...more });
  await send('first');
  await store.decide((await store.list())[0]!.id, 'approved');
  const again = await send('again');
  expect(await (await get(again.headers.get('location')!)).text()).toContain(
    'Your reply is shown below.',
  );
  await send('another address', { email: 'eve@mail.example' });
  await send('no address', { email: '' });
  expect((await store.list({ state: 'approved' })).map(({ text }) => text).sort()).toEqual([
    'again',
    'first',
  ]);
});

test('too long a form is not read', async () => {
  const { post } = await startReplies();
  expect((await post('/replies/one/', { name: 'A', text: 'x'.repeat(70_000) })).status).toBe(413);
});

test('addresses of machines are kept nowhere, and hashes for a day', async () => {
  const { post, store, stamp, clock, file } = await startReplies();
  await post('/replies/one/', { ...REPLY, stamp: stamp() }, { 'x-test-remote': '198.51.100.77' });
  const { readFileSync } = await import('node:fs');
  const bytes = ['', '-wal'].map((end) => readFileSync(file + end, 'latin1')).join('');
  expect(bytes).toContain('Ada');
  expect(bytes).not.toContain('198.51.100');
  expect(bytes).not.toContain('ada@mail');
  const salt = await store.salt(clock.now);
  clock.now += 24 * 3_600_000;
  await store.tidy(clock.now);
  expect(await store.salt(clock.now)).not.toBe(salt);
});

test('stamps, codes and keys', () => {
  const secrets = openSecrets(KEY);
  expect(secrets.readStamp('', 'one')).toBe('absent');
  expect(secrets.readStamp(secrets.stamp('one', 1234), 'one')).toEqual({ given: 1234 });
  expect(
    secrets.readStamp(`${(99).toString(36)}.${secrets.stamp('one', 1234).split('.')[1]}`, 'one'),
  ).toBe('forged');
  expect(secrets.sign('a', 'b', 'c')).not.toBe(secrets.sign('a', 'bc'));
});
