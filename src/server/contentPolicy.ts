import { createHash } from 'node:crypto';

const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/;
const INLINE = /<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/g;
const HASH = / ?'(sha256-[^']+)'/g;

/**
 * A page whose policy lists no other hashes than those of its own inline scripts and
 * styles: Astro gives every page those of all pages, a third of a kilobyte that no
 * compression takes away. Without a policy the page is as it was.
 */
export function withOwnHashes(page: string): string {
  const own = new Set([...page.matchAll(INLINE)].map(([, , content]) => hash(content!)));
  return page.replace(POLICY, (policy) =>
    policy.replace(HASH, (listed, name: string) => (own.has(name) ? listed : '')),
  );
}

const hash = (content: string): string =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;
