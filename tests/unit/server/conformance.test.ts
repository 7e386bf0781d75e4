/**
 * What a static server is to answer, by RFC 9110 and 9112: one table, asked of the
 * server here and, where nginx is installed, of nginx with the file in docs. Where
 * nginx has its own way, the row says which.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { compressFolder } from '../../../src/build/compress.ts';
import { nginxPolicies } from '../../../src/build/hosting/nginx.ts';
import { headersFor, headersForMissing } from '../../../src/server/headers.ts';
import { listen } from '../../../src/server/listen.ts';
import { withPolicy } from '../../../src/server/pagePolicy.ts';
import { serveSite } from '../../../src/server/site.ts';
import { type RawAnswer, requestText, sendRaw } from '../../helpers/raw.ts';
import { NGINX } from '../../run/extras.ts';
import { freePort } from '../../run/freePort.ts';

const OWN_POLICY = "default-src 'self'; script-src 'self' 'sha256-abc='";
const LOST_POLICY = "default-src 'self'";
const says = (policy: string) => `<meta http-equiv="content-security-policy" content="${policy}">`;
const HOME = `<!doctype html>${says(OWN_POLICY)}<title>The story</title>${'<p>She dances.</p>'.repeat(100)}`;
const LOST = `<!doctype html>${says(LOST_POLICY)}<title>Lost</title>${'<p>No such scene.</p>'.repeat(100)}`;
const SCRIPT = 'export const stage = 1;\n'.repeat(60);
const MUSIC = Buffer.from(Uint8Array.from({ length: 1000 }, (_, index) => index % 251));
const FILES: Readonly<Record<string, string | Buffer>> = {
  'dist/index.html': HOME,
  'dist/404.html': LOST,
  'dist/chapters/training/index.html': 'Training',
  'dist/embed/training/index.html': 'Frame',
  'dist/embed.d.ts': 'export {};',
  'dist/_astro/stage.abc123.js': SCRIPT,
  'dist/site.webmanifest': '{}',
  'dist/audio/swan.mp3': MUSIC,
  'dist/audio/tone.wav': MUSIC,
  'dist/audio/long.webm': Buffer.alloc(1_500_000, MUSIC),
  'dist/audio/empty.wav': '',
  'dist/name with space.txt': 'Name',
  'dist/.secret': 'hidden',
  'dist/.git/config': 'hidden',
  'dist/.well-known/note.txt': 'Note',
  'dist/_headers': 'hidden',
  'dist/_redirects': 'hidden',
  'dist/_policies.conf': nginxPolicies(
    {
      '/404.html': LOST_POLICY,
      '/embed/training/index.html': undefined,
      '/index.html': OWN_POLICY,
    },
    '',
  ),
  'dist/empty/file.txt': 'File',
  'outside.txt': 'outside',
};
const CHANGED = 'Sun, 22 Nov 2026 10:00:00 GMT';
const EARLIER = 'Sat, 21 Nov 2026 10:00:00 GMT';
const LATER = 'Mon, 23 Nov 2026 10:00:00 GMT';

interface Expected {
  readonly status: number | readonly number[];
  readonly body?: string | Buffer;
  /** A header that is not to be there is null. */
  readonly headers?: Readonly<Record<string, string | RegExp | null>>;
}
interface Row extends Expected {
  /** What is sent first, a method and a target; HTTP/1.1 where it does not say. */
  readonly line: string;
  readonly send?: Readonly<Record<string, string>>;
  /** nginx's own way. */
  readonly nginx?: Expected;
}

