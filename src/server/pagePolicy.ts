/** The content policy that a built page says of itself, for the header that says it too. */
import type { Stats } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { statOf } from './files.ts';
import type { Headers } from './headers.ts';

/** What holds of a page and of who may frame it. */
const POLICY = 'Content-Security-Policy';
const META = /<meta http-equiv="content-security-policy" content="([^"]*)"/;

/** Undefined for a page that has none in force, as frames, whose first script completes theirs. */
export function policyIn(page: string): string | undefined {
  return META.exec(page)?.[1];
}

/** Two policies, both in force, where a page has its own. */
export function withPolicy(headers: Headers, policy: string | undefined): Headers {
  if (policy === undefined) return headers;
  return { ...headers, [POLICY]: [headers[POLICY], policy].filter(Boolean).join(', ') };
}

/** Reads policies of pages, each again when its file has changed. */
export function openPolicies(): (file: string) => Promise<string | undefined> {
  const known = new Map<string, { readonly stats: Stats; readonly policy: string | undefined }>();
  return async (file) => {
    if (!file.endsWith('.html')) return undefined;
    const stats = statOf(file);
    if (!stats) return undefined;
    const before = known.get(file);
    if (before?.stats.mtimeMs === stats.mtimeMs && before.stats.ino === stats.ino)
      return before.policy;
    const policy = policyIn(await readFile(file, 'utf8'));
    known.set(file, { stats, policy });
    return policy;
  };
}
