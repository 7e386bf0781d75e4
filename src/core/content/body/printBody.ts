/** A body's steps as HTML, every address in them looked up. Pure. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { NOTE } from '../../../config/names.ts';
import { chapterPath, withBase } from '../../site/address.ts';
import { type ContentFault, nearest } from '../contentError.ts';
import type { Body } from './readBody.ts';
import { wordsOf } from './readBody.ts';

/** What a body's addresses may lead to. */
export interface Surroundings {
  /** The path under which the story's pages are. */
  readonly base: string;
  /** Scheme and host of the site, if it has one. */
  readonly site?: string | undefined;
  /** Path of the body's own file below the project's root. */
  readonly file: string;
  /** Path of the story's file. */
  readonly story: string;
  readonly chapters: readonly {
    readonly file: string;
    readonly slug: string;
    readonly body: Pick<Body, 'ids' | 'prefix'>;
  }[];
  /** Paths below the project's root of the pictures that there are. */
  readonly pictures: ReadonlySet<string>;
}

/** HTML of each step; a picture's `src` is `picture:` and its place in `pictures`. */
export interface Printed {
  readonly steps: readonly string[];
  /** Addresses of pictures relative to the file, in the order of their numbers. */
  readonly pictures: readonly string[];
  readonly faults: readonly ContentFault[];
}

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export function printBody(body: Body, around: Surroundings): Printed {
  const faults: ContentFault[] = [];
  const pictures: string[] = [];
  let marked = false;
  const steps = body.steps.map((step) => {
    const tree = structuredClone(step);
    visit(tree, 'element', (element) => {
      if (element.tagName === 'a' && element.properties['href'] !== undefined)
        faults.push(...link(element, body, around));
      if (!marked && element.properties['href'] === `#${NOTE.id}`) {
        marked = true;
        element.properties['id'] = `${body.prefix}${NOTE.mark}`;
      }
      if (element.tagName === 'img') faults.push(...picture(element, around, pictures));
      for (const name of ['cite'] as const) {
        const value = element.properties[name];
        if (value !== undefined && !/^https?:/.test(String(value)))
          faults.push(wrongLink(element, String(value), 'an address begins with https:'));
      }
    });
    return `${toHtml(tree, { characterReferences: { useNamedReferences: true } })}\n`;
  });
  return { steps, pictures, faults };
}

const CHAPTER_EXAMPLE = '[words](07-training.md)';

function wrongLink(
  { position }: Element,
  found: string,
  expected: string,
  example = CHAPTER_EXAMPLE,
): ContentFault {
  return { field: 'link', line: position?.start.line, found, expected, example };
}

