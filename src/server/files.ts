/** Files as they are sent, small ones kept in memory until they change. */
import { type Stats, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Version } from './conditions.ts';
import type { Encoding } from './encoding.ts';
import { mediaType } from './mediaTypes.ts';

/** In bytes, the largest piece of music among it: larger ones are read as they are sent. */
const SMALL = 1_048_576;
/** In bytes, of all that is kept: a few times what the site has. */
const ROOM = 67_108_864;

export interface Representation extends Version {
  /** The file on the disk, a compressed copy perhaps. */
  readonly source: string;
  readonly size: number;
  /** Of a whole answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** All of it, where it is small. */
  readonly body?: Buffer;
}

export interface Files {
  /**
   * The first copy that is there, else the file itself, as it is at this moment.
   *
   * @param file absolute
   * @throws where it cannot be read
   */
  represent(file: string, encodings: readonly Encoding[]): Promise<Representation>;
}

export function openFiles(): Files {
  const known = new Map<string, Representation & { readonly stats: Stats }>();
  let taken = 0;

  async function load(file: string, encoding: Encoding | undefined, stats: Stats) {
    const source = file + (encoding?.ending ?? '');
    const previous = known.get(source);
    if (previous && isSame(previous.stats, stats)) return previous;
    const { body, stats: own } = await read(source);
    const size = body?.length ?? own.size;
    const parts = [size, Math.round(own.mtimeMs)].map((part) => part.toString(36));
    const etag = `"${[...parts, ...(encoding ? [encoding.name] : [])].join('-')}"`;
    const loaded = {
      source,
      size,
      etag,
      modified: own.mtimeMs,
      stats: own,
      ...(body && { body }),
      headers: {
        'Accept-Ranges': 'bytes',
        'Content-Type': mediaType(file),
        ...(encoding && { 'Content-Encoding': encoding.name }),
        ETag: etag,
        'Last-Modified': own.mtime.toUTCString(),
        Vary: 'Accept-Encoding',
      },
    };
    taken += (body?.length ?? 0) - (previous?.body?.length ?? 0);
    if (taken > ROOM) {
      known.clear();
      taken = body?.length ?? 0;
    }
    known.set(source, loaded);
    return loaded;
  }

  return {
    async represent(file, encodings) {
      for (const encoding of encodings) {
        const stats = statOf(file + encoding.ending);
        if (stats?.isFile()) return load(file, encoding, stats);
      }
      return load(file, undefined, statSync(file));
    },
  };
}

/** Undefined for whatever cannot be reached: absent, below a file, too long a name. */
export function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** What is read and what is known of it belong together, whatever happens to its name meanwhile. */
async function read(source: string): Promise<{ stats: Stats; body?: Buffer }> {
  const handle = await open(source);
  try {
    const stats = await handle.stat();
    return stats.size > SMALL ? { stats } : { stats, body: await handle.readFile() };
  } finally {
    await handle.close();
  }
}

function isSame(a: Stats, b: Stats): boolean {
  return a.mtimeMs === b.mtimeMs && a.size === b.size && a.ino === b.ino && a.ctimeMs === b.ctimeMs;
}
