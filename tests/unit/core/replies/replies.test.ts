import { expect, test } from 'vitest';
import { isPublicAddress, networkOf } from '../../../../src/core/replies/addresses.ts';
import { replyHtml } from '../../../../src/core/replies/markup.ts';
import { mentionIn } from '../../../../src/core/replies/mention.ts';
import { PING_FAULTS, readPing } from '../../../../src/core/replies/pingback.ts';
import { placeAt, placesOf } from '../../../../src/core/replies/places.ts';
import { published } from '../../../../src/core/replies/published.ts';
import { readForm, typedIn } from '../../../../src/core/replies/readForm.ts';
import { isProgram, marksOf } from '../../../../src/core/replies/spam.ts';
import english from '../../../../src/i18n/en.json' with { type: 'json' };

test.each([
  ['*soft* and **loud**', '<p><em>soft</em> and <strong>loud</strong></p>'],
  ['> her words\n\nmine', '<blockquote>\n<p>her words</p>\n</blockquote>\n<p>mine</p>'],
  [
    '[here](https://a.example/?a=1&b=2)',
    '<p><a href="https://a.example/?a=1&#x26;b=2" rel="ugc nofollow">here</a></p>',
  ],
  [
    '<https://a.example/>',
    '<p><a href="https://a.example/" rel="ugc nofollow">https://a.example/</a></p>',
  ],
  ['one\ntwo', '<p>one<br>two</p>'],
  ['one  \ntwo', '<p>one<br>two</p>'],
  // All else is what was typed.
  ['# no heading', '<p># no heading</p>'],
  ['- no list\n- at all', '<p>- no list<br>- at all</p>'],
  [
    '`no code` ![no picture](https://a.example/x.png)',
    '<p>`no code` !<a href="https://a.example/x.png" rel="ugc nofollow">no picture</a></p>',
  ],
  ['    no code', '<p>no code</p>'],
  ['1986. A great year', '<p>1986. A great year</p>'],
  ['---', '<p>---</p>'],
  ['<script>alert(1)</script>', '<p>&#x3C;script>alert(1)&#x3C;/script></p>'],
  ['<b onclick=x>fat</b>', '<p>&#x3C;b onclick=x>fat&#x3C;/b></p>'],
  ['[x](javascript:alert(1))', '<p>x</p>'],
  ['[x](data:text/html,y)', '<p>x</p>'],
  ['[x](JaVaScRiPt:alert(1) "t")', '<p>x</p>'],
  ['[x](/chapters/)', '<p><a href="/chapters/" rel="ugc nofollow">x</a></p>'],
  ['a & b < c', '<p>a &#x26; b &#x3C; c</p>'],
])('%j as HTML', (text, html) => {
  expect(replyHtml(text)).toBe(html);
});

test('deep quotations and long emphasis end', () => {
  expect(replyHtml('>'.repeat(5000)).length).toBeLessThan(1000);
  expect(replyHtml('*'.repeat(5000)).length).toBeLessThan(20_000);
  expect(replyHtml('[a]('.repeat(1200)).length).toBeLessThan(20_000);
});

test('a form is read, or told what is wrong where', () => {
  const read = (fields: object) => readForm(typedIn(fields as Record<string, unknown>));
  expect(
    read({ name: ' Ada\n L. ', text: 'Yes.\r\nNo.', site: 'example.org', email: 'a@b.example' }),
  ).toEqual({
    written: {
      name: 'Ada L.',
      text: 'Yes.\nNo.',
      site: 'https://example.org/',
      email: 'a@b.example',
    },
  });
  expect(
    read({ name: '\u202e\u0000', text: ' ', site: 'javascript:alert(1)', email: 'a@b' }),
  ).toEqual({
    faults: { name: 'missing', text: 'missing', site: 'wrong', email: 'wrong' },
  });
  expect(read({ name: 'n'.repeat(61), text: 't'.repeat(5001) })).toEqual({
    faults: { name: 'long', text: 'long' },
  });
  expect(read({ name: ['x'], text: 3 })).toEqual({ faults: { name: 'missing', text: 'missing' } });
  expect(read({ name: 'A', text: 'x', site: 'https://u:p@example.org' })).toEqual({
    faults: { site: 'wrong' },
  });
  expect(read({ name: 'A', text: 'x', site: 'example.org:8080/me', parent: 'abc' })).toEqual({
    written: { name: 'A', text: 'x', site: 'https://example.org:8080/me', parent: 'abc' },
  });
});

