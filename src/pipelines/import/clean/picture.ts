/** Which file a picture of a page is. Pure. */
import type { Element } from 'hast';
import { parseSrcset } from 'srcset';
import type { SourceImage } from '../article.ts';

interface Known {
  readonly base?: string | undefined;
  readonly images: Map<string, SourceImage>;
}

const TYPES: Readonly<Record<string, string>> = {
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/tiff': 'tiff',
  'image/webp': 'webp',
};

/**
 * @returns the key of a picture that came with the source; else its address, absolute where that can be known;
 * undefined where the page itself says of none
 */
export function pictureAddress(node: Element, known: Known): string | undefined {
  const candidates = addressesOf(node);
  for (const address of candidates) {
    const key = keyOf(address, known);
    if (key !== undefined) return key;
  }
  const [first] = candidates.filter(
    (address) => !/^(?:data|blob|about|javascript):/i.test(address),
  );
  if (first === undefined) {
    const data = candidates.find((address) => /^data:image\//i.test(address));
    return data === undefined ? undefined : fromData(data, known);
  }
  return URL.parse(first, known.base)?.href ?? first;
}

/** Where a picture may be, the fullest first: pages that load late say it in attributes of their own. */
function addressesOf({ properties }: Element): string[] {
  const late = ['dataOrigFile', 'dataSrc', 'dataLazySrc', 'dataOriginal', 'dataFullUrl'];
  const sets = ['srcSet', 'dataSrcSet', 'dataSrcset', 'dataLazySrcset'];
  const own = [properties['src'], ...late.map((name) => properties[name])];
  const widest = sets.flatMap((name) => {
    const value = properties[name];
    const written = Array.isArray(value) ? value.join(', ') : value;
    return typeof written === 'string' ? widestFirst(written) : [];
  });
  return [...own, ...widest]
    .filter((value): value is string => typeof value === 'string')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function widestFirst(set: string): string[] {
  try {
    return parseSrcset(set)
      .sort((a, b) => (b.width ?? b.density ?? 1) - (a.width ?? a.density ?? 1))
      .map(({ url }) => url);
  } catch {
    return [];
  }
}

/** The key by which a picture came, as it is written or as it is meant. */
function keyOf(address: string, { base, images }: Known): string | undefined {
  const plain = address.replace(/[?#].*$/, '').replace(/^\.\//, '');
  const spelled = [address, URL.parse(address, base)?.href, plain, decoded(plain)];
  return spelled.find((one): one is string => one !== undefined && images.has(one));
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A picture that stands in the page itself. */
function fromData(address: string, { images }: Known): string | undefined {
  const [, type = '', coding, data = ''] =
    /^data:([\w/+.-]+)[^,]*?(;base64)?,(.*)$/is.exec(address) ?? [];
  const ending = TYPES[type.toLowerCase()];
  if (!ending) return undefined;
  let bytes: Uint8Array;
  try {
    bytes = coding ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data));
  } catch {
    return undefined;
  }
  // A place holder for a picture that was to come late.
  if (bytes.length < 200) return undefined;
  for (let place = 1; ; place += 1) {
    const key = `picture-${place}.${ending}`;
    if (images.has(key)) continue;
    images.set(key, { name: key, bytes: () => Promise.resolve(bytes) });
    return key;
  }
}
