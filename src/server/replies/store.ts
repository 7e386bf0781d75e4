/** What is asked of the database, and nothing else of the service asks it anything. */
import { createHash, randomBytes } from 'node:crypto';
import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Limits, Rate } from '../../core/replies/limits.ts';
import type { Kept, Kind } from '../../core/replies/published.ts';
import type { Database, State, Tables } from './database.ts';

type Asked = Kysely<Tables> | Transaction<Tables>;
export type ReplyRow = Selectable<Tables['replies']>;
export type NewReply = Insertable<Tables['replies']>;

/** What became of a reply: kept, there already, or one too many. */
export type Outcome =
  | { readonly outcome: 'kept' | 'known'; readonly id: string; readonly state: State }
  | { readonly outcome: 'many' };

export interface Pending {
  readonly source: string;
  readonly target: string;
  readonly place: string;
  readonly kind: 'webmention' | 'pingback';
  readonly tries: number;
}

export interface Listing {
  readonly state?: State | undefined;
  readonly place?: string | undefined;
  readonly limit?: number;
}

const DAY = 24 * 60 * 60_000;
/** In milliseconds: as long is waited for another service that writes. */
const PATIENCE = 10_000;
/** Replies that one commit takes: each commit waits for the disk. */
const BATCH = 256;
/** Of these as many are written at a time as others may wait for: Node takes one new connection between two. */
const SLICE = 2;

export type Store = ReturnType<typeof openStore>;

export const newId = (): string => randomBytes(9).toString('base64url');