const lost = { status: 404, body: LOST, headers: { 'content-type': 'text/html; charset=utf-8' } };
const music = (first: number, last: number) => ({
  status: 206,
  body: MUSIC.subarray(first, last + 1),
  headers: {
    'content-range': `bytes ${first}-${last}/1000`,
    'content-length': `${last - first + 1}`,
  },
});
const whole = { status: 200, body: MUSIC, headers: { 'content-range': null } };
const refused = { status: 416, headers: { 'content-range': 'bytes */1000' } };
const range = (line: string, value: string, more = {}) => ({
  line,
  send: { Range: value, ...more },
});
const coded = (accept: string | undefined, coding: string | null, nginx: string | null) => ({
  line: 'GET /',
  send: accept === undefined ? {} : { 'Accept-Encoding': accept },
  status: 200,
  headers: { 'content-encoding': coding, vary: 'Accept-Encoding' },
  nginx: { status: 200, headers: { 'content-encoding': nginx, vary: 'Accept-Encoding' } },
});
const SWAN = 'GET /audio/swan.mp3';

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  'ways to ask': [
    { line: 'GET /', status: 200, body: HOME },
    { line: 'GET http://example.org/', status: 200, body: HOME },
    { line: 'GET HTTP://example.org:8080/chapters/training/?a=b', status: 200, body: 'Training' },
    { line: 'GET / HTTP/1.0', status: 200, body: HOME },
    { line: 'GET /?from=card#x', status: 200, body: HOME },
    { line: 'HEAD /', status: 200, headers: { 'content-length': `${HOME.length}` } },
    { line: 'HEAD /nothing', status: 404, headers: { 'content-length': `${LOST.length}` } },
    { line: 'GET *', status: 400 },
    { line: 'GET ftp://example.org/', status: 400, nginx: { status: 200 } },
    ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'].map((method) => ({
      line: `${method} /`,
      status: 405,
      headers: { allow: 'GET, HEAD', 'cache-control': 'no-cache' },
    })),
    { line: 'POST /', send: { 'Content-Length': '5', Expect: '100-continue' }, status: 405 },
  ],
  addresses: [
    {
      line: 'GET /chapters/training?from=card',
      status: 308,
      headers: { location: '/chapters/training/?from=card', 'content-length': /\d/ },
      nginx: { status: 301 },
    },
    { line: 'GET /chapters/training/', status: 200, body: 'Training' },
    { line: 'GET /index.html', status: 200, body: HOME },
    { line: 'GET /%63hapters/training/', status: 200, body: 'Training' },
    { line: 'GET /name%20with%20space.txt', status: 200, body: 'Name' },
    { line: 'GET //chapters///training/', status: 200, body: 'Training' },
    {
      line: 'GET //chapters/training',
      status: 308,
      headers: { location: '/chapters/training/' },
      nginx: { status: 301 },
    },
    { line: 'GET /chapters/./training/', status: 200, body: 'Training' },
    { line: 'GET /empty/../chapters/%2e%2e/chapters/training/', status: 200, body: 'Training' },
    { line: 'GET /.well-known/note.txt', status: 200, body: 'Note' },
    ...[
      '/nothing',
      '/nothing/',
      '/_astro/gone.js',
      '/_astro/stage.abc123.js/',
      '/_astro/stage.abc123.js/x',
      '/chapters/training/index',
      '/Chapters/training/',
      '/index.html.br',
      '/index.html.gz',
      '/_headers',
      '/_redirects',
      '/_policies.conf',
      '/.secret',
      '/%2esecret',
      '/.git/config',
      '/empty/',
      '/dist/index.html',
      `/${'long'.repeat(500)}`,
    ].map((path) => ({ line: `GET ${path}`, ...lost })),
    // A folder without a page: nginx leads to its slash before it looks.
    { line: 'GET /empty', ...lost, nginx: { status: 301 } },
    // A hidden slash is none: no file has one in its name.
    {
      line: 'GET /chapters%2ftraining/',
      ...lost,
      nginx: { status: 200, body: 'Training' },
    },
    ...[
      '/../outside.txt',
      '/%2e%2e/outside.txt',
      '/chapters/../../outside.txt',
      '/..%2foutside.txt',
      '/..%5coutside.txt',
      '/..\\outside.txt',
      '/%00',
      '/%',
      '/%zz',
      '/%c0%ae%c0%ae/outside.txt',
    ].map((path) => ({ line: `GET ${path}`, status: [400, 404] })),
  ],
  codings: [
    coded(undefined, null, null),
    coded('', null, null),
    coded('gzip, deflate, br, zstd', 'br', 'gzip'),
    coded('gzip', 'gzip', 'gzip'),
    coded('GZIP', 'gzip', 'gzip'),
    coded('x-gzip', 'gzip', null),
    coded('gzip, br;q=0', 'gzip', 'gzip'),
    coded('gzip;q=0, br;q=0', null, null),
    coded('gzip;q=1.0, br;q=0.5', 'gzip', 'gzip'),
    coded('br;q=0.5, gzip;q=0.2', 'br', 'gzip'),
    coded('*', 'br', null),
    coded('*;q=0', null, null),
    coded('gzip;q=0.5, *;q=0', 'gzip', 'gzip'),
    coded('identity;q=0, gzip', 'gzip', 'gzip'),
    coded('identity;q=1, gzip;q=0.5', null, 'gzip'),
    coded('identity;q=1, *;q=0', null, null),
    coded('brotli, gzipped', null, null),
    {
      line: 'GET /audio/swan.mp3',
      send: { 'Accept-Encoding': 'identity;q=0' },
      status: 200,
      body: MUSIC,
      headers: { 'content-encoding': null },
    },
  ],
  versions: [
    ...[
      [{ 'If-None-Match': 'TAG' }, 304],
      [{ 'If-None-Match': 'W/TAG' }, 304],
      [{ 'If-None-Match': '"other", W/TAG' }, 304],
      [{ 'If-None-Match': '*' }, 304],
      [{ 'If-None-Match': '"other"' }, 200],
      [{ 'If-Modified-Since': CHANGED }, 304],
      [{ 'If-Modified-Since': LATER }, 304],
      [{ 'If-Modified-Since': EARLIER }, 200],
      [{ 'If-Modified-Since': 'yesterday' }, 200],
      // A tag says more than a date.
      [{ 'If-None-Match': '"other"', 'If-Modified-Since': LATER }, 200],
      [{ 'If-Match': 'TAG' }, 200],
      [{ 'If-Match': '*' }, 200],
      [{ 'If-Match': '"other"' }, 412],
      [{ 'If-Match': 'W/TAG' }, 412],
      [{ 'If-Unmodified-Since': LATER }, 200],
      [{ 'If-Unmodified-Since': EARLIER }, 412],
    ].map(([send, status]) => ({
      line: SWAN,
      send: send as Record<string, string>,
      status: status as number,
      headers: { etag: /^"[^"]+"$/ },
      ...(status === 412 && { nginx: { status } }),
    })),
    { line: 'HEAD /audio/swan.mp3', send: { 'If-None-Match': 'TAG' }, status: 304 },
    { line: 'GET /nothing', send: { 'If-None-Match': '*' }, ...lost },
  ],
  parts: [
    { ...range(SWAN, 'bytes=0-1'), ...music(0, 1) },
    { ...range(SWAN, 'bytes=0-0'), ...music(0, 0) },
    { ...range(SWAN, 'Bytes=5-9'), ...music(5, 9) },
    { ...range(SWAN, 'bytes=990-'), ...music(990, 999) },
    { ...range(SWAN, 'bytes=990-5000'), ...music(990, 999) },
    { ...range(SWAN, 'bytes=990-99999999999999999'), ...music(990, 999) },
    { ...range(SWAN, 'bytes=-10'), ...music(990, 999) },
    { ...range(SWAN, 'bytes=-5000'), ...music(0, 999) },
    { ...range(SWAN, 'bytes=1000-'), ...refused },
    { ...range(SWAN, 'bytes=5000-6000'), ...refused },
    { ...range(SWAN, 'bytes=-0'), ...refused },
    ...['bytes=5-2', 'lines=0-1', 'bytes=-', 'bytes=a-b', 'bytes'].map((value) => ({
      ...range(SWAN, value),
      ...whole,
      nginx: { status: [200, 416] },
    })),
    // Several parts may be sent as a whole.
    {
      ...range(SWAN, 'bytes=0-1,5-6'),
      ...whole,
      nginx: { status: 206 },
    },
    { ...range(SWAN, 'bytes=0-9', { 'If-Range': 'TAG' }), ...music(0, 9) },
    { ...range(SWAN, 'bytes=0-9', { 'If-Range': CHANGED }), ...music(0, 9) },
    ...['"other"', 'W/TAG', EARLIER, LATER].map((value) => ({
      ...range(SWAN, 'bytes=0-9', { 'If-Range': value }),
      ...whole,
    })),
    { ...range(SWAN, 'bytes=0-9', { 'If-None-Match': 'TAG' }), status: 304 },
    {
      ...range('HEAD /audio/swan.mp3', 'bytes=0-9'),
      status: 200,
      headers: { 'content-length': '1000', 'content-range': null },
      nginx: { status: 206 },
    },
    { ...range('GET /audio/empty.wav', 'bytes=0-'), status: 416, nginx: { status: [200, 416] } },
    {
      ...range('GET /nothing', 'bytes=0-9'),
      ...lost,
      nginx: { status: [404, 206] },
    },
    {
      ...range('GET /audio/long.webm', 'bytes=300000-300999'),
      status: 206,
      headers: { 'content-range': 'bytes 300000-300999/1500000', 'content-length': '1000' },
    },
    {
      line: 'GET /audio/long.webm',
      status: 200,
      headers: { 'content-length': '1500000', 'accept-ranges': 'bytes' },
    },
    { line: 'GET /audio/empty.wav', status: 200, body: '', headers: { 'content-length': '0' } },
  ],
  types: Object.entries({
    '/': 'text/html; charset=utf-8',
    '/_astro/stage.abc123.js': 'text/javascript; charset=utf-8',
    '/embed.d.ts': 'text/plain; charset=utf-8',
    '/site.webmanifest': 'application/manifest+json',
    '/audio/swan.mp3': 'audio/mpeg',
    '/audio/tone.wav': 'audio/wav',
    '/audio/long.webm': 'audio/webm',
  }).map(([path, type]) => ({
    line: `GET ${path}`,
    status: 200,
    headers: { 'content-type': type },
  })),
};

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'story-'));
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  await compressFolder(join(folder, 'dist'));
  for (const path of Object.keys(FILES))
    utimesSync(join(folder, path), new Date(CHANGED), new Date(CHANGED));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Host {
  readonly address: string;
  close(): void | Promise<void>;
}