test('answers stand under what they answer, one level deep, the oldest first', () => {
  const reply = (id: string, created: number, parent?: string) => ({
    id,
    created,
    parent,
    kind: 'reply' as const,
    name: id,
    text: id,
  });
  const { count, replies } = published([
    reply('c', 3, 'b'),
    reply('b', 2, 'a'),
    reply('a', 1),
    reply('d', 4, 'gone'),
    reply('x', 5, 'y'),
    reply('y', 6, 'x'),
  ]);
  expect(count).toBe(6);
  expect(replies.map(({ id, answers }) => [id, answers!.map((one) => one.id)])).toEqual([
    ['a', ['b', 'c']],
    ['d', []],
    ['x', []],
    ['y', []],
  ]);
});

test('signs of programs', () => {
  const typed = typedIn({ name: 'A', text: 'Yes.' });
  expect(marksOf(typed, { given: 0 }, 10_000)).toEqual([]);
  expect(marksOf(typed, { given: 9_000 }, 10_000)).toEqual(['soon']);
  expect(marksOf(typed, { given: 0 }, 90_000_000)).toEqual(['late']);
  expect(isProgram(marksOf(typed, 'absent', 0))).toBe(false);
  expect(isProgram(marksOf(typed, 'forged', 0))).toBe(true);
  expect(isProgram(marksOf(typedIn({ website: 'x' }), { given: 0 }, 10_000))).toBe(true);
  expect(
    marksOf(typedIn({ text: 'https://a https://b https://c [url=x]' }), { given: 0 }, 10_000),
  ).toEqual(['links', 'markup']);
});