export function openStore({ db, reads, kind, copyTo, close }: Database) {
  const transact = kind === 'libsql' ? batched(db) : apart(db);

  return {
    close,
    copyTo,

    /**
     * Keeps a reply, unless too many came, or the same one came before.
     *
     * @param who a hash of the writer's network
     * @param approves whether writers who were approved before need not wait
     */
    accept(reply: NewReply, who: string, limits: Limits, approves = false): Promise<Outcome> {
      return transact(async (tx) => {
        const known = await tx
          .selectFrom('replies')
          .select(['id', 'state'])
          .where('digest', '=', reply.digest)
          .executeTakeFirst();
        if (known) return { outcome: 'known', ...known };
        const { place, created: now, marks, writer } = reply;
        const unstamped = marks.split(',').includes('unstamped');
        const full =
          (await isOver(tx, 'reply', { who }, limits.network, now)) ||
          (await isOver(tx, 'reply', { place }, limits.place, now)) ||
          (unstamped && (await isOver(tx, 'unstamped', { who }, limits.unstamped, now)));
        if (full) return { outcome: 'many' };
        const state =
          approves && writer && (await isReturning(tx, writer)) ? 'approved' : reply.state;
        const inserted = await tx
          .insertInto('replies')
          .values({ ...reply, state })
          .onConflict((conflict) => conflict.column('digest').doNothing())
          .returning('id')
          .execute();
        if (inserted.length === 0) {
          // Another service kept the same one meanwhile.
          const other = await tx
            .selectFrom('replies')
            .select(['id', 'state'])
            .where('digest', '=', reply.digest)
            .executeTakeFirstOrThrow();
          return { outcome: 'known', ...other };
        }
        const attempts = ['reply', ...(unstamped ? ['unstamped'] : [])];
        await tx
          .insertInto('attempts')
          .values(attempts.map((one) => ({ kind: one, who, place, at: now })))
          .execute();
        if (state === 'approved') await bump(tx, place);
        return { outcome: 'kept', id: reply.id, state };
      });
    },

    /** What is published of a place, oldest first. */
    async approved(place: string): Promise<Kept[]> {
      const rows = await reads
        .selectFrom('replies')
        .selectAll()
        .where('place', '=', place)
        .where('state', '=', 'approved')
        .orderBy('created')
        .execute();
      return rows.map(keptOf);
    },

    /** Another number whenever something else is published of a place. */
    async version(place: string): Promise<number> {
      const row = await reads
        .selectFrom('places')
        .select('version')
        .where('place', '=', place)
        .executeTakeFirst();
      return row?.version ?? 0;
    },

    byId(id: string): Promise<ReplyRow | undefined> {
      return reads.selectFrom('replies').selectAll().where('id', '=', id).executeTakeFirst();
    },

    /** The newest first. */
    list({ state, place, limit = 1_000_000 }: Listing = {}): Promise<ReplyRow[]> {
      let query = reads
        .selectFrom('replies')
        .selectAll()
        .orderBy('created', 'desc')
        .orderBy('id')
        .limit(limit);
      if (state !== undefined) query = query.where('state', '=', state);
      if (place !== undefined) query = query.where('place', '=', place);
      return query.execute();
    },

    async counts(): Promise<Readonly<Record<State, number>>> {
      const rows = await reads
        .selectFrom('replies')
        .select(['state', (build) => build.fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute();
      const counts = { waiting: 0, approved: 0, rejected: 0 };
      for (const { state, count } of rows) counts[state] = Number(count);
      return counts;
    },

    /** @returns whether there is such a reply */
    decide(id: string, state: State): Promise<boolean> {
      return transact(async (tx) => {
        const row = await tx
          .updateTable('replies')
          .set({ state })
          .where('id', '=', id)
          .returning('place')
          .executeTakeFirst();
        if (row) await bump(tx, row.place);
        return row !== undefined;
      });
    },

    /** Nothing of it is left. @returns whether there was such a reply */
    remove(id: string): Promise<boolean> {
      return transact((tx) => removeWhere(tx, 'id', id));
    },

    /** A mention takes the place of what the same page said before. */
    mention(reply: NewReply): Promise<'kept' | 'changed' | 'same'> {
      return transact(async (tx) => {
        const before = await tx
          .selectFrom('replies')
          .selectAll()
          .where('digest', '=', reply.digest)
          .executeTakeFirst();
        if (!before) {
          await tx
            .insertInto('replies')
            .values(reply)
            .onConflict((conflict) => conflict.column('digest').doNothing())
            .execute();
          return 'kept';
        }
        const shown = ({
          name,
          site,
          text,
          title,
        }: Pick<ReplyRow, 'name' | 'site' | 'text' | 'title'>) =>
          JSON.stringify([name, site, text, title]);
        const { name, text, site = null, title = null } = reply;
        if (shown(before) === shown({ name, text, site, title })) return 'same';
        // Other words are read again before they appear; what was rejected stays so.
        const state = before.state === 'approved' ? 'waiting' : before.state;
        await tx
          .updateTable('replies')
          .set({ name, text, site, title, state })
          .where('id', '=', before.id)
          .execute();
        await bump(tx, before.place);
        return 'changed';
      });
    },

    removeMention(digest: string): Promise<boolean> {
      return transact((tx) => removeWhere(tx, 'digest', digest));
    },

    /** Puts a page on the list of those to be looked at; whichever is on it already is looked at once. */
    enqueue({ source, target, place, kind }: Omit<Pending, 'tries'>, now: number): Promise<void> {
      return transact(async (tx) => {
        await tx
          .insertInto('verifications')
          .values({ source, target, place, kind, tries: 0, due: now })
          .onConflict((conflict) =>
            conflict.columns(['source', 'target']).doUpdateSet({ tries: 0, due: now }),
          )
          .execute();
      });
    },

    /**
     * The next page to be looked at. Nobody else gets it before the lease is over: who
     * took it and died loses it then.
     *
     * @param lease in milliseconds
     */
    claim(now: number, lease: number): Promise<Pending | undefined> {
      return transact(async (tx) => {
        let query = tx
          .selectFrom('verifications')
          .select(['source', 'target'])
          .where('due', '<=', now)
          .orderBy('due')
          .limit(1);
        if (kind === 'postgres') query = query.forUpdate().skipLocked();
        const next = await query.executeTakeFirst();
        if (!next) return undefined;
        return tx
          .updateTable('verifications')
          .set((build) => ({ due: now + lease, tries: build('tries', '+', 1) }))
          .where('source', '=', next.source)
          .where('target', '=', next.target)
          .returningAll()
          .executeTakeFirst();
      });
    },

    /** @param due when to look again; absent where it is done */
    async settle(
      { source, target }: Pick<Pending, 'source' | 'target'>,
      due?: number,
    ): Promise<void> {
      await transact(async (tx) => {
        if (due === undefined) {
          await tx
            .deleteFrom('verifications')
            .where('source', '=', source)
            .where('target', '=', target)
            .execute();
        } else {
          await tx
            .updateTable('verifications')
            .set({ due })
            .where('source', '=', source)
            .where('target', '=', target)
            .execute();
        }
      });
    },

    /** Counts an attempt. @returns whether it is one too many */
    attempt(name: string, who: string, rate: Rate, now: number): Promise<boolean> {
      return transact(async (tx) => {
        if (await isOver(tx, name, { who }, rate, now)) return true;
        await tx.insertInto('attempts').values({ kind: name, who, place: '', at: now }).execute();
        return false;
      });
    },

    async forget(name: string, who: string): Promise<void> {
      await transact(async (tx) => {
        await tx.deleteFrom('attempts').where('kind', '=', name).where('who', '=', who).execute();
      });
    },

    /** The day's salt: with it go all hashes of that day. */
    async salt(now: number): Promise<string> {
      const day = Math.floor(now / DAY);
      const read = () =>
        reads.selectFrom('salts').select('salt').where('day', '=', day).executeTakeFirst();
      const known = await read();
      if (known) return known.salt;
      const salt = randomBytes(24).toString('base64url');
      await transact(async (tx) => {
        await tx
          .insertInto('salts')
          .values({ day, salt })
          .onConflict((conflict) => conflict.column('day').doNothing())
          .execute();
      });
      return (await read())!.salt;
    },

    /** Takes away what is kept for a day, and sessions that are over. */
    async tidy(now: number): Promise<void> {
      await transact(async (tx) => {
        await tx
          .deleteFrom('salts')
          .where('day', '<', Math.floor(now / DAY))
          .execute();
        await tx
          .deleteFrom('attempts')
          .where('at', '<', now - DAY)
          .execute();
        await tx.deleteFrom('sessions').where('until', '<', now).execute();
      });
    },

    async openSession(token: string, until: number): Promise<void> {
      await transact(async (tx) => {
        await tx
          .insertInto('sessions')
          .values({ token: hashOf(token), until })
          .execute();
      });
    },
    async isSession(token: string, now: number): Promise<boolean> {
      const row = await reads
        .selectFrom('sessions')
        .select('until')
        .where('token', '=', hashOf(token))
        .executeTakeFirst();
      return row !== undefined && row.until > now;
    },
    async closeSession(token: string): Promise<void> {
      await transact(async (tx) => {
        await tx.deleteFrom('sessions').where('token', '=', hashOf(token)).execute();
      });
    },
    async closeSessions(): Promise<void> {
      await transact(async (tx) => {
        await tx.deleteFrom('sessions').execute();
      });
    },

    async fact(name: string): Promise<string | undefined> {
      return (
        await reads.selectFrom('facts').select('value').where('name', '=', name).executeTakeFirst()
      )?.value;
    },
    async setFact(name: string, value: string): Promise<void> {
      await transact(async (tx) => {
        await tx
          .insertInto('facts')
          .values({ name, value })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
          .execute();
      });
    },

    /** @returns how many were not there yet */
    importAll(replies: readonly NewReply[]): Promise<number> {
      return transact(async (tx) => {
        let count = 0;
        for (const reply of replies) {
          const row = await tx
            .insertInto('replies')
            .values(reply)
            .onConflict((conflict) => conflict.doNothing())
            .returning('id')
            .execute();
          count += row.length;
        }
        for (const place of new Set(replies.map((reply) => reply.place))) await bump(tx, place);
        return count;
      });
    },
  };
}

/** A row as what is published is made of it. */
export const keptOf = (row: ReplyRow): Kept => ({
  id: row.id,
  parent: row.parent ?? undefined,
  kind: row.kind as Kind,
  name: row.name,
  site: row.site ?? undefined,
  text: row.text,
  title: row.title ?? undefined,
  url: row.url ?? undefined,
  created: row.created,
});

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

async function isOver(
  db: Asked,
  kind: string,
  by: { who: string } | { place: string },
  { count, within }: Rate,
  now: number,
): Promise<boolean> {
  if (count === Number.POSITIVE_INFINITY) return false;
  const [column, value] = 'who' in by ? (['who', by.who] as const) : (['place', by.place] as const);
  // No more are looked at than matter.
  const { found } = await db
    .selectFrom((build) =>
      build
        .selectFrom('attempts')
        .select('at')
        .where('kind', '=', kind)
        .where(column, '=', value)
        .where('at', '>', now - within)
        .limit(count)
        .as('recent'),
    )
    .select((build) => build.fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow();
  return Number(found) >= count;
}

async function isReturning(db: Asked, writer: string): Promise<boolean> {
  const row = await db
    .selectFrom('replies')
    .select('id')
    .where('writer', '=', writer)
    .where('state', '=', 'approved')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function bump(db: Asked, place: string): Promise<void> {
  await db
    .insertInto('places')
    .values({ place, version: 1 })
    .onConflict((conflict) =>
      conflict
        .column('place')
        .doUpdateSet((build) => ({ version: build('places.version', '+', 1) })),
    )
    .execute();
}

async function removeWhere(db: Asked, column: 'id' | 'digest', value: string): Promise<boolean> {
  const row = await db
    .deleteFrom('replies')
    .where(column, '=', value)
    .returning('place')
    .executeTakeFirst();
  if (row) await bump(db, row.place);
  return row !== undefined;
}

type Transact = <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>;

/** Each in a transaction of its own; one that another's stood in the way of is done again. */
const apart =
  (db: Kysely<Tables>): Transact =>
  async (work) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        const { code } = error as { code?: string };
        if (attempt === 5 || (code !== '40001' && code !== '40P01')) throw error;
      }
    }
  };

/** Again while another service writes. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + PATIENCE; ; ) {
    try {
      return await work();
    } catch (error) {
      if (!/database is locked|busy/i.test((error as Error).message) || Date.now() > end)
        throw error;
      await new Promise((wake) => setTimeout(wake, 5 + 20 * Math.random()));
    }
  }
}

/** Lets others be heard: the database answers at once, without Node's looking up. */
const breath = () => new Promise((wake) => setImmediate(wake));

/**
 * What waits while a commit waits for the disk is done in the next one, together: many
 * writers cost hardly more than one. None is told before its own is on the disk.
 */
function batched(db: Kysely<Tables>): Transact {
  type Waiting = {
    run: (tx: Transaction<Tables>) => Promise<void>;
    done: () => void;
    fail: (error: unknown) => void;
  };
  let queue: Waiting[] = [];
  let busy = false;

  async function drain(): Promise<void> {
    busy = true;
    while (queue.length > 0) {
      // Without it each would be alone.
      await breath();
      const batch = queue.slice(0, BATCH);
      queue = queue.slice(BATCH);
      try {
        await patiently(() =>
          db.transaction().execute(async (tx) => {
            for (const [index, { run }] of batch.entries()) {
              await run(tx);
              if (index % SLICE === SLICE - 1) await breath();
            }
          }),
        );
        for (const { done } of batch) done();
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    busy = false;
  }

  return (work) =>
    new Promise((resolve, reject) => {
      let result: Awaited<ReturnType<typeof work>>;
      queue.push({
        run: async (tx) => {
          result = await work(tx);
        },
        done: () => resolve(result),
        fail: reject,
      });
      if (!busy) void drain();
    });
}
