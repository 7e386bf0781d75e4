/** The moderator's desk: pages without script, behind a passphrase. */
import { randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { deskFeed } from '../../core/replies/feed.ts';
import { LIMITS } from '../../core/replies/limits.ts';
import { STRANGERS } from '../../core/replies/markup.ts';
import { answeredPath, placesOf } from '../../core/replies/places.ts';
import { publish } from '../../core/replies/published.ts';
import { withBase } from '../../core/site/address.ts';
import { escapeText } from '../../core/site/feed/escapeText.ts';
import { policyIn, withPolicy } from '../pagePolicy.ts';
import type { State } from './database.ts';
import { heading, link, pageOf, told } from './page.ts';
import { isPassphrase, isSame } from './secrets.ts';
import { keptOf, type ReplyRow } from './store.ts';
import { isForeign, type Replies, whoAsks } from './surroundings.ts';

const COOKIE = 'replies_desk';
/** In milliseconds: a day's work. */
const SESSION = 12 * 60 * 60_000;
/** Replies on one page. */
const SHOWN = 50;
/** The name under which the passphrase's hash is kept. */
export const PASSPHRASE = 'passphrase';

const STATES: Readonly<Record<State, string>> = {
  waiting: 'Waiting',
  approved: 'Approved',
  rejected: 'Rejected',
};
const MARKS: Readonly<Record<string, string>> = {
  unstamped: 'sent without script',
  late: 'the page had been open for more than a day',
  links: 'many links',
  markup: 'written as programs write links',
};

export function deskRoutes(app: Hono, replies: Replies): void {
  const { base, store, secrets, now, headers } = replies;
  const home = withBase(base, 'replies/desk/');
  const feedKey = () => secrets.sign('feed').slice(0, 32);

  const show = async (
    context: Context,
    main: string,
    status: 200 | 401 | 403 | 429 | 503 = 200,
  ) => {
    const [story] = replies.stories();
    const page = pageOf(
      story && (await replies.built(story)),
      'Replies: the desk',
      `<div class="desk" lang="en" dir="ltr">${main}</div>`,
    );
    return context.html(page, status, {
      ...withPolicy(headers, policyIn(page)),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'same-origin',
    });
  };
  /** The session's token, if it is one. */
  const session = async (context: Context): Promise<string | undefined> => {
    const token = getCookie(context, COOKIE);
    return token && (await store.isSession(token, now())) ? token : undefined;
  };
  const csrfOf = (token: string) => secrets.sign('csrf', token);
  const door = (context: Context, note = '', status: 200 | 401 | 403 | 429 = 200) =>
    show(
      context,
      `${heading('The desk')}${note && told(note, 'alert')}<form class="desk__door" method="post" action="${home}enter"><p class="replies__field"><label><span>Passphrase</span><input type="password" name="passphrase" autocomplete="current-password" required></label></p><p class="replies__send"><button type="submit">Enter</button></p></form>`,
      status,
    );

  app.get(home, async (context) => {
    if ((await store.fact(PASSPHRASE)) === undefined) {
      return show(
        context,
        `${heading('The desk')}<p>It has no passphrase yet, and nobody can enter. Choose one with <code>npm run replies -- passphrase</code>.</p>`,
        503,
      );
    }
    const token = await session(context);
    if (!token) return door(context);
    const asked = context.req.query('state') ?? '';
    const state = Object.hasOwn(STATES, asked) ? (asked as State) : 'waiting';
    const rows = await store.list({ state, limit: SHOWN });
    const counts = await store.counts();
    const csrf = csrfOf(token);
    const places = placesOf(replies.stories());
    const tabs = Object.entries(STATES)
      .map(([key, name]) => {
        const words = `${name} (${counts[key as State]})`;
        return key === state
          ? `<b aria-current="page">${words}</b>`
          : link(`${home}?state=${key}`, words);
      })
      .join(' ');
    const list = rows.map((row) => {
      const place = places.get(row.place);
      const at = place
        ? link(withBase(base, answeredPath(place)), escapeText(place.title))
        : escapeText(row.place);
      return printRow(row, at, {
        csrf,
        home,
        email: row.email === null ? undefined : secrets.decrypt(row.email, row.id),
      });
    });
    return show(
      context,
      [
        heading('The desk'),
        `<nav class="desk__tabs" aria-label="Replies by state">${tabs}</nav>`,
        rows.length ? `<ol class="replies__list">${list.join('')}</ol>` : '<p>Nothing here.</p>',
        counts[state] > SHOWN ? `<p>The newest ${SHOWN} of ${counts[state]} are shown.</p>` : '',
        `<p class="desk__feed">${link(`${home}feed.xml?key=${feedKey()}`, 'The feed of what waits')}. Its address is private: whoever has it can read them.</p>`,
        `<form class="desk__leave" method="post" action="${home}leave"><input type="hidden" name="token" value="${csrf}"><button type="submit">Leave the desk</button></form>`,
      ].join(''),
    );
  });

  app.post(`${home}enter`, async (context) => {
    if (isForeign(context, replies)) return door(context, 'That form was another page’s.', 403);
    const kept = await store.fact(PASSPHRASE);
    if (kept === undefined) return context.redirect(home, 303);
    const who = await whoAsks(context, replies);
    // Counted before it is looked at: whoever tries many at once has tried many.
    if (await store.attempt('desk', who, (replies.limits ?? LIMITS).desk, now())) {
      return door(context, 'Too many attempts. Wait a quarter of an hour.', 429);
    }
    const { passphrase } = await context.req.parseBody().catch((): Record<string, unknown> => ({}));
    if (typeof passphrase !== 'string' || !(await isPassphrase(passphrase, kept))) {
      return door(context, 'That is not the passphrase.', 401);
    }
    await store.forget('desk', who);
    const token = randomBytes(32).toString('base64url');
    await store.openSession(token, now() + SESSION);
    setCookie(context, COOKIE, token, {
      path: home,
      httpOnly: true,
      sameSite: 'Strict',
      secure: isSecure(context, replies),
      maxAge: SESSION / 1000,
    });
    return context.redirect(home, 303);
  });

  /** The fields of a form that this very session was given. */
  const ownForm = async (context: Context) => {
    const token = await session(context);
    if (!token || isForeign(context, replies)) return undefined;
    const fields = await context.req.parseBody().catch((): Record<string, unknown> => ({}));
    return isSame(String(fields['token'] ?? ''), csrfOf(token)) ? { token, fields } : undefined;
  };

  app.post(`${home}decide`, async (context) => {
    const form = await ownForm(context);
    if (!form) return door(context, 'Your session is over. Enter again.', 403);
    const { id, decision, state } = form.fields;
    if (typeof id === 'string') {
      if (decision === 'approve') await store.decide(id, 'approved');
      if (decision === 'reject') await store.decide(id, 'rejected');
      if (decision === 'remove') await store.remove(id);
    }
    return context.redirect(
      typeof state === 'string' && Object.hasOwn(STATES, state) ? `${home}?state=${state}` : home,
      303,
    );
  });

  app.post(`${home}leave`, async (context) => {
    const form = await ownForm(context);
    if (form) await store.closeSession(form.token);
    deleteCookie(context, COOKIE, { path: home });
    return context.redirect(home, 303);
  });

  app.get(`${home}feed.xml`, async (context) => {
    if (!isSame(context.req.query('key') ?? '', feedKey())) return context.notFound();
    const rows = await store.list({ state: 'waiting', limit: SHOWN });
    const [story] = replies.stories();
    const origin = story?.address ?? new URL(context.req.url).origin;
    const waiting = rows.map((row) => ({ ...keptOf(row), place: row.place }));
    const feed = deskFeed(
      new URL(home, origin).href,
      `Replies that wait: ${story?.title ?? ''}`,
      waiting,
    );
    return context.body(feed, 200, {
      ...headers,
      'Cache-Control': 'no-store',
      'Content-Type': 'application/rss+xml; charset=utf-8',
    });
  });
}

function isSecure(context: Context, { proxied }: Replies): boolean {
  const forwarded = proxied ? context.req.header('x-forwarded-proto') : undefined;
  return (forwarded ?? new URL(context.req.url).protocol.slice(0, -1)) === 'https';
}

interface RowFacts {
  readonly csrf: string;
  readonly home: string;
  readonly email: string | undefined;
}

/** @param at where it stands, as markup */
function printRow(row: ReplyRow, at: string, { csrf, home, email }: RowFacts): string {
  const { name, site, html, date, title, url } = publish(keptOf(row));
  const choices = { approve: 'Approve', reject: 'Reject', remove: 'Remove' };
  const done = { waiting: '', approved: 'approve', rejected: 'reject' }[row.state];
  const buttons = Object.entries(choices)
    .filter(([decision]) => decision !== done)
    .map(
      ([decision, words]) =>
        `<button type="submit" name="decision" value="${decision}" aria-label="${words} the reply by ${escapeText(name)}">${words}</button>`,
    );
  const marks = row.marks
    .split(',')
    .map((mark) => MARKS[mark])
    .filter(Boolean)
    .join(', ');
  const facts = [
    `${row.kind === 'reply' ? 'on' : `${row.kind} to`} ${at}`,
    `<time datetime="${date}">${date.slice(0, 16).replace('T', ' ')} UTC</time>`,
    site
      ? `<a href="${escapeText(site)}" rel="${STRANGERS} noreferrer">${escapeText(site)}</a>`
      : '',
    email
      ? `<a href="mailto:${escapeText(encodeURIComponent(email).replace('%40', '@'))}">${escapeText(email)}</a>`
      : '',
    marks ? `<em>${marks}</em>` : '',
  ].filter(Boolean);
  const source = url
    ? `<p class="reply__source"><a href="${escapeText(url)}" rel="${STRANGERS} noreferrer"><cite>${escapeText(title ?? url)}</cite></a></p>`
    : '';
  return `<li class="reply" id="reply-${row.id}"><p class="reply__head"><span class="reply__name"><bdi>${escapeText(name)}</bdi></span></p><p class="desk__facts">${facts.join(' · ')}</p>${source}<div class="reply__words" dir="auto">${html}</div><form class="desk__decide" method="post" action="${home}decide"><input type="hidden" name="token" value="${csrf}"><input type="hidden" name="state" value="${row.state}"><input type="hidden" name="id" value="${row.id}">${buttons.join(' ')}</form></li>`;
}
