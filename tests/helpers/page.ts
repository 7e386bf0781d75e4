import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text up to the next tag. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#38': '&',
  '#34': '"',
  '#39': "'",
};

const decode = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** Tags of an HTML text with these names, in order. */
export function tagsIn(html: string, ...names: readonly string[]): Tag[] {
  const pattern = new RegExp(`<(${names.join('|')})\\b((?:[^>"]|"[^"]*")*)>([^<]*)`, 'gi');
  return [...html.matchAll(pattern)].map(([, name = '', attributes = '', text = '']) => ({
    name: name.toLowerCase(),
    text: decode(text),
    attributes: Object.fromEntries(
      [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [
        key,
        decode(value),
      ]),
    ),
  }));
}

/** The head of a built page. */
export function headOf(dist: string, page: string): string {
  return readFileSync(join(dist, page), 'utf8').split('</head>')[0]!;
}

/** Contents of all tags with that name, property or rel in a head. */
export function headValues(head: string, name: string): string[] {
  return tagsIn(head, 'meta', 'link')
    .filter(({ attributes: a }) => [a['name'], a['property'], a['rel']].includes(name))
    .map(({ attributes: a }) => a['content'] ?? a['href'] ?? '');
}

/** JSON-LD blocks of a page. */
export function structuredData(head: string): Record<string, unknown>[] {
  const blocks = head.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g);
  return [...blocks].map(([, json = '']) => JSON.parse(json) as Record<string, unknown>);
}
