/** Addresses of titles, in letters that every address can have. Pure. */
import anyAscii from 'any-ascii';
import { slug as slugOf } from 'github-slugger';
import { reservedSlug, reservedStory } from '../../../core/content/reservedSlugs.ts';

const LONGEST = 48;

/** @returns lower-case words joined by hyphens; `fallback` where a title has no letters */
export function slugFrom(title: string, fallback: string): string {
  const plain = slugOf(anyAscii(title.replace(/[’'`]/g, '').normalize('NFC')))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (plain.length <= LONGEST) return plain || fallback;
  const cut = plain.slice(0, LONGEST + 1);
  const at = cut.lastIndexOf('-');
  return at > LONGEST / 2 ? cut.slice(0, at) : cut.slice(0, LONGEST).replace(/-+$/, '');
}

/** @param taken slugs of the chapters before; the new one is added */
export function freeSlug(title: string, place: string, taken: Set<string>): string {
  const slug = slugFrom(title, `part-${Number(place)}`);
  let free = slug;
  for (let next = 2; taken.has(free) || reservedSlug(free, place); next += 1)
    free = `${slug}-${next}`;
  taken.add(free);
  return free;
}

/** A story's folder. */
export function storyName(title: string): string {
  const name = slugFrom(title, 'story');
  return reservedStory(name) ? `${name}-2` : name;
}
