/** Fetches a recording as a data: URI, which Howler decodes without fetching: so it may be kept ready, and given up. */
import { Howler } from 'howler/dist/howler.core.min.js';
import { withBase } from '../../core/site/address.ts';
import type { Source } from '../../schemas/cue.ts';
import { fetchFile } from '../loading/fetchFile.ts';
import { keepTrying } from '../loading/keepTrying.ts';

/** Those of the sources that this browser says it plays, in order; all when it says nothing. */
export function playable(sources: readonly Source[]): readonly Source[] {
  const some = sources.filter(({ type }) => Howler.codecs(/\/(\w+)/.exec(type)![1]!));
  return some.length > 0 ? some : sources;
}

/** How often a file is asked for before another takes its place. */
const ATTEMPTS = 2;

export interface Asking {
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** It has failed before: a copy that the browser has kept may be damaged. */
  readonly again?: boolean;
}

/** @throws when it does not come, or the signal says stop */
export async function fetchSource(
  base: string,
  source: Source,
  { signal, again = false }: Asking = {},
): Promise<string> {
  const url = withBase(base, source.url);
  const bytes = await keepTrying(
    async (attempt) => {
      const number = attempt.number + Number(again);
      return (await fetchFile(url, { ...attempt, number })).arrayBuffer();
    },
    { signal, attempts: ATTEMPTS },
  );
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes], { type: source.type.split(';')[0]! }));
  });
}