/** Turns a link's address into the one that the page needs, or tells why it leads nowhere. */
function link(element: Element, body: Body, around: Surroundings): ContentFault[] {
  const address = String(element.properties['href']);
  const wrong = (expected: string, example?: string) => [
    wrongLink(element, address, expected, example),
  ];
  const picture = element.children.some(
    (child) => child.type === 'element' && child.tagName === 'img',
  );
  if (!/\S/.test(wordsOf(element)) && !picture)
    return wrong('a link has words', `[words](${address || '07-training.md'})`);
  if (SCHEME.test(address)) {
    if (!URL.canParse(address)) return wrong('it is no address', '[words](https://example.org/)');
    if (/^https?:/i.test(address) && new URL(address).origin !== originOf(around.site))
      element.properties['rel'] = ['external', 'noopener'];
    return [];
  }
  if (address.startsWith('//'))
    return wrong('an address of another host begins with https:', `[words](https:${address})`);
  const [path = '', fragment] = decoded(address).split(/#(.*)/s);
  if (path === '') return ownFragment(element, address, fragment, body, around);
  return pageLink(element, address, path, fragment, around);
}

const originOf = (site: string | undefined) =>
  site && URL.canParse(site) ? new URL(site).origin : undefined;

function ownFragment(
  element: Element,
  address: string,
  fragment: string | undefined,
  body: Body,
  around: Surroundings,
): ContentFault[] {
  if (fragment !== undefined && body.ids.has(fragment)) {
    element.properties['href'] = `#${body.prefix}${fragment}`;
    return [];
  }
  const chapter = around.chapters.find(({ slug }) => slug === fragment);
  if (chapter) {
    element.properties['href'] = chapterPath(around.base, chapter.slug);
    return [];
  }
  const known = [...body.ids].filter((id) => !/^fn(?:ref)?-|^footnote-label$/.test(id));
  return [
    wrongLink(
      element,
      address,
      known.length > 0
        ? `the chapter has no such place; it has ${known.map((id) => `#${id}`).join(', ')}`
        : 'the chapter has no such place',
    ),
  ];
}

function pageLink(
  element: Element,
  address: string,
  path: string,
  fragment: string | undefined,
  { base, file, story, chapters }: Surroundings,
): ContentFault[] {
  const files = chapters.map((chapter) => nameOf(chapter.file));
  const wrong = (expected: string, to?: string) => [
    wrongLink(element, address, expected, to && `[words](${to})`),
  ];
  const target = resolve(file, path);
  const named = (slug: string) => chapters.find((chapter) => chapter.slug === slug);
  const absolute = /^\/(?:chapters\/([^/]+)\/?)?$/.exec(path);
  // The note ends every page: it is read where one is.
  if (target === story && fragment === 'note') {
    element.properties['href'] = `#${NOTE.id}`;
    element.properties['role'] = 'doc-noteref';
    return [];
  }
  if (absolute?.[1] === undefined && (path === '/' || target === story)) {
    element.properties['href'] = withBase(base, '');
    return [];
  }
  const chapter = absolute?.[1] ? named(absolute[1]) : chapters.find((one) => one.file === target);
  if (!chapter) {
    const slug = path.replace(/\/$/, '').split('/').at(-1)!;
    const like = named(slug) ?? named(slug.replace(/^\d+-|\.\w+$/g, ''));
    const guess = like ? nameOf(like.file) : files.length > 0 ? nearest(slug, files) : undefined;
    return wrong(
      /\.md$/i.test(path) || absolute
        ? `there is no such chapter; there are ${files.join(', ')}`
        : 'a link leads to a chapter’s file, to a place in the chapter or to a whole address',
      guess,
    );
  }
  if (fragment === undefined) {
    element.properties['href'] = chapterPath(base, chapter.slug);
    return [];
  }
  // What begins so is a text to be found there, no id.
  const text = fragment.startsWith(':~:');
  if (!text && !chapter.body.ids.has(fragment)) {
    const ids = [...chapter.body.ids].map((id) => `#${id}`);
    return wrong(
      `${nameOf(chapter.file)} has no such place${ids.length > 0 ? `; it has ${ids.join(', ')}` : ''}`,
      nameOf(chapter.file),
    );
  }
  const place = text ? fragment : `${chapter.body.prefix}${fragment}`;
  element.properties['href'] = `${chapterPath(base, chapter.slug)}#${place}`;
  return [];
}

/** Numbers a picture, or tells why there is none. */
function picture(
  element: Element,
  { file, pictures: known }: Surroundings,
  pictures: string[],
): ContentFault[] {
  // Its width and height are the file's own.
  const { src, alt, width: _w, height: _h, ...rest } = element.properties;
  const address = String(src ?? '');
  const wrong = (expected: string, example = '![What it shows](./knife.png)'): ContentFault[] => [
    { field: 'picture', line: element.position?.start.line, found: address, expected, example },
  ];
  if (alt === undefined)
    return wrong('a picture says what it shows, for those who cannot see it (alt)');
  const path = decoded(address);
  const target = resolve(file, path);
  if (/^(?:https?:)?\/\//i.test(address))
    return wrong('a page asks no other host for anything; put the file beside the chapter');
  if (SCHEME.test(path) || path.startsWith('/') || path === '')
    return wrong('a picture is a file beside the chapter');
  if (!PICTURE.test(target))
    return wrong('a picture is a file of type avif, gif, jpg, png, svg, tiff or webp');
  if (!known.has(target)) {
    const beside = [...known].map(nameOf);
    return wrong(
      `there is no file ${target}`,
      beside.length > 0
        ? `![What it shows](./${encodeURI(nearest(nameOf(target), beside))})`
        : undefined,
    );
  }
  const relative = relativeTo(file, target);
  const place = pictures.includes(relative)
    ? pictures.indexOf(relative)
    : pictures.push(relative) - 1;
  element.properties = { src: `picture:${place}`, alt, ...rest };
  return [];
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The path below the root of an address that stands in a file; above the root there is nothing. */
function resolve(file: string, path: string): string {
  const parts = path.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function relativeTo(file: string, target: string): string {
  const from = file.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  const up = from.slice(shared).map(() => '..');
  return [...(up.length > 0 ? up : ['.']), ...to.slice(shared)].join('/');
}

/** An address as its letters: what is no percent code stays as it is. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
