/**
 * The worker that keeps stories for where there is no network. First pages and scripts are kept
 * together, by Workbox, and of one build: what has another hash than the build's list is not kept. The
 * rest comes when a page has rested, or has been seen or heard, within a quota.
 */
import { PrecacheController } from 'workbox-precaching';
import { createPartialResponse } from 'workbox-range-requests';
import {
  alsoAt,
  type KeptFile,
  type KeptList,
  type KeptStory,
  storyAt,
  wayOf,
} from '../../core/offline/list.ts';
import { allowance, toDrop, total } from '../../core/offline/quota.ts';
import { rangeWithin } from '../../core/offline/range.ts';
import type { Message } from './messages.ts';

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** As much of a service worker's surroundings as is used: TypeScript has them in no set with those of pages. */
interface Surroundings {
  /** Laid before this script by the build. */
  readonly keptList: KeptList;
  readonly registration: { readonly scope: string; update(): Promise<unknown> };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(
    type: 'message',
    listener: (event: Lasting & { readonly data: Message }) => void,
  ): void;
}
const worker = globalThis as unknown as Surroundings;
const { keptList: list, registration } = worker;
const { base, files, stories } = list;
const known = new Map(files.map((file) => [file[0], file]));
const paths: ReadonlySet<string> = new Set(known.keys());
const KEPT = `story-kept ${registration.scope}`;

const together = new PrecacheController();
together.addToCacheList(
  list.essential.map((index) => {
    const [url, hash] = files[index]!;
    // Scripts say in their names what they hold.
    const revision = url.startsWith(`${base}_astro/`) ? null : hash;
    return { url, revision, integrity: `sha256-${hash}` };
  }),
);

const keyOf = ([path, hash]: KeptFile): string =>
  new URL(`${path}?kept=${encodeURIComponent(hash)}`, registration.scope).href;

/** Of all that may be kept, in bytes. */
const sizes = new Map(files.map((file) => [keyOf(file), file[2]]));

async function find(path: string): Promise<Response | undefined> {
  const file = known.get(path);
  if (!file) return undefined;
  return (
    (await together.matchPrecache(path)) ?? (await (await caches.open(KEPT)).match(keyOf(file)))
  );
}

/** What is kept besides the essential, the oldest first. */
async function holdings() {
  const keys = await (await caches.open(KEPT)).keys();
  return keys.map(({ url }) => ({ key: url, bytes: sizes.get(url) ?? 0 }));
}

/** What the browser grants this host, in bytes; WebKitGTK, and Safari before 17, do not say. */
async function granted(): Promise<number | undefined> {
  try {
    return (await navigator.storage.estimate()).quota;
  } catch {
    return undefined;
  }
}

/**
 * @param ahead not asked for yet: nothing goes for it
 * @returns whether there was room
 */
async function put(file: KeptFile, response: Response, ahead: boolean): Promise<boolean> {
  const cache = await caches.open(KEPT);
  const room = allowance(await granted());
  const held = await holdings();
  if (file[2] > room || (ahead && total(held) + file[2] > room)) return false;
  const dropped = toDrop([...held, { key: '', bytes: file[2] }], room);
  await Promise.all(dropped.map((key) => cache.delete(key)));
  await cache.put(keyOf(file), response);
  return true;
}

/** Whether a file that came is the one of this build. */
async function isOwn(response: Response, [, hash]: KeptFile): Promise<boolean> {
  if (!response.ok || response.status !== 200) return false;
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest))) === hash;
}

/** Fetches and keeps some, one after the other; ends at the first that does not come or has no room. */
async function keep(indices: readonly number[]): Promise<void> {
  for (const index of indices) {
    const file = files[index]!;
    const [path, hash] = file;
    if (await find(path)) continue;
    const request = new Request(path, { integrity: `sha256-${hash}`, priority: 'low' });
    if (!(await put(file, await fetch(request), true))) return;
  }
}

