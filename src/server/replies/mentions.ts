/** Pages of others that say they mention us: Webmention, and pingback. Both are looked at later. */
import type { Context, Hono } from 'hono';
import { LIMITS } from '../../core/replies/limits.ts';
import { PING_FAULTS, pingAnswer, pingFault, readPing } from '../../core/replies/pingback.ts';
import { placeOfAddress, type Replies, whoAsks } from './surroundings.ts';

type Announced = 'taken' | 'source' | 'target' | 'same' | 'many';

/** Characters of an address that is taken. */
const LONGEST = 2_000;

const REFUSALS: Readonly<Record<Exclude<Announced, 'taken' | 'many'>, string>> = {
  source: 'The source is no http or https address.',
  target: 'The target is no page of this site that can be answered.',
  same: 'Source and target are the same page.',
};

export function mentionRoutes(app: Hono, replies: Replies): void {
  const { base, headers } = replies;
  const plain = { ...headers, 'Cache-Control': 'no-store' };

  app.post(`${base}/replies/webmention`, async (context) => {
    const fields = await context.req.parseBody().catch((): Record<string, unknown> => ({}));
    const { source, target } = fields;
    const announced = await announce(
      context,
      replies,
      'webmention',
      String(source ?? ''),
      String(target ?? ''),
    );
    if (announced === 'many')
      return context.text('Too many. Try again later.\n', 429, { ...plain, 'Retry-After': '3600' });
    if (announced !== 'taken') return context.text(`${REFUSALS[announced]}\n`, 400, plain);
    return context.text(
      'Taken. The source is looked at soon, and read before it appears.\n',
      202,
      plain,
    );
  });

  app.post(`${base}/replies/pingback`, async (context) => {
    const type = { ...plain, 'Content-Type': 'text/xml; charset=utf-8' };
    const answer = (xml: string) => context.body(xml, 200, type);
    const ping = readPing(await context.req.text());
    if (typeof ping === 'number')
      return answer(pingFault(ping, 'This is no pingback.ping with a source and a target.'));
    switch (await announce(context, replies, 'pingback', ping.source, ping.target)) {
      case 'taken':
        return answer(
          pingAnswer('Taken. The source is looked at soon, and read before it appears.'),
        );
      case 'many':
        return answer(pingFault(PING_FAULTS.refused, 'Too many. Try again later.'));
      case 'source':
      case 'same':
        return answer(pingFault(0, REFUSALS.source));
      case 'target':
        return answer(pingFault(PING_FAULTS.notOurs, REFUSALS.target));
    }
  });
}

async function announce(
  context: Context,
  replies: Replies,
  kind: 'webmention' | 'pingback',
  source: string,
  target: string,
): Promise<Announced> {
  const { store, verifier, now, limits = LIMITS } = replies;
  const from = URL.parse(source);
  if (!from || !/^https?:$/.test(from.protocol) || source.length > LONGEST) return 'source';
  if (from.username || from.password) return 'source';
  const to = URL.parse(target);
  if (!to || target.length > LONGEST) return 'target';
  if (withoutFragment(from) === withoutFragment(to)) return 'same';
  const place = placeOfAddress(target, context, replies);
  if (!place) return 'target';
  if (await store.attempt('mention', await whoAsks(context, replies), limits.mention, now()))
    return 'many';
  await store.enqueue({ source: withoutFragment(from), target, place: place.id, kind }, now());
  verifier.wake();
  return 'taken';
}

const withoutFragment = (url: URL): string => url.href.replace(/#.*$/, '');
