/**
 * The service of replies: one handler of requests, for Node and for whatever else speaks
 * the web's own Request and Response. What it needs of its surroundings is handed to it.
 */
import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { FORM_BYTES, LIMITS } from '../../core/replies/limits.ts';
import { answeredPath, type Place, placesOf, repliesPath } from '../../core/replies/places.ts';
import {
  countOf,
  type FormState,
  listed,
  printFields,
  printForm,
  printReplies,
  printReply,
  said,
} from '../../core/replies/print.ts';
import { publish, published } from '../../core/replies/published.ts';
import {
  type Faults,
  readForm,
  type Typed,
  typedIn,
  type Written,
} from '../../core/replies/readForm.ts';
import { isProgram, marksOf } from '../../core/replies/spam.ts';
import { withBase } from '../../core/site/address.ts';
import { say } from '../../core/wording/say.ts';
import type { Word } from '../../schemas/wording.ts';
import { policyIn, withPolicy } from '../pagePolicy.ts';
import { deskRoutes } from './desk.ts';
import { mentionRoutes } from './mentions.ts';
import { heading, link, pageOf, told } from './page.ts';
import { keptOf, newId, type Store } from './store.ts';
import { isForeign, type Replies, whoAsks } from './surroundings.ts';

const NO_STORE = { 'Cache-Control': 'no-store' };

export function repliesApp(replies: Replies): Hono {
  const { base, store } = replies;
  const app = new Hono();
  const limited = bodyLimit({
    maxSize: FORM_BYTES,
    onError: (context) => context.text('Too long.\n', 413),
  });
  app.use(limited);
  app.onError((error, context) => {
    console.error(`Replies: ${error.message}`);
    return context.text('Replies cannot be had now. Try again later.\n', 503, {
      ...replies.headers,
      ...NO_STORE,
    });
  });
  app.notFound((context) => context.text('Not found.\n', 404, { ...replies.headers, ...NO_STORE }));
  mentionRoutes(app, replies);
  deskRoutes(app, replies);

  const cache = new Map<string, { version: number; json: string; tag: string }>();
  const placed = (context: Context, name: string): Place | undefined => {
    const story = context.req.param('story');
    return placesOf(replies.stories()).get(story === undefined ? name : `${story}/${name}`);
  };

  const listOf = async (place: Place) => {
    const page = withBase(base, repliesPath(place));
    const { words, language } = place.story;
    const shown = { words, language, answer: `${page}?answer=` };
    return listed(published(await store.approved(place.id)), page, shown);
  };

  for (const root of [`${base}/replies`, `${base}/:story/replies`]) {
    app.get(`${root}/:file{[^/]+\\.json}`, async (context) => {
      const place = placed(context, context.req.param('file')!.replace(/\.json$/, ''));
      if (!place) return context.notFound();
      const version = await store.version(place.id);
      let known = cache.get(place.id);
      if (known?.version !== version) {
        const json = JSON.stringify(await listOf(place));
        known = {
          version,
          json,
          tag: `"${createHash('sha256').update(json).digest('base64url')}"`,
        };
        cache.set(place.id, known);
      }
      const headers = { ...replies.headers, 'Cache-Control': 'no-cache', ETag: known.tag };
      const asked = context.req.header('if-none-match')?.replaceAll('W/', '');
      if (asked?.split(',').some((tag) => tag.trim() === known.tag)) {
        return context.body(null, 304, headers);
      }
      return context.body(known.json, 200, {
        ...headers,
        'Content-Type': 'application/json; charset=utf-8',
      });
    });
    app.get(`${root}/:slug/stamp`, (context) => {
      const place = placed(context, context.req.param('slug'));
      if (!place) return context.notFound();
      return context.text(replies.secrets.stamp(place.id, replies.now()), 200, {
        ...replies.headers,
        ...NO_STORE,
      });
    });
    app.get(`${root}/:slug/`, async (context) => {
      const place = placed(context, context.req.param('slug'));
      return place ? showPlace(context, replies, place) : context.notFound();
    });
    app.post(`${root}/:slug/`, async (context) => {
      const place = placed(context, context.req.param('slug'));
      return place ? takeReply(context, replies, place) : context.notFound();
    });
  }
  return app;
}

interface Showing {
  readonly typed?: Typed;
  readonly faults?: Faults;
  /** Why it was not taken. */
  readonly said?: Word;
  readonly status?: 200 | 403 | 422 | 425 | 429 | 503;
  readonly headers?: Readonly<Record<string, string>>;
}