async function startOurs(): Promise<Host> {
  const dist = join(folder, 'dist');
  return listen(serveSite({ dist, base: '' }), { host: '127.0.0.1', port: 0, base: '' });
}

/** nginx with the file in docs, as it is but for the port and the folder. */
async function startNginx(): Promise<Host> {
  const port = await freePort();
  const config = readFileSync('docs/nginx.conf', 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replaceAll('/srv/story', join(folder, 'dist'));
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/nginx-${name};`,
  );
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr;
     ${process.getuid?.() === 0 ? 'user root;' : ''}
     events {} http { access_log off; ${paths.join(' ')} ${config} }`,
  );
  const child = spawn(NGINX.proof[0]!, ['-p', folder, '-c', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'close');
  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise((resolve) =>
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false)),
    );
    socket.destroy();
    if (isOpen) {
      expect(said).toBe('');
      return {
        address: `http://127.0.0.1:${port}/`,
        close: async () => {
          child.kill();
          await ended;
        },
      };
    }
    await wait(20);
  }
  throw new Error(`nginx does not start: ${said}`);
}

const HOSTS = [
  { name: 'the server here', start: startOurs, isHere: true, own: (row: Row): Expected => row },
  {
    name: 'nginx with docs/nginx.conf',
    start: startNginx,
    isHere: NGINX.proof.every((path) => existsSync(path)),
    own: (row: Row): Expected => row.nginx ?? row,
  },
] as const;

