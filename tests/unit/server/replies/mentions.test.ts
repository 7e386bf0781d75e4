import { describe, expect, test } from 'vitest';
import type { Fetched } from '../../../../src/server/replies/fetchSource.ts';
import { ORIGIN, startReplies } from '../../../helpers/replies.ts';

const TARGET = `${ORIGIN}/chapters/one/`;
const SOURCE = 'https://blog.example/post';
const page = (text: string, type = 'text/html', address = SOURCE): Fetched => ({
  kind: 'page',
  address,
  type,
  text,
});
const LINKING = page(`<title>Post</title><p>I read <a href="${TARGET}">it</a> twice.</p>`);

/** The receiver's part of the recommendation (W3C, 12 January 2017), by section. */
describe('webmention', () => {
  test.each([
    ['3.2.1 source is no address', 'nothing', TARGET, 400],
    ['3.2.1 source has a scheme that is not supported', 'ftp://blog.example/', TARGET, 400],
    ['3.2.1 source is missing', '', TARGET, 400],
    ['3.2.1 target is missing', SOURCE, '', 400],
    [
      '3.2.1 target has a scheme that is not supported',
      SOURCE,
      'gopher://story.example/chapters/one/',
      400,
    ],
    ['3.2.1 source and target are the same', TARGET, TARGET, 400],
    ['3.2.1 source and target differ by a fragment alone', `${TARGET}#x`, TARGET, 400],
    ['3.2.1 target is of another site', SOURCE, 'https://other.example/chapters/one/', 400],
    ['3.2.1 target is no page of ours', SOURCE, `${ORIGIN}/chapters/nine/`, 400],
    ['3.2.1 target is a page that takes none', SOURCE, `${ORIGIN}/embed/one/`, 400],
    ['3.2 taken, and looked at later', SOURCE, TARGET, 202],
    ['3.2 a target with a fragment is its page', SOURCE, `${TARGET}#words`, 202],
    ['3.2 a target with a query is its page', SOURCE, `${TARGET}?from=card`, 202],
    ['3.2 the story itself', SOURCE, `${ORIGIN}/`, 202],
    ['3.2 another story', SOURCE, `${ORIGIN}/zwei/chapters/eins/`, 202],
  ])('%s', async (_, source, target, status) => {
    const { post, store } = await startReplies();
    expect((await post('/replies/webmention', { source, target })).status).toBe(status);
    expect(await store.list()).toEqual([]);
  });

  const announced = async (pages: Record<string, Fetched>) => {
    const running = await startReplies({ pages });
    await running.post('/replies/webmention', { source: SOURCE, target: TARGET });
    await running.verifier.idle();
    return running;
  };

  test.each<[string, Fetched, number]>([
    ['3.2.2 a page that links by the very address', LINKING, 1],
    ['3.2.2 a page that only names it', page(`<p>${TARGET}</p>`), 0],
    ['3.2.2 a page that links elsewhere', page('<a href="https://story.example/chapters/one">'), 0],
    ['3.2.2 a link in a comment', page(`<!-- <a href="${TARGET}">x</a> -->`), 0],
    ['3.2.2 a picture', page(`<img src="${TARGET}">`), 1],
    ['3.2.2 a film', page(`<video src="${TARGET}"></video>`), 1],
    [
      '3.2.2 JSON with the address as a value',
      page(JSON.stringify({ at: [TARGET] }), 'application/json'),
      1,
    ],
    [
      '3.2.2 JSON with the address within a value',
      page(JSON.stringify({ at: `see ${TARGET}` }), 'application/json'),
      0,
    ],
    ['3.2.2 plain text with the address', page(`See ${TARGET} there`, 'text/plain'), 1],
    ['3.2.4 a page that is gone', { kind: 'gone' }, 0],
    [
      '3.2.4 a page that says it is gone',
      page(`<meta http-equiv="Status" content="410 Gone"><a href="${TARGET}">`),
      0,
    ],
    ['a page that may not be asked for', { kind: 'refused', why: 'no public address' }, 0],
  ])('%s', async (_, fetched, count) => {
    const { store } = await announced({ [SOURCE]: fetched });
    expect(await store.list()).toHaveLength(count);
    expect(await store.claim(Number.MAX_SAFE_INTEGER, 0)).toBeUndefined();
  });

  test('3.2.3 what is approved is shown with author, title, words and address', async () => {
    const { store, get } = await announced({ [SOURCE]: LINKING });
    const [row] = await store.list();
    expect(row).toMatchObject({
      state: 'waiting',
      kind: 'webmention',
      name: 'blog.example',
      title: 'Post',
      text: 'I read it twice.',
      url: SOURCE,
    });
    await store.decide(row!.id, 'approved');
    const { replies } = (await (await get('/replies/one.json')).json()) as { replies: object[] };
    expect(replies[0]).toMatchObject({
      kind: 'mention',
      name: 'blog.example',
      title: 'Post',
      url: SOURCE,
    });
    const html = await (await get('/replies/one/')).text();
    expect(html).toContain(
      `<a href="${SOURCE}" rel="ugc nofollow"><cite dir="auto">Post</cite></a>`,
    );
  });

  test.each([
    ['/', 'https://blog.example/me'],
    ['//cdn.example/', 'https://cdn.example/me'],
    ['https://[x/', 'https://blog.example/deep/me'],
  ])('a page with the base %s is read against it', async (base, site) => {
    const { pathname } = new URL(TARGET);
    const posted = `<base href="${base}"><div class="h-entry"><h1 class="p-name">Post</h1><a class="p-author h-card" href="me">Ann</a> read <a href="${TARGET}">it</a>.</div>`;
    const address = 'https://blog.example/deep/post';
    const { store } = await announced({ [SOURCE]: page(posted, 'text/html', address) });
    expect(await store.list()).toMatchObject([{ name: 'Ann', title: 'Post', site }]);
    const elsewhere = `<base href="https://other.example/"><a href="${pathname}">x</a>`;
    const other = await announced({ [SOURCE]: page(elsewhere, 'text/html', `${ORIGIN}/post`) });
    expect(await other.store.list()).toEqual([]);
  });

  test.each([
    ['deeper than browsers nest', '<div>'.repeat(600)],
    ['of more elements than anybody writes', '<br>'.repeat(100_001)],
  ])('a page %s is not read, and asked for once', async (_, markup) => {
    const { store, asked } = await announced({
      [SOURCE]: page(`${markup}<a href="${TARGET}">it</a>`),
    });
    expect(await store.list()).toEqual([]);
    expect(asked).toHaveLength(1);
    expect(await store.claim(Number.MAX_SAFE_INTEGER, 0)).toBeUndefined();
  });

  test('3.2.4 updated, then deleted', async () => {
    const pages: Record<string, Fetched> = { [SOURCE]: LINKING };
    const { post, store, verifier, get } = await announced(pages);
    const { id } = (await store.list())[0]!;
    await store.decide(id, 'approved');
    const again = async () => {
      await post('/replies/webmention', { source: SOURCE, target: TARGET });
      await verifier.idle();
    };
    await again();
    expect((await store.list())[0]).toMatchObject({ id, state: 'approved' });
    pages[SOURCE] = page(`<title>Post</title><p>Changed <a href="${TARGET}">it</a>.</p>`);
    await again();
    // Other words are read again before they appear.
    expect(await store.list()).toMatchObject([{ id, text: 'Changed it.', state: 'waiting' }]);
    await store.decide(id, 'approved');
    pages[SOURCE] = page('<p>No link any more.</p>');
    await again();
    expect(await store.list()).toEqual([]);
    expect(await (await get('/replies/one.json')).json()).toMatchObject({ count: 0, replies: [] });
  });

  test('a page that cannot be had now is looked at again, a few times; nothing is removed meanwhile', async () => {
    const { store, clock, verifier, asked } = await announced({});
    expect(asked).toHaveLength(1);
    for (const [pause, looks] of [
      [59_000, 1],
      [2_000, 2],
      [16 * 60_000, 3],
      [4 * 3_600_000, 4],
      [48 * 3_600_000, 4],
    ] as const) {
      clock.now += pause;
      verifier.wake();
      await verifier.idle();
      expect(asked).toHaveLength(looks);
    }
    expect(await store.claim(Number.MAX_SAFE_INTEGER, 0)).toBeUndefined();
  });

  test('one network announces so many', async () => {
    const { post } = await startReplies();
    const send = (index: number) =>
      post('/replies/webmention', { source: `${SOURCE}${index}`, target: TARGET });
    for (let index = 0; index < 30; index++) expect((await send(index)).status).toBe(202);
    expect((await send(30)).status).toBe(429);
  });
});

test('pingback: what WordPress sends', async () => {
  const { app, store, verifier } = await startReplies({ pages: { [SOURCE]: LINKING } });
  const call = async (source: string, target: string) => {
    const body = `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params><param><value><string>${source}</string></value></param><param><value><string>${target}</string></value></param></params></methodCall>`;
    const answer = await app.request(`${ORIGIN}/replies/pingback`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/xml', host: 'story.example' },
    });
    expect(answer.status).toBe(200);
    return answer.text();
  };
  expect(await call(SOURCE, `${ORIGIN}/chapters/nine/`)).toContain('<int>33</int>');
  expect(await call('javascript:x', TARGET)).toContain('<int>0</int>');
  expect(await call(SOURCE, TARGET)).toContain('<methodResponse><params>');
  await verifier.idle();
  expect(await store.list()).toMatchObject([
    { kind: 'pingback', name: 'blog.example', title: 'Post', state: 'waiting' },
  ]);
});
