/** The service of replies for tests: in this process, on a database of its own. */
import { join } from 'node:path';
import type { Context } from 'hono';
import { onTestFinished } from 'vitest';
import type { Limits } from '../../src/core/replies/limits.ts';
import type { RepliedStory } from '../../src/core/replies/places.ts';
import english from '../../src/i18n/en.json' with { type: 'json' };
import { repliesApp } from '../../src/server/replies/app.ts';
import { openDatabase } from '../../src/server/replies/database.ts';
import type { Fetched } from '../../src/server/replies/fetchSource.ts';
import { openSecrets } from '../../src/server/replies/secrets.ts';
import { openStore } from '../../src/server/replies/store.ts';
import { startVerifier } from '../../src/server/replies/verifier.ts';
import { makeFolder } from './folder.ts';

export const ORIGIN = 'https://story.example';

const STORIES: readonly RepliedStory[] = [
  {
    address: ORIGIN,
    path: '',
    title: 'Story',
    language: 'en',
    words: english.replies,
    chapters: [
      { slug: 'one', title: 'Chapter <One>' },
      { slug: 'two', title: 'Two' },
    ],
  },
  {
    address: ORIGIN,
    path: 'zwei/',
    title: 'Zwei',
    language: 'de',
    words: english.replies,
    chapters: [{ slug: 'eins', title: 'Eins' }],
  },
];

export interface Settings {
  /** A file or an address; a new file when absent. */
  readonly database?: string;
  readonly limits?: Limits;
  readonly approves?: boolean;
  /** What pages say that are asked for, by address. */
  readonly pages?: Readonly<Record<string, Fetched>>;
  readonly proxied?: boolean;
  /** The folder of the site, as '/story'. */
  readonly base?: string;
}

export const KEY = 'k'.repeat(32);

export async function startReplies({ database, pages = {}, ...more }: Settings = {}) {
  const file = database ?? join(makeFolder({}), 'replies.db');
  const opened = await openDatabase(file);
  const store = openStore(opened);
  const secrets = openSecrets(KEY);
  const clock = { now: Date.UTC(2026, 10, 30, 12) };
  const now = () => clock.now;
  const asked: string[] = [];
  const verifier = startVerifier({
    store,
    secrets,
    now,
    fetchSource: async (source) => {
      asked.push(source);
      return pages[source] ?? { kind: 'later', why: 'not there' };
    },
  });
  const app = repliesApp({
    store,
    secrets,
    verifier,
    stories: () => STORIES,
    base: '',
    built: async () => undefined,
    headers: { 'X-Site': 'yes' },
    remote: (context: Context) => context.req.header('x-test-remote') ?? '203.0.113.1',
    now,
    ...more,
  });
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    verifier.stop();
    await verifier.idle();
    await store.close();
  };
  onTestFinished(close);

  /** Posts a form as a browser does. */
  const post = (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    app.request(`${ORIGIN}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        host: 'story.example',
        ...headers,
      },
      body: new URLSearchParams(fields).toString(),
    });
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    app.request(`${ORIGIN}${path}`, { headers });
  /** A stamp of some seconds ago. */
  const stamp = (place = 'one') => secrets.stamp(place, clock.now - 10_000);
  return {
    file,
    db: opened.db,
    store,
    secrets,
    verifier,
    app,
    clock,
    asked,
    post,
    get,
    stamp,
    close,
  };
}
