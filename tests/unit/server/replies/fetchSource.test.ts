import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openFetch } from '../../../../src/server/replies/fetchSource.ts';

/** A server of this machine, and how often it was asked. */
async function serve(listener: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    listener(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { asked, port, host: `127.0.0.1:${port}` };
}

const REFUSED = { kind: 'refused', why: 'no public address' };

/** Every spelling under which this machine, or its network, may be asked for. */
test.each([
  ...[
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0',
    '127.0.0.1.',
    '１２７.0.0.1',
  ],
  ...[
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
  ],
  ...['169.254.169.254', '10.0.0.1', '192.168.1.1', '[fe80::1]', '[fd00::1]', 'localhost'],
])('http://%s/ is not asked', async (host) => {
  const { asked, port } = await serve((_, response) => response.end('secret'));
  expect(await openFetch()(`http://${host}:${port}/`)).toEqual(REFUSED);
  expect(asked).toEqual([]);
});

test.each([
  'ftp://a.example/',
  'file:///etc/passwd',
  'http://a:b@c.example/',
  'http://a.example:22/',
  'data:text/html,x',
])('%s is not asked', async (address) => {
  expect((await openFetch()(address)).kind).toBe('refused');
});

test('a name is looked at where the connection is made, and once', async () => {
  const { asked, port } = await serve((_, response) => response.end('secret'));
  // Public at first, then this machine: what another look would have found.
  const answers = [
    [{ address: '127.0.0.1', family: 4 }],
    [
      { address: '1.1.1.1', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ],
    [{ address: '::ffff:10.0.0.1', family: 6 }],
  ];
  let looks = 0;
  const fetchSource = openFetch({
    lookup: (_, __, callback) => callback(null, answers[looks++]!),
  });
  for (const _ of answers)
    expect(await fetchSource(`http://rebind.example:${port}/`)).toEqual(REFUSED);
  expect(looks).toBe(3);
  expect(asked).toEqual([]);
});

test('each redirect is looked at again, and there are few', async () => {
  const secret = await serve((_, response) => response.end('secret'));
  const { host, asked } = await serve(({ url }, response) => {
    const location =
      { '/private': `http://${secret.host}/`, '/file': 'file:///etc/passwd', '/loop': '/loop' }[
        url!
      ] ?? '/page';
    if (url === '/page')
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Page</p>');
    else response.writeHead(302, { location }).end();
  });
  const fetchSource = openFetch({ near: [host] });
  expect(await fetchSource(`http://${host}/private`)).toEqual(REFUSED);
  expect((await fetchSource(`http://${host}/file`)).kind).toBe('refused');
  expect(secret.asked).toEqual([]);
  asked.length = 0;
  expect(await fetchSource(`http://${host}/loop`)).toEqual({
    kind: 'refused',
    why: 'too many redirects',
  });
  expect(asked).toHaveLength(6);
  expect(await fetchSource(`http://${host}/once`)).toMatchObject({
    kind: 'page',
    address: `http://${host}/page`,
    text: '<p>Page</p>',
  });
});

test('of what is huge only so much is read, what is slow is left, what is no page refused', async () => {
  const { host } = await serve(({ url }, response) => {
    if (url === '/huge') {
      response.writeHead(200, { 'content-type': 'text/html' });
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    } else if (url === '/slow') {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('x'), 20);
      response.once('close', () => clearInterval(timer));
    } else if (url === '/silent') return;
    else if (url === '/gone') response.writeHead(410).end();
    else if (url === '/latin')
      response
        .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
        .end(Buffer.from('é', 'latin1'));
    else response.writeHead(200, { 'content-type': 'image/png' }).end('x');
  });
  const fetchSource = openFetch({ near: [host], patience: 400, most: 100_000 });
  const huge = await fetchSource(`http://${host}/huge`);
  expect(huge.kind === 'page' && huge.text.length).toBe(100_000);
  expect((await fetchSource(`http://${host}/slow`)).kind).toBe('later');
  expect((await fetchSource(`http://${host}/silent`)).kind).toBe('later');
  expect(await fetchSource(`http://${host}/gone`)).toEqual({ kind: 'gone' });
  expect(await fetchSource(`http://${host}/latin`)).toMatchObject({ text: 'é' });
  expect((await fetchSource(`http://${host}/picture`)).kind).toBe('refused');
});
