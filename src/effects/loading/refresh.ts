import { fetchFile } from './fetchFile.ts';
import type { Attempt } from './keepTrying.ts';

/** Fetches a script and all that it needs at once anew, so that the copies which the browser keeps are good ones. @throws when one does not come */
export async function refresh(
  url: string,
  attempt: Attempt,
  seen = new Set<string>(),
): Promise<void> {
  // Of a page or of a thread.
  const base = new URL(url, globalThis.location?.href);
  if (seen.has(url)) return;
  seen.add(url);
  const script = await (await fetchFile(url, attempt)).text();
  const needed = script.matchAll(/(?:from|import)\s*["'`](\.[^"'`]+)/g);
  await Promise.all(
    [...needed].map(([, path]) => refresh(new URL(path!, base).href, attempt, seen)),
  );
}
