/** What the service needs of its surroundings, and what it asks of every request. */
import type { Context } from 'hono';
import { networkOf } from '../../core/replies/addresses.ts';
import type { Limits } from '../../core/replies/limits.ts';
import { type Place, placeAt, placesOf, type RepliedStory } from '../../core/replies/places.ts';
import type { Secrets } from './secrets.ts';
import type { Store } from './store.ts';
import type { Verifier } from './verifier.ts';

export interface Replies {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly verifier: Pick<Verifier, 'wake'>;
  /** What the build says of its stories, as it is now. */
  readonly stories: () => readonly RepliedStory[];
  /** '' or '/story'. */
  readonly base: string;
  /** The page that the build made for a story's replies. */
  readonly built: (story: RepliedStory) => Promise<string | undefined>;
  /** Sent with every page. */
  readonly headers: Readonly<Record<string, string>>;
  /** The address of the machine that asks. */
  readonly remote: (context: Context) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly limits?: Limits;
  /** Whether writers who were approved before need not wait. */
  readonly approves?: boolean;
  /** Whether a proxy in front says what was asked of it. */
  readonly proxied?: boolean;
}

/** A hash of the network that asks; which it was, nobody can tell after the day. */
export async function whoAsks(
  context: Context,
  { remote, secrets, store, now }: Replies,
): Promise<string> {
  return secrets.sign('network', await store.salt(now()), networkOf(remote(context)));
}

/** Whether a page of another site sent a form: browsers say whose it was. */
export function isForeign(
  context: Context,
  { proxied, stories }: Pick<Replies, 'proxied' | 'stories'>,
): boolean {
  const origin = context.req.header('origin');
  if (origin === undefined) return context.req.header('sec-fetch-site') === 'cross-site';
  const host = URL.parse(origin)?.host;
  const forwarded = proxied ? context.req.header('x-forwarded-host') : undefined;
  const own = [
    context.req.header('host'),
    forwarded,
    ...stories().map(({ address }) => URL.parse(address)?.host),
  ];
  return host === undefined || !own.includes(host);
}

/** The place that an address of the site is a page of, whichever host it was asked by. */
export function placeOfAddress(
  address: string,
  context: Context,
  { base, stories }: Replies,
): Place | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const own = stories().map((story) => URL.parse(story.address)?.host);
  if (url.host !== context.req.header('host') && !own.includes(url.host)) return undefined;
  if (!url.pathname.startsWith(`${base}/`)) return undefined;
  try {
    return placeAt(decodeURIComponent(url.pathname.slice(base.length + 1)), placesOf(stories()));
  } catch {
    return undefined;
  }
}
