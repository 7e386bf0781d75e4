/** The headers each address is served with, as rules that any static host could take over. */

export type Headers = Readonly<Record<string, string>>;

export interface HeaderRule {
  /** A path below the base; a final `*` stands for anything. */
  readonly path: string;
  readonly headers: Headers;
}

const ONE_YEAR = 31_536_000;
const PUBLIC: Headers = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/**
 * Later rules override earlier ones. Files under `_astro` carry a hash of their
 * content in their names, so they never change; all else is asked for again.
 * What an embed loads is open to every origin: a frame sandboxed without
 * `allow-same-origin` has the origin `null`.
 */
export const HEADER_RULES: readonly HeaderRule[] = [
  {
    path: '/*',
    headers: {
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': "frame-ancestors 'none'",
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy':
        'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  },
  { path: '/_astro/*', headers: { 'Cache-Control': `public, max-age=${ONE_YEAR}, immutable` } },
  // Pages that demand it of all they hold (`require-corp`) take no frame, and frames no worker, without it.
  ...['_astro', 'embed'].map((folder) => ({
    path: `/${folder}/*`,
    headers: { 'Cross-Origin-Embedder-Policy': 'require-corp' },
  })),
  ...['_astro', 'audio', 'clips', 'oembed', 'og', 'posters', 'scores', 'stills'].map((folder) => ({
    path: `/${folder}/*`,
    headers: PUBLIC,
  })),
  { path: '/embed.js', headers: PUBLIC },
  { path: '/embed.d.ts', headers: PUBLIC },
  // Silent about who may frame it: `frame-ancestors *` leaves out files, `data:` and sandboxed pages.
  {
    path: '/embed/*',
    headers: {
      'Content-Security-Policy': "base-uri 'self'",
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  },
];

/** @param path below the base, such as `/_astro/stage.js` */
export function headersFor(path: string, rules: readonly HeaderRule[] = HEADER_RULES): Headers {
  const matching = rules.filter((rule) => matches(rule.path, path));
  return Object.assign({}, ...matching.map((rule) => rule.headers));
}

/** An answer without a file behind it must not be kept, however long its address promises. */
export function headersForMissing(path: string): Headers {
  return { ...headersFor(path), 'Cache-Control': 'no-cache' };
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
