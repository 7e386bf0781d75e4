/** Pictures of an article as files beside its chapters. One that cannot be had stays as its alternative in words. */
import type { Element, ElementContent } from 'hast';
import type { SourceImage } from '../article.ts';
import { element, isElement, text } from '../clean/elements.ts';
import { textOf } from '../clean/text.ts';
import { slugFrom } from '../drafts/slugs.ts';

export interface WithPictures {
  readonly blocks: ElementContent[];
  /** Files by their names. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly warnings: readonly string[];
  /** Alternatives that now stand among the words. */
  readonly said: readonly string[];
}

/** Endings by the format that a file has, whatever it is called. */
const ENDINGS: Readonly<Record<string, string>> = {
  avif: 'avif',
  gif: 'gif',
  heif: 'avif',
  jpeg: 'jpg',
  png: 'png',
  svg: 'svg',
  tiff: 'tiff',
  webp: 'webp',
};

/** Bytes of a picture beyond which no blog has one. */
const LARGEST = 40_000_000;

/**
 * @param picture the word for a picture that nothing is said of
 */
export async function takePictures(
  blocks: readonly ElementContent[],
  images: ReadonlyMap<string, SourceImage>,
  picture: string,
): Promise<WithPictures> {
  const files = new Map<string, Uint8Array>();
  const names = new Map<string, string | undefined>();
  const warnings: string[] = [];
  const said: string[] = [];
  const nameOf = async (src: string): Promise<string | undefined> => {
    if (names.has(src)) return names.get(src);
    const name = await take(src, images.get(src), files, warnings);
    names.set(src, name);
    return name;
  };
  const inWords = (node: Element): ElementContent[] => {
    const alt = String(node.properties['alt'] || (node.properties['title'] ?? '')).trim();
    if (alt === '') return [];
    said.push(alt);
    return [element('em', [text(alt)])];
  };
  const walk = async (
    nodes: readonly ElementContent[],
    caption: string,
  ): Promise<ElementContent[]> => {
    const out: ElementContent[] = [];
    for (const node of nodes) {
      if (!isElement(node)) out.push(node);
      else if (node.tagName === 'img') {
        const name = await nameOf(String(node.properties['src']));
        if (name === undefined) out.push(...inWords(node));
        else out.push(withAlternative(node, name, caption));
      } else if (node.tagName === 'figure') out.push(...(await figure(node)));
      else out.push({ ...node, children: await walk(node.children, caption) });
    }
    return out;
  };
  const withAlternative = (node: Element, name: string, caption: string): Element => {
    const alt = String(node.properties['alt'] ?? '').trim();
    if (alt === '')
      warnings.push(`${name} says nothing to those who cannot see it: give it an alternative.`);
    const guess = caption || name.replace(/\.\w+$/, '').replace(/-+/g, ' ');
    const drafted = /\p{L}{3}/u.test(guess) ? guess : picture;
    const { title } = node.properties;
    return element('img', [], {
      src: `./${name}`,
      alt: alt || drafted,
      ...(title !== undefined && { title }),
    });
  };
  const figure = async (node: Element): Promise<ElementContent[]> => {
    const captions = node.children.filter((child) => isElement(child, 'figcaption'));
    const caption = captions.map((one) => textOf(one)).join(' ');
    const pictures = await walk(
      node.children.filter((child) => !isElement(child, 'figcaption')),
      caption,
    );
    const inner = await walk(captions, '');
    if (pictures.some(shows)) return [{ ...node, children: [...pictures, ...inner] }];
    // Nothing to be seen: its words are a paragraph each.
    const words = (children: ElementContent[]) =>
      children.length > 0 ? [element('p', children)] : [];
    return [
      ...words(pictures),
      ...inner.flatMap((one) =>
        isElement(one)
          ? one.children.some((child) => isElement(child, 'p'))
            ? one.children
            : words(one.children)
          : [],
      ),
    ];
  };
  const kept = await walk(blocks, '');
  return { blocks: kept.filter((block) => !isEmpty(block)), files, warnings, said };
}

const shows = (node: ElementContent): boolean =>
  isElement(node) && (node.tagName === 'img' || node.children.some(shows));

const isEmpty = (node: ElementContent): boolean =>
  isElement(node, 'p', 'figure', 'blockquote', 'aside', 'div') &&
  textOf(node) === '' &&
  !shows(node) &&
  !hasNote(node);

const hasNote = (node: ElementContent): boolean =>
  isElement(node) && ('dataNote' in node.properties || node.children.some(hasNote));

async function take(
  src: string,
  image: SourceImage | undefined,
  files: Map<string, Uint8Array>,
  warnings: string[],
): Promise<string | undefined> {
  const shown = src.length > 90 ? `${src.slice(0, 87)}…` : src;
  if (!image) {
    warnings.push(
      /^https?:/i.test(src)
        ? `The picture ${shown} did not come with the source: its alternative, where it has one, stands in words. Save the page with its pictures to have it.`
        : `The picture ${shown} is missing: its alternative, where it has one, stands in words.`,
    );
    return undefined;
  }
  let bytes: Uint8Array;
  let ending: string | undefined;
  try {
    bytes = await image.bytes();
    if (bytes.length > LARGEST) throw new Error('too large');
    const { default: sharp } = await import('sharp');
    ending = ENDINGS[(await sharp(bytes).metadata()).format ?? ''];
    if (ending === undefined) {
      bytes = await sharp(bytes).png().toBuffer();
      ending = 'png';
    } else if (ending !== 'svg') await sharp(bytes).stats();
  } catch {
    warnings.push(
      `The picture ${shown} cannot be read: its alternative, where it has one, stands in words.`,
    );
    return undefined;
  }
  const stem = slugFrom((image.name.split('/').at(-1) ?? '').replace(/(?:\.\w+)+$/, ''), 'picture');
  let name = `${stem}.${ending}`;
  for (let next = 2; files.has(name); next += 1) name = `${stem}-${next}.${ending}`;
  files.set(name, bytes);
  return name;
}
