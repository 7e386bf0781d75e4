#!/usr/bin/env bash
# @waline/vercel 1.39.3: a comment server of one's own asks another server before it answers anything.
#
# Seen: before each request, also of one who only reads comments, Waline fetches OAUTH_URL, which is a
# service of its makers on another host where it is not set, to learn which sign-ins it offers. Nothing is
# kept: three readers are three requests. Where that service cannot be reached the answer is 500
# ("fetch failed"), whatever database there is, and although nobody signs in.
# Why it matters: comments that are said to live on one's own machine are gone with another's, and a
# machine that may call nobody shows none. Whoever measures it, or runs it behind a wall, has to answer
# that question themselves: any server that says {"services":[]} will do.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
# Its SQLite is compiled where scripts may run; nothing here gets as far as a database.
npm install --no-audit --no-fund --silent --ignore-scripts @waline/vercel@1.39.3
cat >ask.mjs <<'JS'
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

const listen = (server) =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));
let asked = 0;
const signIn = createServer((_, response) => {
  asked++;
  response.end('{"services":[]}');
});
const signInPort = await listen(signIn);
const free = createServer();
const port = await listen(free);
await new Promise((done) => free.close(done));

const waline = spawn(process.execPath, ['node_modules/@waline/vercel/vanilla.js', String(port)], {
  env: {
    ...process.env,
    OAUTH_URL: `http://127.0.0.1:${signInPort}`,
    JWT_TOKEN: 'finding',
    SQLITE_PATH: process.cwd(),
  },
  stdio: 'ignore',
});
/** A question that needs no database: it is refused for what it lacks. */
const status = async () =>
  (await fetch(`http://127.0.0.1:${port}/api/comment?type=nothing`).catch(() => ({ status: 0 }))).status;
for (let tries = 0; (await status()) === 0 && tries < 120; tries++)
  await new Promise((wake) => setTimeout(wake, 500));
asked = 0;
const answers = [];
for (let reader = 0; reader < 3; reader++) answers.push(await status());
console.log(`with it: ${[...new Set(answers)].join(' and ')}`);
console.log(`three readers: the sign-in service was asked ${asked} times`);
signIn.closeAllConnections();
await new Promise((done) => signIn.close(done));
console.log(`without it: ${await status()}`);
waline.kill();
process.exit();
JS
seen=$(node ask.mjs)
echo "$seen"
expect() {
  grep -qF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'three readers: the sign-in service was asked 3 times'
expect 'with it: 200'
expect 'without it: 500'
