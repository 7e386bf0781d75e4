/** What docs/events.md says of events, and its examples: run as they stand. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { EVENTS } from '../../../src/config/names.ts';

const text = readFileSync('docs/events.md', 'utf8');
const [, ...scripts] = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code!);

test('every event is told of', () => {
  const rows = [...text.matchAll(/^\| `(story:\w+)` \|/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual(Object.values(EVENTS).sort());
});

/** Runs a script in a page and lets things happen there. @returns what it asked for, and of what it said */
function askedBy(script: string): [address: string, fields: Record<string, unknown>][] {
  const document = Object.assign(new EventTarget(), { referrer: '', title: 'The story' });
  const asked: [string, Record<string, unknown>][] = [];
  const fieldsOf = (body: unknown) =>
    typeof body === 'string' ? JSON.parse(body) : Object.fromEntries(body as URLSearchParams);
  runInNewContext(script, {
    document,
    location: new URL('https://story.example/chapters/legacy/'),
    URLSearchParams,
    navigator: {
      sendBeacon: (address: string, body = new URLSearchParams(address.split('?')[1])) =>
        asked.push([address.split('?')[0]!, fieldsOf(body)]),
    },
    fetch: async (address: string, { body }: { body: string }) => {
      asked.push([address, fieldsOf(body)]);
    },
  });
  const happens = (kind: string, detail: object) =>
    document.dispatchEvent(new CustomEvent(kind, { detail }));
  happens(EVENTS.chapter, { slug: 'training', order: 7 });
  happens(EVENTS.share, { slug: 'training', what: 'card', how: 'download' });
  happens(EVENTS.sound, { on: true, cue: 'waltz' });
  return asked;
}

test.each([
  ['/api/event', 'Plausible', ['pageview', 'Chapter', 'Share', 'Sound'], 'name'],
  ['/matomo/matomo.php', 'Matomo', [undefined, 'Chapter', 'Share', 'Sound on'], 'e_a'],
  ['/told', 'plain logs', ['chapter', 'share', 'sound'], 'event'],
] as const)('asks %s of its own host: %s', (address, _, names, field) => {
  const asked = scripts.map(askedBy).find(([first]) => first?.[0] === address)!;
  expect(new Set(asked.map(([to]) => to))).toEqual(new Set([address]));
  expect(asked.map(([, fields]) => fields[field])).toEqual(names);
  const said = JSON.stringify(asked);
  for (const word of ['training', 'card', 'download', 'waltz']) expect(said).toContain(word);
});
