/** The service of replies beside the static site, on one machine with Node. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener } from 'node:http';
import { join } from 'node:path';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Limits } from '../../core/replies/limits.ts';
import { placeAt, placesOf, type RepliedStory } from '../../core/replies/places.ts';
import { withBase } from '../../core/site/address.ts';
import { headersForMissing } from '../headers.ts';
import type { Site } from '../site.ts';
import { repliesApp } from './app.ts';
import { openDatabase } from './database.ts';
import { PASSPHRASE } from './desk.ts';
import { openFetch } from './fetchSource.ts';
import { hashPassphrase, openSecrets, readKey, type Secrets } from './secrets.ts';
import type { ReplySettings } from './settings.ts';
import { openStore, type Store } from './store.ts';
import { startVerifier, type Verifier } from './verifier.ts';

export interface OpenReplies {
  readonly store: Store;
  readonly secrets: Secrets;
}

/** The database and the key, for the service and for commands. */
export async function openReplies(settings: ReplySettings): Promise<OpenReplies> {
  const database = await openDatabase(settings.database);
  return {
    store: openStore(database),
    secrets: openSecrets(readKey(settings.key, settings.keyFile)),
  };
}

export interface RepliesService {
  /** Answers what is its own, and hands the rest on. */
  readonly listener: RequestListener;
  readonly verifier: Verifier;
  close(): Promise<void>;
}

/** In milliseconds. */
const HOUR = 3_600_000;

/**
 * @param next answers all other requests
 * @throws UsageError where the database cannot be opened
 */
export async function serveReplies(
  site: Site,
  settings: ReplySettings,
  next: RequestListener,
  { limits }: { readonly limits?: Limits } = {},
): Promise<RepliesService> {
  const { store, secrets } = await openReplies(settings);
  if (settings.passphrase)
    await store.setFact(PASSPHRASE, await hashPassphrase(settings.passphrase));
  const now = Date.now;
  const tidy = () =>
    store.tidy(now()).catch((error: Error) => console.error(`Replies: ${error.message}`));
  await tidy();
  const hourly = setInterval(tidy, HOUR);
  hourly.unref();
  const verifier = startVerifier({
    store,
    secrets,
    fetchSource: openFetch({ near: settings.near }),
    now,
  });
  const stories = storiesIn(site.dist);
  const app = repliesApp({
    store,
    secrets,
    verifier,
    stories,
    base: site.base,
    built: builtIn(site.dist),
    headers: headersForMissing('/'),
    remote: ({ env, req }) => {
      const { incoming } = env as HttpBindings;
      const forwarded = settings.proxied
        ? req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
        : undefined;
      return forwarded || incoming.socket.remoteAddress || '';
    },
    now,
    approves: settings.approves,
    proxied: settings.proxied,
    ...(limits && { limits }),
  });
  const own = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return {
    verifier,
    listener: (request, response) => {
      const path = pathOf(request, site.base);
      if (path !== undefined && isReplies(path, stories())) {
        // Whoever asks before sending a long text is told to go on.
        if (request.headers.expect) response.writeContinue();
        return own(request, response);
      }
      // Pages that can be answered say where, in a header as well as in themselves.
      const place = path === undefined ? undefined : placeAt(path, placesOf(stories()));
      if (place && (request.method === 'GET' || request.method === 'HEAD')) {
        const { address } = place.story;
        const endpoint = (name: string) =>
          new URL(withBase(site.base, `replies/${name}`), address).href;
        response.setHeader('Link', `<${endpoint('webmention')}>; rel="webmention"`);
        response.setHeader('X-Pingback', endpoint('pingback'));
      }
      return next(request, response);
    },
    async close() {
      clearInterval(hourly);
      verifier.stop();
      await verifier.idle();
      await store.close();
    },
  };
}

/** Below the base, decoded, without its first slash; undefined for what is no path of the site. */
function pathOf(request: IncomingMessage, base: string): string | undefined {
  const path = URL.parse(request.url ?? '/', 'http://localhost')?.pathname;
  if (!path?.startsWith(`${base}/`)) return undefined;
  try {
    return decodeURIComponent(path.slice(base.length + 1));
  } catch {
    return undefined;
  }
}

/** Whether the service answers it: all below `replies/` but what the build made there. */
function isReplies(path: string, stories: readonly RepliedStory[]): boolean {
  return stories.some(({ path: story }) => {
    const inside = path.startsWith(`${story}replies/`) ? path.slice(story.length + 8) : undefined;
    return inside !== undefined && !/^(?:index\.(?:html|json))?$/.test(inside);
  });
}

/** What the build says of its stories, read again when it has built anew. */
function storiesIn(dist: string): () => readonly RepliedStory[] {
  let known: { at: number; stories: readonly RepliedStory[] } | undefined;
  return () => {
    const file = join(dist, 'replies', 'index.json');
    const at = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (known?.at === at) return known.stories;
    const folders = at === 0 ? [] : ['', ...readdirSync(dist)];
    const files = folders.map((folder) => join(dist, folder, 'replies', 'index.json'));
    const stories = files
      .filter((one) => existsSync(one))
      .map((one) => JSON.parse(readFileSync(one, 'utf8')));
    known = { at, stories };
    return stories;
  };
}

/** The page that the build made for a story's replies. */
function builtIn(dist: string) {
  return (story: RepliedStory): Promise<string | undefined> =>
    readFile(join(dist, story.path, 'replies', 'index.html'), 'utf8').catch(() => undefined);
}
