/** The headers each address is served with, as rules that any static host could take over. */
import { TRUSTED_TYPES } from '../config/trusted.ts';

export type Headers = Readonly<Record<string, string>>;

export interface HeaderRule {
  /** A path below the base; `*` as its first part stands for any folder, at its end for anything. */
  readonly path: string;
  readonly headers: Headers;
}

/** A folder of the site's, and the one of that name that a story beside the root's has in its own. */
const everyStorys = (path: string) => [path, `/*${path}`];

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
  {
    path: '/_astro/*',
    headers: {
      'Cache-Control': `public, max-age=${ONE_YEAR}, immutable`,
      // A thread obeys what comes with its script, not its page's.
      'Content-Security-Policy': `default-src 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    },
  },
  // Pages that demand it of all they hold (`require-corp`) take no frame, and frames no worker, without it.
  ...['/_astro/*', ...everyStorys('/embed/*')].map((path) => ({
    path,
    headers: { 'Cross-Origin-Embedder-Policy': 'require-corp' },
  })),
  ...['_astro', 'clips', 'scores', 'stills', 'wording'].map((folder) => ({
    path: `/${folder}/*`,
    headers: PUBLIC,
  })),
  ...['audio', 'oembed', 'og', 'posters']
    .flatMap((folder) => everyStorys(`/${folder}/*`))
    .map((path) => ({ path, headers: PUBLIC })),
  { path: '/embed.js', headers: PUBLIC },
  { path: '/embed.d.ts', headers: PUBLIC },
  // Silent about who may frame it: `frame-ancestors *` leaves out files, `data:` and sandboxed pages.
  // And about what it loads: in a sandbox WebKit takes 'self' for the frame's own origin, which is
  // none, and no header knows the site's; frames say it themselves, see `effects/embed/frame/early.ts`.
  ...everyStorys('/embed/*').map((path) => ({
    path,
    headers: {
      'Content-Security-Policy': `base-uri 'self'; form-action 'none'; object-src 'none'; ${TRUSTED_TYPES}`,
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  })),
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
  if (pattern.startsWith('/*/')) {
    const inside = path.indexOf('/', 1);
    return inside > 1 && matches(pattern.slice(2), path.slice(inside));
  }
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
