/**
 * `npm run bench:replies`: writers and readers against the service on this machine, while it
 * is killed again and again; then every acknowledged reply has to be there, once.
 * `-- --rival FOLDER` does the same to Waline (`@waline/vercel` installed there).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import packageFile from '../../../package.json' with { type: 'json' };
import english from '../../../src/i18n/en.json' with { type: 'json' };
import { freePort } from '../../run/freePort.ts';
import { type Contender, textOf } from './contender.ts';
import { startWaline } from './waline.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '120' },
    writers: { type: 'string', default: '50' },
    readers: { type: 'string', default: '500' },
    kills: { type: 'string', default: '20' },
    rival: { type: 'string' },
  },
});
const [seconds, writers, readers, kills] = [
  values.seconds,
  values.writers,
  values.readers,
  values.kills,
].map(Number) as [number, number, number, number];

/** Node is started as `npm start` does it. */
const FLAGS = packageFile.scripts.start.split(' ').filter((word) => word.startsWith('--'));

async function ours(folder: string): Promise<Contender> {
  const port = await freePort();
  const database = join(folder, 'replies.db');
  const story = {
    address: 'https://story.example',
    path: '',
    title: 'Story',
    language: 'en',
    words: english.replies,
    chapters: [{ slug: 'one', title: 'One' }],
  };
  mkdirSync(join(folder, 'dist/replies'), { recursive: true });
  writeFileSync(join(folder, 'dist/replies/index.json'), JSON.stringify(story));
  const script = resolve(import.meta.dirname, '../../helpers/serveReplies.ts');
  return {
    name: 'replies',
    port,
    start: () =>
      spawn(process.execPath, [...FLAGS, script, join(folder, 'dist'), database, String(port)], {
        stdio: 'ignore',
      }),
    write: (index) => ({
      path: '/replies/one/',
      type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams({ name: 'Ada', text: textOf(index) }).toString(),
    }),
    isAcknowledged: (status) => status === 303,
    read: '/replies/one.json',
    async kept() {
      const { openDatabase } = await import('../../../src/server/replies/database.ts');
      const { openStore } = await import('../../../src/server/replies/store.ts');
      const store = openStore(await openDatabase(database));
      const texts = (await store.list()).map(({ text }) => text);
      await store.close();
      return texts;
    },
  };
}

/** Between two tries of one who was refused, in milliseconds. */
const AGAIN = 50;

function ask(
  agent: Agent,
  port: number,
  path: string,
  post?: { body: string; type: string },
): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    const headers = post
      ? { 'content-type': post.type, 'content-length': Buffer.byteLength(post.body) }
      : {};
    const asked = request(
      {
        agent,
        port,
        path,
        host: '127.0.0.1',
        method: post ? 'POST' : 'GET',
        headers,
        timeout: 15_000,
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        response.once('end', () => done({ status: response.statusCode ?? 0, body }));
        response.once('error', fail);
      },
    );
    asked.once('timeout', () => asked.destroy(new Error('timeout')));
    asked.once('error', fail).end(post?.body);
  });
}

/** Of a process and those that it has started, in MB. */
function memoryOf(pid: number): number {
  try {
    const own = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').match(/\d+/g) ?? [];
    return children.reduce((sum, child) => sum + memoryOf(Number(child)), Number(own) / 1024);
  } catch {
    return 0;
  }
}

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;

async function drive(contender: Contender): Promise<void> {
  const { port } = contender;
  const agent = new Agent({ keepAlive: true, maxFreeSockets: writers + readers });
  const up = async () => {
    for (;;) {
      const answer = await ask(agent, port, contender.read).catch(() => undefined);
      if (answer && answer.status < 500) return;
      await pause(50);
    }
  };
  let child = contender.start();
  await up();
  const end = Date.now() + seconds * 1_000;
  const acknowledged: string[] = [];
  const [wrote, read]: [number[], number[]] = [[], []];
  let [refused, failed, peak, next] = [0, 0, 0, 0];
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid ?? 0));
  }, 200);
  const timed = async (times: number[], work: () => Promise<void>) => {
    while (Date.now() < end) {
      const begun = performance.now();
      try {
        await work();
        times.push(performance.now() - begun);
      } catch {
        failed++;
        await pause(AGAIN);
      }
    }
  };
  const writing = Array.from({ length: writers }, () =>
    timed(wrote, async () => {
      const index = next++;
      const { path, ...post } = contender.write(index);
      // Whoever gets no answer sends the same again.
      for (;;) {
        const answer = await ask(agent, port, path, post).catch(async () => {
          failed++;
          await pause(AGAIN);
          return undefined;
        });
        if (answer && contender.isAcknowledged(answer.status, answer.body))
          return void acknowledged.push(textOf(index));
        if (answer) {
          refused++;
          await pause(AGAIN);
          return;
        }
        if (Date.now() > end) return;
      }
    }),
  );
  const reading = Array.from({ length: readers }, () =>
    timed(read, async () => {
      await ask(agent, port, contender.read);
      // A reader reads.
      await pause(1_000);
    }),
  );
  const killing = (async () => {
    for (let kill = 0; kill < kills; kill++) {
      await pause((seconds * 1_000) / (kills + 1));
      child.kill('SIGKILL');
      await new Promise((ended) => child.once('exit', ended));
      child = contender.start();
    }
  })();
  await Promise.all([...writing, ...reading, killing]);
  clearInterval(watch);
  await up();
  child.kill('SIGKILL');
  const kept = await contender.kept();
  const there = new Set(kept);
  const lost = acknowledged.filter((text) => !there.has(text)).length;
  const round = (time: number) => `${time.toFixed(0)} ms`;
  const reads = read.map((time) => time - 1_000);
  console.log(
    [
      `${contender.name}: ${seconds} s, ${writers} writers, ${readers} readers, killed ${kills} times`,
      `  accepted ${acknowledged.length} (${(acknowledged.length / seconds).toFixed(1)} a second), refused ${refused}, without an answer ${failed}`,
      `  writing p50 ${round(percentile(wrote, 0.5))}, p99 ${round(percentile(wrote, 0.99))}; reading p50 ${round(percentile(reads, 0.5))}, p99 ${round(percentile(reads, 0.99))}`,
      `  memory ${peak.toFixed(0)} MB; lost ${lost}, twice ${kept.length - there.size}`,
    ].join('\n'),
  );
  if (lost > 0 || kept.length > there.size) process.exitCode = 1;
  agent.destroy();
}

const pause = (time: number) => new Promise((wake) => setTimeout(wake, time));

const folder = mkdtempSync(join(tmpdir(), 'bench-replies-'));
try {
  await drive(await ours(folder));
  if (values.rival) await drive(await startWaline(resolve(values.rival), folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
