#!/usr/bin/env bash
# @hono/node-server 2.1.9, serveStatic: who resumes a download gets a file that never was.
#
# Seen: `If-Range` is not read. A client has the first bytes of a file and its `Last-Modified`; the file is put
# out anew; it asks for the rest "if it is still that one", and gets 206 with the rest of the other. Joined, the
# bytes are of two versions, and no header says so but a date that nobody asks for again. A unit that it does not
# know (`bars=1-2`) is answered as well: 206 with `Content-Range: bytes`. HTTP has it otherwise (RFC 9110,
# 13.1.5: where the condition is false `Range` must be ignored, so 200 with the whole; 14.2: units that are not
# understood must be ignored too).
# Why it matters: browsers resume downloads by just this question, since a plain range is not safe where files
# change. A recording that was cut again ends in noise, an archive does not open. Whoever serves files that change
# gives each version an address of its own, or takes `Range` away where `If-Range` is not the file's date.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent @hono/node-server@2.1.9 hono@4.13.19
mkdir files
cat >resume.mjs <<'JS'
import { utimesSync, writeFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const put = (words, day) => {
  writeFileSync('files/take.txt', words);
  utimesSync('files/take.txt', new Date(day), new Date(day));
};
const port = await new Promise((done) => {
  const app = new Hono().use('/*', serveStatic({ root: './files' }));
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => done(port));
});
async function ask(headers) {
  const answer = await fetch(`http://127.0.0.1:${port}/take.txt`, { headers });
  return { status: answer.status, words: await answer.text(), headers: answer.headers };
}

put('slow slow quick', '2026-11-01');
const first = await ask({ range: 'bytes=0-4' });
put('LOUD LOUD QUIET', '2026-12-01');
const rest = await ask({ range: 'bytes=5-', 'if-range': first.headers.get('last-modified') });
console.log(`resumed: ${rest.status} "${first.words}${rest.words}"`);
const bars = await ask({ range: 'bars=1-2' });
console.log(`bars: ${bars.status} ${bars.headers.get('content-range')}`);
process.exit();
JS
seen=$(node resume.mjs)
echo "$seen"
expect() {
  grep -qxF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'resumed: 206 "slow LOUD QUIET"'
expect 'bars: 206 bytes 0-14/15'
