/** Fetches a recording as a data: URI, which Howler decodes without fetching: so it may be kept ready, and given up. */
import { Howler } from 'howler/dist/howler.core.min.js';
import { withBase } from '../../core/address.ts';
import type { Source } from '../../schemas/cue.ts';

/** Those of the sources that this browser says it plays, in order; all when it says nothing. */
export function playable(sources: readonly Source[]): readonly Source[] {
  const some = sources.filter(({ type }) => Howler.codecs(/\/(\w+)/.exec(type)![1]!));
  return some.length > 0 ? some : sources;
}

/** @throws when it does not come, or the signal says stop */
export async function fetchSource(
  base: string,
  source: Source,
  signal?: AbortSignal,
): Promise<string> {
  const response = await fetch(withBase(base, source.url), signal ? { signal } : {});
  if (!response.ok) throw new Error(`${source.url}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes], { type: source.type.split(';')[0]! }));
  });
}
