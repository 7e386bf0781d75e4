import { join } from 'node:path';
import { statOf } from './files.ts';

/** Where an address leads, the way a plain static host would have it. */
export type Target =
  /** Serve this file; both paths are below the base and start with a slash. */
  | { readonly kind: 'file'; readonly path: string; readonly file: string }
  /** The address of a folder lacks its slash, or the base its path. */
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'missing'; readonly path: string }
  /** No address at all, such as a broken percent sign. */
  | { readonly kind: 'malformed' };

/**
 * @param target the request's, such as `/story/chapters/training?from=card`; clients of
 *   proxies give the whole address (RFC 9112, section 3.2.2)
 * @param site `dist` the folder of built files, `base` '' or '/story'
 */
export function resolve(
  target: string,
  site: { readonly dist: string; readonly base: string },
): Target {
  const whole = target.startsWith('/') ? `http://localhost${target}` : target;
  const url = /^https?:/i.test(whole) ? URL.parse(whole) : null;
  const path = url && decode(url.pathname);
  if (!path) return { kind: 'malformed' };
  if (path === site.base || (site.base !== '' && path === '/')) {
    return { kind: 'redirect', location: `${site.base}/${url.search}` };
  }
  if (!path.startsWith(`${site.base}/`)) return { kind: 'missing', path };
  return find(site.dist, path.slice(site.base.length), (folder) => {
    return `${site.base}${encodeURI(folder)}/${url.search}`;
  });
}

function find(dist: string, path: string, address: (folder: string) => string): Target {
  const missing: Target = { kind: 'missing', path };
  if (!isServable(path)) return missing;
  const isFolder = path.endsWith('/');
  const file = isFolder ? `${path}index.html` : path;
  const found = statOf(join(dist, file));
  if (found?.isFile()) return { kind: 'file', path, file };
  if (!isFolder && found?.isDirectory() && statOf(join(dist, file, 'index.html'))?.isFile()) {
    return { kind: 'redirect', location: address(path) };
  }
  return missing;
}

/** No hidden files (but `.well-known`), no compressed copies by name, nothing meant for hosts. */
function isServable(path: string): boolean {
  if (/\0|%2f|%5c|\.(br|gz)$|^\/_(headers|redirects|policies\.conf)$/i.test(path)) return false;
  return path.split('/').every((name) => !name.startsWith('.') || name === '.well-known');
}

/**
 * A path as file systems have it, several slashes being one; dots have been followed
 * already. A slash that is hidden behind a percent sign parts nothing, so no file has
 * it. Undefined for what is no text, such as a lone percent sign.
 */
function decode(path: string): string | undefined {
  try {
    return path
      .split(/%2f|%5c/i)
      .map(decodeURIComponent)
      .join('%2F')
      .replace(/\/{2,}/g, '/');
  } catch {
    return undefined;
  }
}