/** Spellings of machines that nobody outside may have asked for. */
test.each([
  ...[
    '127.0.0.1',
    '127.1.2.3',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '0.0.0.0',
  ],
  ...[
    '100.64.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '192.88.99.1',
  ],
  ...[
    '::',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '[::ffff:169.254.169.254]',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
  ],
  ...[
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2001:0:1::1',
    '::127.0.0.1',
    'fec0::1',
  ],
  ...['', 'localhost', '127.1', '0x7f000001', '2130706433', '0177.0.0.1'],
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  '1.1.1.1',
  '93.184.215.14',
  '2606:4700:4700::1111',
  '[2606:4700::1]',
  '::ffff:1.1.1.1',
  '64:ff9b::101:101',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test('networks', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113');
  expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113');
  expect(networkOf('2001:db8:1:2::3')).toBe(networkOf('2001:db8:1:ffff::9'));
  expect(networkOf('2001:db8:2::3')).not.toBe(networkOf('2001:db8:1::3'));
  expect(networkOf('')).toBe('unknown');
});

test('places by their pages', () => {
  const site = { address: 'https://story.example', words: english.replies };
  const places = placesOf([
    { ...site, path: '', title: 'Root', language: 'en', chapters: [{ slug: 'one', title: 'One' }] },
    {
      ...site,
      path: 'zwei/',
      title: 'Zwei',
      language: 'de',
      chapters: [{ slug: 'eins', title: 'Eins' }],
    },
  ]);
  const at = (path: string) => placeAt(path, places)?.id;
  expect(
    [
      '',
      'chapters/one/',
      'chapters/one',
      'chapters/one/index.html',
      'zwei/',
      'zwei',
      'zwei/chapters/eins/',
    ].map(at),
  ).toEqual(['story', 'one', 'one', 'one', 'zwei/story', 'zwei/story', 'zwei/eins']);
  expect(
    ['chapters/', 'chapters/two/', 'one/', 'zwei/chapters/one/', 'embed/one/'].map(at),
  ).toEqual(Array(5).fill(undefined));
});

const TARGET = 'https://story.example/chapters/one/';

test('a blog’s post tells who, what and when by microformats', () => {
  const html = `<!doctype html><title>Blog</title><div class="h-entry"><h1 class="p-name">A knife, a shoe</h1>
    <a class="p-author h-card" href="https://ada.example/">Ada</a> <time class="dt-published" datetime="2026-11-20T10:00:00Z">then</time>
    <div class="e-content"><p>Before.</p><p>I liked <a href="${TARGET}">this chapter</a> a <b>lot</b>.</p></div></div>`;
  expect(mentionIn(html, 'text/html', TARGET, 'https://ada.example/post/')).toEqual({
    name: 'Ada',
    site: 'https://ada.example/',
    title: 'A knife, a shoe',
    text: 'I liked this chapter a lot.',
    published: Date.parse('2026-11-20T10:00:00Z'),
  });
});

test('other pages by what they tell search engines; what they do not say is their host', () => {
  const head =
    '<title>T – Blog</title><meta property="og:title" content="T"><meta name="author" content="Bea"><meta property="article:published_time" content="2026-01-02T00:00:00Z">';
  const body = `<p><a href="${TARGET}">Link</a></p><p>More.</p>`;
  const source = 'https://www.film.example/p?x';
  expect(mentionIn(`${head}${body}`, 'text/html', TARGET, source)).toMatchObject({
    name: 'Bea',
    title: 'T',
    site: 'https://www.film.example/',
    published: Date.parse('2026-01-02'),
  });
  expect(mentionIn(body, 'text/html', TARGET, source)).toMatchObject({
    name: 'film.example',
    title: 'www.film.example',
    text: 'Link More.',
  });
  expect(
    mentionIn(
      `<p>${'word '.repeat(300)}<a href="${TARGET}">here it is</a> ${'word '.repeat(300)}</p>`,
      'text/html',
      TARGET,
      source,
    )?.text,
  ).toMatch(/^….*here it is.*…$/);
});

test('links by the very address', () => {
  const links = (text: string, type: string, address = TARGET) =>
    mentionIn(text, type, TARGET, address) !== undefined;
  const html = (markup: string) => links(markup, 'text/html', 'https://story.example/x/');
  expect(html(`<a href="${TARGET}">`)).toBe(true);
  expect(html('<a href=../chapters/one/>')).toBe(true);
  expect(html(`<img src="${TARGET}">`)).toBe(true);
  expect(html(`<iframe src="${TARGET}">`)).toBe(true);
  expect(html(`<p>${TARGET}</p><!-- <a href="${TARGET}"> -->`)).toBe(false);
  expect(html(`<a href="${TARGET}#x">`)).toBe(false);
  expect(links(`{"a":["${TARGET}"]}`, 'application/json')).toBe(true);
  expect(links(`{"a":"see ${TARGET}"}`, 'application/json')).toBe(false);
  expect(links(`see ${TARGET} there`, 'text/plain')).toBe(true);
  expect(links(`see ${TARGET}more`, 'text/plain')).toBe(false);
  expect(html(`<meta http-equiv="status" content="410 Gone"><a href="${TARGET}">`)).toBe(false);
});

test('pingback’s calls', () => {
  const call = (params: string, name = 'pingback.ping') =>
    `<?xml version="1.0"?><methodCall><methodName>${name}</methodName><params>${params}</params></methodCall>`;
  const typed = '<param><value><string>https://a.example/?a&amp;b</string></value></param>';
  expect(readPing(call(`${typed}<param><value>${TARGET}</value></param>`))).toEqual({
    source: 'https://a.example/?a&b',
    target: TARGET,
  });
  expect(readPing(call(typed))).toBe(PING_FAULTS.malformed);
  expect(readPing(call(typed, 'system.listMethods'))).toBe(PING_FAULTS.unknownMethod);
  expect(readPing('<!DOCTYPE x [<!ENTITY a "b">]><methodCall/>')).toBe(PING_FAULTS.malformed);
  expect(readPing('nothing')).toBe(PING_FAULTS.malformed);
  expect(readPing('<a>'.repeat(500))).toBe(PING_FAULTS.malformed);
});