/** Only one at a time keeps ahead. */
let keeping: Promise<void> = Promise.resolve();
function keepLater(indices: readonly number[]): Promise<void> {
  // Whatever does not come is tried again at the next visit.
  keeping = keeping.then(() => keep(indices)).catch(() => {});
  return keeping;
}

async function keepSeen(path: string, response: Response): Promise<void> {
  const file = known.get(path)!;
  const copy = response.clone();
  if (await isOwn(response, file)) await put(file, copy, false);
}

const isMusic = (path: string): boolean => /\.(?:mp3|webm)$/.test(path);

/** The recordings of a story in the form that is played here. */
function musicLike(path: string): readonly number[] {
  const form = path.slice(path.lastIndexOf('.'));
  const all = stories.flatMap(({ music }: KeptStory) => music);
  return [...new Set(all)].filter((index) => {
    const name = files[index]![0];
    return !isMusic(name) || name.endsWith(form);
  });
}

function partOf(whole: Response, { url, headers }: Request, path: string): Promise<Response> {
  const range = rangeWithin(headers.get('range')!, known.get(path)![2]);
  return createPartialResponse(new Request(url, { headers: { range } }), whole);
}

async function answerFile(event: Fetching, path: string, again: boolean): Promise<Response> {
  const { request } = event;
  if (isMusic(path)) event.waitUntil(keepLater(musicLike(path)));
  const ranged = request.headers.has('range');
  const kept = again ? undefined : await find(path);
  if (kept) return ranged ? partOf(kept, request, path) : kept;
  try {
    const response = await fetch(request);
    if (!ranged && response.ok) event.waitUntil(keepSeen(path, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    const held = await find(path);
    if (!held) throw error;
    return ranged ? partOf(held, request, path) : held;
  }
}

async function answerPage(event: Fetching, path: string): Promise<Response> {
  const kept = await find(path);
  if (kept) return kept;
  const response = await fetch(event.request).catch(() => undefined);
  if (response && (await isOwn(response.clone(), known.get(path)!))) {
    event.waitUntil(put(known.get(path)!, response.clone(), false).catch(() => {}));
    return response;
  }
  // A page of a later build would get this one's files: the story's first page has the chapter, too.
  if (response) event.waitUntil(registration.update().catch(() => {}));
  const other = alsoAt(path, stories);
  if (other) return Response.redirect(new URL(other, registration.scope).href);
  return response ?? absent(path);
}

/** In place of a page that does not come. */
async function absent(path: string): Promise<Response> {
  if (paths.has(`${path}/`)) return Response.redirect(new URL(`${path}/`, registration.scope).href);
  const story = storyAt(path, stories) ?? stories[0];
  const words = story && (await find(story.absent));
  return words
    ? new Response(words.body, { status: 503, headers: words.headers })
    : Response.error();
}

worker.addEventListener('install', (event) => {
  // It tells the browser by itself that this takes a while.
  void together.install(event as never);
});

worker.addEventListener('activate', (event) => {
  void together.activate(event as never);
  const tidy = async () => {
    const cache = await caches.open(KEPT);
    const gone = (await cache.keys()).filter(({ url }) => !sizes.has(url));
    await Promise.all(gone.map((request) => cache.delete(request)));
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

worker.addEventListener('message', (event) => {
  const { data } = event;
  if (data.kind === 'take') event.waitUntil(worker.skipWaiting());
  if (data.kind !== 'keep') return;
  const story = stories.find(({ home }) => home === data.home);
  if (story) event.waitUntil(keepLater([...story.stills, ...(data.saves ? [] : story.ahead)]));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname: path, search } = new URL(request.url);
  if (origin !== location.origin) return;
  const { method, destination, referrer } = request;
  const from = referrer ? new URL(referrer).pathname : undefined;
  const way = wayOf({ method, path, search, destination, from }, base, paths);
  if (way === 'page') event.respondWith(answerPage(event, path));
  else if (way === 'elsewhere') event.respondWith(fetch(request).catch(() => absent(path)));
  else if (way) event.respondWith(answerFile(event, path, way === 'again'));
});
