/**
 * Fetches a page that says it mentions us. Whoever sends its address chooses what this
 * machine asks for: so only public addresses are asked, each looked at where the
 * connection is made and not a second time by name; few redirects, each looked at
 * again; little time and few bytes.
 */
import { lookup as resolveName } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { isAddress, isPublicAddress } from '../../core/replies/addresses.ts';

export type Fetched =
  | {
      readonly kind: 'page';
      /** After redirects. */
      readonly address: string;
      readonly type: string;
      readonly text: string;
    }
  /** It says that it is there no longer. */
  | { readonly kind: 'gone' }
  /** It may be had later. */
  | { readonly kind: 'later'; readonly why: string }
  /** It is never asked for, or never of use. */
  | { readonly kind: 'refused'; readonly why: string };

export interface FetchOptions {
  /** Hosts with their ports, such as `blog.internal:8080`, that may be private: the owner says so. */
  readonly near: readonly string[];
  /** In milliseconds, for all of it. */
  readonly patience: number;
  /** In bytes; of a longer page only so much is read. */
  readonly most: number;
  readonly redirects: number;
  readonly lookup?: LookupFunction;
}

const FETCH_OPTIONS: FetchOptions = {
  near: [],
  patience: 10_000,
  most: 1_048_576,
  redirects: 5,
};

export type FetchSource = (source: string) => Promise<Fetched>;

/** Ports of services that are no web servers are below this; but for these. */
const WEB_PORTS = new Set(['', '80', '443']);
const FREE_PORTS = 1024;

class Refused extends Error {}

type Body = Awaited<ReturnType<typeof request>>['body'];

export function openFetch(options: Partial<FetchOptions> = {}): FetchSource {
  const { near, patience, most, redirects, lookup } = { ...FETCH_OPTIONS, ...options };
  const isNear = (url: URL) => near.includes(url.host);
  const settings = {
    connections: 4,
    headersTimeout: patience,
    bodyTimeout: patience,
    maxHeaderSize: 16_384,
  };
  const guarded = new Agent({
    ...settings,
    connect: { lookup: publicOnly(lookup ?? resolveName), timeout: patience },
  });
  const open = new Agent({ ...settings, connect: { timeout: patience } });

  async function ask(source: string, signal: AbortSignal): Promise<Fetched> {
    let url = new URL(source);
    for (let step = 0; step <= redirects; step++) {
      check(url, isNear(url));
      const response = await request(url, {
        dispatcher: isNear(url) ? open : guarded,
        signal,
        headers: {
          accept: 'text/html, application/xhtml+xml, application/json;q=0.5, text/plain;q=0.4',
          'user-agent': 'Webmention (replies to a story)',
        },
      });
      const { statusCode, headers, body } = response;
      const location = headers['location'];
      if (statusCode >= 300 && statusCode < 400 && typeof location === 'string') {
        await body.dump({ limit: 16_384 }).catch(() => {});
        const next = URL.parse(location, url);
        if (!next) throw new Refused('a redirect that leads nowhere');
        url = next;
        continue;
      }
      if (statusCode === 410) {
        leave(body);
        return { kind: 'gone' };
      }
      if (statusCode !== 200) {
        leave(body);
        return { kind: 'later', why: `status ${statusCode}` };
      }
      const [type = '', parameters = ''] = String(headers['content-type'] ?? 'text/html').split(
        /;(.*)/s,
      );
      const media = type.trim().toLowerCase();
      if (
        !/^(?:text\/(?:html|plain)|application\/(?:xhtml\+xml|json|[\w.-]+\+json))$/.test(media)
      ) {
        leave(body);
        throw new Refused(`no page: ${media.slice(0, 60)}`);
      }
      const bytes = await readSome(body, most);
      return { kind: 'page', address: url.href, type: media, text: decode(bytes, parameters) };
    }
    throw new Refused('too many redirects');
  }

  return async (source) => {
    try {
      return await ask(source, AbortSignal.timeout(patience));
    } catch (error) {
      const refused = refusalIn(error);
      if (refused) return { kind: 'refused', why: refused.message };
      return { kind: 'later', why: error instanceof Error ? error.name : 'unreachable' };
    }
  };
}

/** @throws Refused for what is never asked */
function check(url: URL, near: boolean): void {
  if (!/^https?:$/.test(url.protocol)) throw new Refused('no address of the web');
  if (url.username || url.password) throw new Refused('an address with a password');
  if (near) return;
  if (!WEB_PORTS.has(url.port) && Number(url.port) < FREE_PORTS)
    throw new Refused('no port of the web');
  // Names are looked at when they are resolved. What is an address is never resolved.
  if (isAddress(url.hostname) && !isPublicAddress(url.hostname))
    throw new Refused('no public address');
}

/** Resolves names to public addresses alone. The connection is made to what is returned here. */
function publicOnly(lookup: LookupFunction): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = Array.isArray(found) ? found : [{ address: found, family: 0 }];
      // A name that leads to a private address as well wants to be tried until it does.
      if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address))) {
        return callback(new Refused('no public address'), []);
      }
      if (options.all) return callback(null, addresses);
      const [{ address, family }] = addresses as [{ address: string; family: number }];
      return callback(null, address, family);
    });
  };
}

/** Ours may be wrapped in an error of the connection's. */
function refusalIn(error: unknown): Refused | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof Refused) return one;
    const inner =
      one instanceof AggregateError
        ? one.errors.find((each) => each instanceof Refused)
        : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** Reads no further; that this ends the connection is no error of anybody's. */
function leave(body: Body): void {
  body.on('error', () => {}).destroy();
}

async function readSome(body: Body, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= most) break;
  }
  leave(body);
  return Buffer.concat(chunks).subarray(0, most);
}

/** By the encoding that the header names, or the page itself, or else UTF-8. */
function decode(bytes: Buffer, parameters: string): string {
  const head = bytes.subarray(0, 2048).toString('latin1');
  const named =
    /charset\s*=\s*"?([\w.:-]+)/i.exec(parameters)?.[1] ??
    /<meta[^>]*charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
