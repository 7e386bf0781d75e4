/** The database of replies: a libSQL file, or PostgreSQL. The same tables, and the same questions. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { UsageError } from '../settings.ts';
import { MIGRATIONS } from './migrations.ts';

export type State = 'waiting' | 'approved' | 'rejected';

export interface Tables {
  replies: {
    id: string;
    place: string;
    parent: string | null;
    kind: 'reply' | 'webmention' | 'pingback';
    state: State;
    name: string;
    site: string | null;
    /** Encrypted. */
    email: string | null;
    text: string;
    title: string | null;
    url: string | null;
    target: string | null;
    /** Signs of programs, with commas between them. */
    marks: string;
    /** Tells a writer who was approved before; absent where they gave no email. */
    writer: string | null;
    /** What two that are the same have in common. */
    digest: string;
    /** Milliseconds since 1970. */
    created: number;
  };
  /** Changed with all that is published of a place. */
  places: { place: string; version: number };
  /** Mentions whose source is to be looked at. */
  verifications: {
    source: string;
    target: string;
    place: string;
    kind: 'webmention' | 'pingback';
    tries: number;
    due: number;
  };
  attempts: { kind: string; who: string; place: string; at: number };
  salts: { day: number; salt: string };
  sessions: { token: string; until: number };
  facts: { name: string; value: string };
}

export interface Database {
  readonly db: Kysely<Tables>;
  /** For questions alone: they need not wait for what is being written. */
  readonly reads: Kysely<Tables>;
  readonly kind: 'libsql' | 'postgres';
  /** One consistent copy, a libSQL file, while others write. @throws where the file is there already */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
}

/** In milliseconds. */
const PATIENCE = 5_000;
/** In milliseconds: whoever waits for another service's lock does nothing else meanwhile; the store asks again. */
const LOCKED = 20;

/**
 * Opens it, making it and its tables where there are none.
 *
 * @param where a file, or an address that begins with `postgres://`
 * @throws UsageError where it cannot be opened
 */
export async function openDatabase(where: string): Promise<Database> {
  try {
    const database = /^postgres(?:ql)?:\/\//.test(where)
      ? await openPostgres(where)
      : await openFile(where);
    await migrate(database);
    return database;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `REPLIES_DB is "${withoutPassword(where)}", which cannot be opened: ${why}`,
    );
  }
}

async function openFile(where: string): Promise<Database> {
  const { default: Libsql } = await import('libsql');
  const file = resolve(where);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new Libsql(file);
  database.pragma(`busy_timeout = ${PATIENCE}`);
  // Readers do not wait for writers; what is acknowledged is on the disk.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma(`busy_timeout = ${LOCKED}`);
  // What is removed is overwritten, and no longer in the file.
  database.pragma('secure_delete = ON');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: ready(database) }) });
  const reader = new Libsql(file);
  reader.pragma(`busy_timeout = ${PATIENCE}`);
  const reads = new Kysely<Tables>({ dialect: new SqliteDialect({ database: ready(reader) }) });
  return {
    db,
    reads,
    kind: 'libsql',
    copyTo: async (copy) => void database.prepare('VACUUM INTO ?').run(copy),
    close: async () => {
      await Promise.all([db.destroy(), reads.destroy()]);
    },
  };
}

/** Statements that are kept ready; no more are asked for than the store has questions. */
const READY = 100;

type Connection = SqliteDatabase & { exec(sql: string): unknown };
type Statement = ReturnType<SqliteDatabase['prepare']>;

/** Keeps statements ready: each made anew would be memory that the garbage collector does not see. */
function ready(database: Connection): SqliteDatabase {
  const known = new Map<string, Statement>();
  const begin = immediate(database);
  const prepare = (sql: string): Statement => {
    const statement = known.get(sql) ?? database.prepare(sql);
    if (known.size < READY) known.set(sql, statement);
    return statement;
  };
  return {
    prepare: (sql) => (sql === 'begin' ? begin : prepare(sql)),
    close: () => database.close(),
  };
}

/**
 * Transactions take the lock as they begin: one that begins by reading could be overtaken,
 * and a statement that then fails would keep what it had read, and fail for ever.
 */
function immediate(database: Connection): Statement {
  return {
    reader: false,
    all: () => [],
    run: () => {
      database.exec('begin immediate');
      return { changes: 0, lastInsertRowid: 0 };
    },
    iterate: () => [][Symbol.iterator](),
  };
}

async function openPostgres(connectionString: string): Promise<Database> {
  const { default: pg } = await import('pg');
  // Milliseconds since 1970 do not fit into 32 bits, and fit into a number.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: PATIENCE });
  // A connection that breaks while it rests: the next question opens another.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    reads: db,
    kind: 'postgres',
    copyTo: (file) => copyTables(db, file),
    close: () => db.destroy(),
  };
}

/** All tables. Parameters of one statement are limited, and each row has some. */
const TABLES: Readonly<Record<keyof Tables, true>> = {
  replies: true,
  places: true,
  verifications: true,
  attempts: true,
  salts: true,
  sessions: true,
  facts: true,
};
const ROWS = 500;

/** Into a libSQL file, all as it was at one moment: beside it first, so that there is one whole file or none. */
async function copyTables(db: Kysely<Tables>, file: string): Promise<void> {
  if (existsSync(file)) throw new UsageError(`${file} is there already.`);
  const folder = mkdtempSync(`${resolve(file)}-`);
  try {
    const copy = await openDatabase(join(folder, 'copy.db'));
    try {
      await db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((from) =>
          copy.db.transaction().execute(async (to) => {
            for (const table of Object.keys(TABLES) as (keyof Tables)[]) {
              const rows = await from.selectFrom(table).selectAll().execute();
              for (let at = 0; at < rows.length; at += ROWS)
                await to
                  .insertInto(table)
                  .values(rows.slice(at, at + ROWS))
                  .execute();
            }
          }),
        );
      await copy.copyTo(file);
    } finally {
      await copy.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two services that start at once wait for each other. */
async function migrate({ db }: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  for (let attempt = 0; ; attempt++) {
    const { error } = await migrator.migrateToLatest();
    if (error === undefined) return;
    if (attempt === 10) throw error;
    await new Promise((wake) => setTimeout(wake, 50 + attempt * 50));
  }
}

const withoutPassword = (where: string): string => where.replace(/:\/\/[^@/]*@/, '://…@');
