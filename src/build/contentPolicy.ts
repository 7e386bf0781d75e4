import { createHash } from 'node:crypto';
import { FRAME_POLICY } from '../config/frame.ts';
import { TRUSTED_TYPES } from '../config/trusted.ts';

const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/;
const INLINE = /<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/g;
const SCRIPT_END = '</script>';
const HASH = / ?'(sha256-[^']+)'/g;

/**
 * A page whose policy lists no other hashes than those of its own inline scripts and
 * styles: Astro gives every page those of all pages, a third of a kilobyte that no
 * compression takes away. Without a policy the page is as it was.
 */
export function withOwnHashes(page: string): string {
  return page.replace(POLICY, (policy) => onlyHashesOf(inlineIn(page), policy));
}

/**
 * A page whose policy asks for trusted types. The build says so, not Astro's settings: while a
 * site is written, tools that know nothing of them write into its pages. Of frames their
 * header alone asks (see `server/headers.ts`): they count every byte.
 */
export function withTrustedTypes(page: string): string {
  if (isFrame(page)) return page;
  return page.replace(POLICY, (policy) => policy.replace(/;?">$/, `;${TRUSTED_TYPES}">`));
}

/**
 * A frame's page with its policy at the beginning, not yet in force: its first script
 * adds the name of the host to it, see `effects/embed/frame/early.ts`, and what stands before
 * needs no leave. Others are as they were.
 */
export function withFramePolicy(page: string): string {
  const policy = POLICY.exec(page)?.[0];
  if (!policy || !isFrame(page)) return page;
  const governed = page.slice(page.indexOf(SCRIPT_END) + SCRIPT_END.length);
  // What comes from a file has no content of its own.
  const resting = onlyHashesOf(inlineIn(governed).filter(Boolean), policy).replace(
    'http-equiv="content-security-policy"',
    `name="${FRAME_POLICY}"`,
  );
  return page.replace(policy, '').replace(/<meta charset[^>]*>/, (charset) => charset + resting);
}

const isFrame = (page: string): boolean => page.includes(' data-frame-content=');

/** A policy that lists no other hashes than those of some contents. */
function onlyHashesOf(contents: readonly string[], policy: string): string {
  const own = new Set(contents.map(hash));
  return policy.replace(HASH, (listed, name: string) => (own.has(name) ? listed : ''));
}

/** Contents of the inline scripts and styles in some markup. */
const inlineIn = (markup: string): string[] =>
  [...markup.matchAll(INLINE)].map(([, , content]) => content!);

const hash = (content: string): string =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;
