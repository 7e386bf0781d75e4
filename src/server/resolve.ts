import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

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
 * @param url the request's target, such as `/story/chapters/training?from=card`
 * @param site `dist` the folder of built files, `base` '' or '/story'
 */
export function resolve(
  url: string,
  site: { readonly dist: string; readonly base: string },
): Target {
  const [raw = '', query] = splitOnce(url, '?');
  const path = decode(raw);
  if (path === undefined || !path.startsWith('/')) return { kind: 'malformed' };
  const search = query === undefined ? '' : `?${query}`;
  if (path === site.base || (site.base !== '' && path === '/')) {
    return { kind: 'redirect', location: `${site.base}/${search}` };
  }
  if (!path.startsWith(`${site.base}/`)) return { kind: 'missing', path };
  return find(site.dist, path.slice(site.base.length), (folder) => {
    return `${site.base}${encodeURI(folder)}/${search}`;
  });
}

function find(dist: string, path: string, address: (folder: string) => string): Target {
  const missing: Target = { kind: 'missing', path };
  if (!isServable(path)) return missing;
  const isFolder = path.endsWith('/');
  const file = isFolder ? `${path}index.html` : path;
  const found = stat(join(dist, file));
  if (found?.isFile()) return { kind: 'file', path, file };
  if (!isFolder && found?.isDirectory() && stat(join(dist, file, 'index.html'))?.isFile()) {
    return { kind: 'redirect', location: address(path) };
  }
  return missing;
}

/** No way up and out, no hidden files (but `.well-known`), no compressed copies by name. */
function isServable(path: string): boolean {
  if (/[\\\0]|\.(br|gz)$/.test(path)) return false;
  const segments = path.slice(1).split('/');
  return segments.every((segment, index) => {
    if (segment === '') return index === segments.length - 1;
    return !segment.startsWith('.') || segment === '.well-known';
  });
}

/** Undefined for what decodes to no path: a lone percent sign, a hidden slash. */
function decode(path: string): string | undefined {
  if (/%2f|%5c/i.test(path)) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Undefined for whatever cannot be reached: absent, below a file, too long a name. */
function stat(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
