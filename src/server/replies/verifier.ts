/**
 * Looks at pages that say they mention us, one after another, apart from the requests
 * that told of them. The list is in the database: a restart goes on where it was, and
 * two services share it.
 */
import { type Mention, mentionIn } from '../../core/replies/mention.ts';
import { UnreadablePageError } from '../../core/replies/parsePage.ts';
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
      // A page that cannot be read is no reason to ask its host for ever.
      const again = await look(next, verifying).catch(() => nextLook(next, now()));
      await store.settle(next, again);
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

/** In milliseconds since 1970; undefined after the last. */
function nextLook({ tries }: Pending, now: number): number | undefined {
  const pause = AGAIN[tries - 1];
  return pause === undefined ? undefined : now + pause;
}

/** @returns when to look again; undefined where it is settled */
async function look(
  pending: Pending,
  { store, secrets, fetchSource, now }: Verifying,
): Promise<number | undefined> {
  const { source, target, place, kind } = pending;
  const digest = secrets.sign('mention', source, target);
  const fetched: Fetched = await fetchSource(source);
  if (fetched.kind === 'later') return nextLook(pending, now());
  if (fetched.kind === 'refused') return undefined;
  let mention: Mention | undefined;
  if (fetched.kind === 'page') {
    try {
      mention = mentionIn(fetched.text, fetched.type, target, fetched.address);
    } catch (error) {
      if (error instanceof UnreadablePageError) return undefined;
      throw error;
    }
  }
  if (!mention) {
    await store.removeMention(digest);
    return undefined;
  }
  const { published, ...told } = mention;
  await store.mention({
    id: newId(),
    place,
    parent: null,
    kind,
    state: 'waiting',
    ...told,
    email: null,
    url: source,
    target,
    marks: '',
    writer: null,
    digest,
    created: Math.min(published ?? now(), now()),
  });
  return undefined;
}