for (const { name, start, isHere, own } of HOSTS) {
  // Skipped where it is not installed: `apt-get install nginx-light`.
  describe.skipIf(!isHere)(name, () => {
    let host: Host;
    let etag: string;
    beforeAll(async () => {
      host = await start();
      etag = (await ask('GET /audio/swan.mp3')).headers['etag']!;
    });
    afterAll(() => host.close());

    async function ask(line: string, send: Row['send'] = {}): Promise<RawAnswer> {
      const tagged = Object.entries(send).map(([key, value]) => [key, value.replace('TAG', etag)]);
      const full = / HTTP\/1\.\d$/.test(line) ? line : `${line} HTTP/1.1`;
      const [answer] = await sendRaw(host.address, requestText(full, Object.fromEntries(tagged)));
      return answer!;
    }

    for (const [group, rows] of Object.entries(TABLE)) {
      test.each(
        rows.map(
          (row) => [`${row.line.slice(0, 70)} ${JSON.stringify(row.send ?? {})}`, row] as const,
        ),
      )(`${group}: %s`, async (_, row) => {
        const expected = own(row);
        const { status, headers, body } = await ask(row.line, row.send);
        expect([expected.status].flat()).toContain(status);
        expect(body.toString()).not.toMatch(/outside|hidden/);
        if (expected.body !== undefined) expect(body.equals(Buffer.from(expected.body))).toBe(true);
        for (const [key, value] of Object.entries(expected.headers ?? {})) {
          if (value === null) expect(headers[key]).toBeUndefined();
          else if (typeof value === 'string') expect(headers[key]).toBe(value);
          else expect(headers[key]).toMatch(value);
        }
        // Every answer says what it is for frames, and what of it may be kept.
        if (status === 400) return;
        // nginx says it twice in a 416.
        const policies = new Set(headers['content-security-policy']!.split(', '));
        // A page's own stands beside it.
        for (const own of [OWN_POLICY, LOST_POLICY]) policies.delete(own);
        expect([...policies]).toEqual([expect.stringContaining("frame-ancestors 'none'")]);
        expect(headers['cache-control']).toBeDefined();
      });
    }

    test.each([
      '/',
      '/_astro/stage.abc123.js',
      '/embed/training/',
      '/embed.d.ts',
      '/audio/swan.mp3',
    ])('the headers of %s are those of the rules, and no others twice', async (path) => {
      const { headers } = await ask(`GET ${path}`);
      const own = withPolicy(headersFor(path), path === '/' ? OWN_POLICY : undefined);
      for (const [key, value] of Object.entries(own))
        expect(headers[key.toLowerCase()]).toBe(value);
      expect(Object.keys(headers).filter((key) => key.startsWith('access-control'))).toHaveLength(
        'Access-Control-Allow-Origin' in headersFor(path) ? 1 : 0,
      );
    });

    test.each(['/nothing', '/_astro/gone.js', '/embed/gone/'])(
      'what is missing at %s has the headers of its address, and is not kept',
      async (path) => {
        const { status, headers } = await ask(`GET ${path}`);
        expect(status).toBe(404);
        for (const [key, value] of Object.entries(withPolicy(headersForMissing(path), LOST_POLICY)))
          expect(headers[key.toLowerCase()]).toBe(value);
      },
    );

    test('copies unpack to the file, and are versions of their own', async () => {
      const [plain, br, gzip] = await Promise.all(
        ['identity', 'br', 'gzip'].map((accept) => ask('GET /', { 'Accept-Encoding': accept })),
      );
      expect(gunzipSync(gzip!.body).toString()).toBe(HOME);
      expect(gzip!.headers['etag']).not.toBe(plain!.headers['etag']);
      if (br!.headers['content-encoding'] !== 'br') return;
      expect(brotliDecompressSync(br!.body).toString()).toBe(HOME);
      expect(br!.headers['etag']).not.toBe(gzip!.headers['etag']);
    });

    test('several requests at once are answered in order on one connection', async () => {
      const keep = { Connection: 'keep-alive' };
      const answers = await sendRaw(
        host.address,
        requestText('GET /chapters/training/ HTTP/1.1', keep) +
          requestText('HEAD / HTTP/1.1', keep) +
          requestText('GET /nothing HTTP/1.1', keep) +
          requestText('GET /audio/swan.mp3 HTTP/1.1', { ...keep, Range: 'bytes=0-9' }) +
          requestText('GET /embed/training/ HTTP/1.1'),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 206, 200]);
      expect(answers.map(({ body }) => body.length)).toEqual([8, 0, LOST.length, 10, 5]);
    });

    test('a request without a host, and one that is none, end the connection', async () => {
      const [hostless] = await sendRaw(host.address, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n');
      expect(hostless?.status).toBe(400);
      const [garbage] = await sendRaw(host.address, 'She dances\r\n\r\n');
      expect(garbage?.status ?? 400).toBe(400);
      const [old] = await sendRaw(host.address, 'GET /chapters/training/ HTTP/1.0\r\n\r\n');
      expect(old?.body.toString()).toBe('Training');
    });

    test('a file that is cut while it is sent ends the connection: nobody takes a part for the whole', async () => {
      const file = join(folder, 'dist/audio/cut.webm');
      const size = 20_000_000;
      writeFileSync(file, Buffer.alloc(size));
      onTestFinished(() => rmSync(file));
      const { hostname, port } = new URL(host.address);
      const socket = connect(Number(port), hostname);
      socket.write(requestText('GET /audio/cut.webm HTTP/1.1', { Connection: 'keep-alive' }));
      let got = 0;
      await new Promise<void>((resolve) => {
        socket.once('data', () => truncateSync(file, 1000));
        socket.on('data', (chunk) => {
          got += chunk.length;
        });
        socket.on('error', () => undefined).once('close', () => resolve());
      });
      expect(got).toBeLessThan(size);
    });
  });
}