async function showPlace(
  context: Context,
  replies: Replies,
  place: Place,
  showing: Showing = {},
): Promise<Response> {
  const { store, secrets, base } = replies;
  const { words, language } = place.story;
  const { typed, faults, said: why, status = 200, headers } = showing;
  const action = withBase(base, repliesPath(place));
  // Where the database cannot be asked, the reader's words come back all the same.
  const kept = await store.approved(place.id).catch((error) => {
    if (status === 200) throw error;
    return [];
  });
  const shown = { words, language, answer: `${action}?answer=` };
  const list = published(kept);
  const waiting = await waitingFor(context, replies, place);
  const parent = typed?.parent || context.req.query('answer') || '';
  const answered = kept.find(({ id, kind }) => id === parent && kind === 'reply');
  const form: FormState = {
    action,
    id: place.slug,
    typed: { ...typed, parent: answered?.id ?? '' },
    stamp: secrets.stamp(place.id, replies.now()),
    ...(faults && { faults }),
    ...(answered && { answering: answered.name }),
  };
  const { title } = place;
  const back = link(withBase(base, answeredPath(place)), said(words.back, { chapter: title }));
  const main = [
    `<p class="replied__back">${back}</p>`,
    heading(said(words.page, { chapter: title })),
    waiting ? told(said(waiting.state === 'approved' ? words.shown : words.kept)) : '',
    `<p class="replies__count">${list.count > 0 ? countOf(list.count, words, language) : said(words.none)}</p>`,
    printReplies(list, shown),
    waiting && waiting.state !== 'approved'
      ? `<ol class="replies__list">${printReply(publish(keptOf(waiting)), shown, true)}</ol>`
      : '',
    `<section class="replies__leave" id="leave"><h2>${said(words.leave)}</h2>`,
    why ? told(said(why), 'alert') : '',
    printForm(form, words),
    '</section>',
  ].join('');
  const page = pageOf(
    await replies.built(place.story),
    `${say(words.page, { chapter: title })} · ${place.story.title}`,
    main,
  );
  const isOwn = waiting || status !== 200 || parent;
  return context.html(page, status, {
    ...withPolicy(replies.headers, policyIn(page)),
    'Cache-Control': isOwn ? 'no-store' : 'no-cache',
    ...headers,
  });
}

/** The reply that somebody has just sent: its address, which only they have, shows it to them. */
async function waitingFor(context: Context, { store, secrets }: Replies, place: Place) {
  const [id = '', code = ''] = (context.req.query('waiting') ?? '').split('.');
  if (!id || !secrets.isSigned(code, 'waiting', id)) return undefined;
  const row = await store.byId(id);
  return row?.place === place.id ? row : undefined;
}

async function takeReply(context: Context, replies: Replies, place: Place): Promise<Response> {
  const { store, secrets, now } = replies;
  const { words } = place.story;
  const fields = await context.req.parseBody().catch(() => ({}));
  const typed = typedIn(fields as Record<string, unknown>);
  // The page's own script asks for words to show in place.
  const inPlace = context.req.header('accept')?.startsWith('application/json') ?? false;
  const refuse = (status: NonNullable<Showing['status']>, why: Word, faults: Faults = {}) => {
    const headers = status === 429 ? { 'Retry-After': '3600' } : {};
    if (!inPlace)
      return showPlace(context, replies, place, { typed, faults, said: why, status, headers });
    const form = printFields({ id: place.slug, typed, faults }, words);
    return context.json({ said: said(why), form }, status, {
      ...replies.headers,
      ...NO_STORE,
      ...headers,
    });
  };
  if (isForeign(context, replies)) return refuse(403, words.refused);
  const marks = marksOf(typed, secrets.readStamp(typed.stamp, place.id), now());
  if (isProgram(marks)) return refuse(403, words.refused);
  const read = readForm(typed);
  if ('faults' in read) return refuse(422, words.faulty, read.faults);
  if (marks.includes('soon')) return refuse(425, words.soon);
  const { written } = read;
  try {
    const id = newId();
    const outcome = await store.accept(
      {
        id,
        place: place.id,
        parent: await parentOf(written, place, store),
        kind: 'reply',
        state: 'waiting',
        name: written.name,
        site: written.site ?? null,
        email: written.email === undefined ? null : secrets.encrypt(written.email, id),
        text: written.text,
        title: null,
        url: null,
        target: null,
        marks: marks.join(','),
        writer:
          written.email === undefined
            ? null
            : secrets.sign('writer', written.name, written.email.toLowerCase()),
        digest: secrets.sign('reply', place.id, written.parent ?? '', written.name, written.text),
        created: now(),
      },
      await whoAsks(context, replies),
      replies.limits ?? LIMITS,
      replies.approves,
    );
    if (outcome.outcome === 'many') return await refuse(429, words.many);
    const { state } = outcome;
    const token = `${outcome.id}.${secrets.sign('waiting', outcome.id)}`;
    const address = `${withBase(replies.base, repliesPath(place))}?waiting=${token}#said`;
    if (!inPlace) return context.redirect(address, 303);
    const row = await store.byId(outcome.id);
    const shown = { words, language: place.story.language };
    const html = row ? printReply(publish(keptOf(row)), shown, state !== 'approved') : '';
    return context.json(
      {
        said: said(state === 'approved' ? words.shown : words.kept),
        html,
        form: printFields({ id: place.slug }, words),
      },
      201,
      { ...replies.headers, ...NO_STORE },
    );
  } catch (error) {
    // A full disk, a database that is away: nothing is lost but time.
    console.error(`Replies: ${error instanceof Error ? error.message : error}`);
    return refuse(503, words.failed);
  }
}

/** What is answered, if it is of this place and published. */
async function parentOf({ parent }: Written, place: Place, store: Store): Promise<string | null> {
  const row = parent === undefined ? undefined : await store.byId(parent);
  if (row?.place !== place.id || row.state !== 'approved') return null;
  // One level: an answer to an answer stands beside it.
  return row.parent ?? row.id;
}
