import { expect, test } from 'vitest';
import { PASSPHRASE } from '../../../../src/server/replies/desk.ts';
import { hashPassphrase } from '../../../../src/server/replies/secrets.ts';
import { startReplies } from '../../../helpers/replies.ts';

const DESK = '/replies/desk/';

test('the desk without a passphrase lets nobody in', async () => {
  const { get, post } = await startReplies();
  expect((await get(DESK)).status).toBe(503);
  expect((await post(`${DESK}enter`, { passphrase: '' })).headers.get('set-cookie')).toBeNull();
});

test('one enters, decides, reads the feed and leaves', async () => {
  const { get, post, store, stamp, clock } = await startReplies();
  await store.setFact(PASSPHRASE, await hashPassphrase('open sesame'));
  const replies = [
    { name: 'Ada', text: '**Yes** <script>x</script>', email: 'ada@mail.example' },
    { name: 'Bea', text: 'No.' },
    { name: 'Cyd', text: 'https://a https://b https://c' },
  ];
  for (const reply of replies) {
    clock.now += 1_000;
    await post('/replies/one/', { ...reply, stamp: stamp() });
  }
  const door = await get(DESK);
  expect(door.status).toBe(200);
  expect(await door.text()).not.toContain('Ada');

  expect((await post(`${DESK}enter`, { passphrase: 'wrong' })).status).toBe(401);
  expect(
    (await post(`${DESK}enter`, { passphrase: 'open sesame' }, { origin: 'https://evil.example' }))
      .status,
  ).toBe(403);
  const entered = await post(`${DESK}enter`, { passphrase: 'open sesame' });
  expect(entered.status).toBe(303);
  const set = entered.headers.get('set-cookie')!;
  expect(set).toMatch(/HttpOnly/);
  expect(set).toMatch(/SameSite=Strict/);
  expect(set).toMatch(/Path=\/replies\/desk\//);
  expect(set).toMatch(/Secure/);
  const cookie = set.split(';')[0]!;
  const page = await (await get(DESK, { cookie })).text();
  expect(page).toContain('<strong>Yes</strong> &#x3C;script>');
  expect(page).toContain('mailto:ada@mail.example');
  expect(page).toContain('many links');
  expect(page).toContain('Waiting (3)');
  expect(page).not.toMatch(/<script/);
  const token = /name="token" value="([^"]+)"/.exec(page)![1]!;
  const idOf = async (name: string) => (await store.list()).find((row) => row.name === name)!.id;

  // Forged: without the token, with another's, without the cookie, from another page.
  const forged: [Record<string, string>, Record<string, string>][] = [
    [{}, { cookie }],
    [{ token: 'x' }, { cookie }],
    [{ token }, {}],
    [{ token }, { cookie: 'replies_desk=x' }],
    [{ token }, { cookie, origin: 'https://evil.example' }],
  ];
  for (const [fields, headers] of forged) {
    const answer = await post(
      `${DESK}decide`,
      { ...fields, id: await idOf('Ada'), decision: 'approve' },
      headers,
    );
    expect(answer.status).toBe(403);
  }
  expect((await store.counts()).approved).toBe(0);

  const decide = async (name: string, decision: string) =>
    post(`${DESK}decide`, { token, id: await idOf(name), decision, state: 'waiting' }, { cookie });
  expect((await decide('Ada', 'approve')).headers.get('location')).toBe(`${DESK}?state=waiting`);
  await decide('Bea', 'reject');
  expect(await store.counts()).toEqual({ waiting: 1, approved: 1, rejected: 1 });
  expect(await (await get(`${DESK}?state=rejected`, { cookie })).text()).toContain('Bea');

  const feed = /href="([^"]*feed\.xml[^"]*)"/.exec(page)![1]!;
  expect((await get(`${DESK}feed.xml?key=wrong`)).status).toBe(404);
  const read = await (await get(feed)).text();
  expect(read).toContain('<title>Cyd: one</title>');
  expect(read).not.toContain('Ada');

  await decide('Cyd', 'remove');
  expect(await store.counts()).toEqual({ waiting: 0, approved: 1, rejected: 1 });
  expect((await post(`${DESK}leave`, { token }, { cookie })).status).toBe(303);
  expect(await (await get(DESK, { cookie })).text()).toContain('Passphrase');
});

test('attempts are limited, sessions end', async () => {
  const { get, post, store, clock } = await startReplies();
  await store.setFact(PASSPHRASE, await hashPassphrase('open sesame'));
  const enter = (passphrase: string, remote = '203.0.113.1') =>
    post(`${DESK}enter`, { passphrase }, { 'x-test-remote': remote });
  const tries = await Promise.all(Array.from({ length: 6 }, () => enter('wrong')));
  expect(tries.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429]);
  expect((await enter('open sesame')).status).toBe(429);
  const entered = await enter('open sesame', '198.51.100.1');
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
  expect(await (await get(DESK, { cookie })).text()).toContain('Waiting (0)');
  clock.now += 13 * 3_600_000;
  expect(await (await get(DESK, { cookie })).text()).toContain('Passphrase');
});
