/**
 * Looks at pages that say they mention us, one after another, apart from the requests
 * that told of them. The list is in the database: a restart goes on where it was, and
 * two services share it.
 */
import { isHtml, linksTo, readMention, saysGone } from '../../core/replies/mention.ts';
import type { Fetched, FetchSource } from './fetchSource.ts';
import type { Secrets } from './secrets.ts';
import { newId, type Pending, type Store } from './store.ts';

export interface Verifier {
  /** There is something new on the list. */
  wake(): void;
  /** Ends when nothing is due. */
  idle(): Promise<void>;
  stop(): void;
}

/** Pages that are waited for at once: a slow one keeps nobody else waiting. */
const AT_ONCE = 3;
/** In milliseconds: longer than one look takes. */
const LEASE = 60_000;
/** In milliseconds, after a first, second, third look that found nobody. */
const AGAIN = [60_000, 15 * 60_000, 3 * 60 * 60_000];
/** In milliseconds: how often the list is looked at unasked. */
const PAUSE = 20_000;

export interface Verifying {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly fetchSource: FetchSource;
  readonly now: () => number;
}

export function startVerifier(verifying: Verifying): Verifier {
  const { store, now } = verifying;
  let running: Promise<void> | undefined;
  let stopped = false;

  async function run(): Promise<void> {
    for (;;) {
      const next = stopped ? undefined : await store.claim(now(), LEASE);
      if (!next) return;
      await store.settle(next, await look(next, verifying));
    }
  }

  function wake(): void {
    if (stopped) return;
    // What comes while the last look is settled is seen by the next round.
    const before = running ?? Promise.resolve();
    const mine = before
      .then(() => Promise.all(Array.from({ length: AT_ONCE }, run)))
      .then(
        () => {},
        () => {},
      );
    running = mine;
    void mine.then(() => {
      if (running === mine) running = undefined;
    });
  }

  const timer = setInterval(wake, PAUSE);
  timer.unref?.();
  wake();
  return {
    wake,
    async idle() {
      while (running) await running;
    },
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}

/** @returns when to look again; undefined where it is settled */
async function look(
  pending: Pending,
  { store, secrets, fetchSource, now }: Verifying,
): Promise<number | undefined> {
  const { source, target, place, kind, tries } = pending;
  const digest = secrets.sign('mention', source, target);
  const fetched: Fetched = await fetchSource(source);
  if (fetched.kind === 'later') {
    const pause = AGAIN[tries - 1];
    return pause === undefined ? undefined : now() + pause;
  }
  if (fetched.kind === 'refused') return undefined;
  const gone =
    fetched.kind === 'gone' ||
    !linksTo(fetched.text, fetched.type, target, fetched.address) ||
    (isHtml(fetched.type) && saysGone(fetched.text));
  if (gone) {
    await store.removeMention(digest);
    return undefined;
  }
  const { name, site, title, text, published } = isHtml(fetched.type)
    ? readMention(fetched.text, target, fetched.address)
    : plainMention(fetched.address);
  await store.mention({
    id: newId(),
    place,
    parent: null,
    kind,
    state: 'waiting',
    name,
    site,
    email: null,
    text,
    title,
    url: source,
    target,
    marks: '',
    writer: null,
    digest,
    created: Math.min(published ?? now(), now()),
  });
  return undefined;
}

/** Of what is no page of HTML nothing is known but where it is. */
const plainMention = (address: string): ReturnType<typeof readMention> => {
  const { hostname, origin, pathname } = new URL(address);
  return {
    name: hostname,
    site: `${origin}/`,
    title: `${hostname}${pathname}`.slice(0, 140),
    text: '',
  };
};
