/** Pictures whose export says only their address, and which lie in the same folder or archive. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Source, SourceFile, SourceImage } from './article.ts';

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)$/i;
/** WordPress's name for a smaller copy. */
const SIZED = /-(?:\d+x\d+|scaled)(?=\.\w+$)/;

const parts = (address: string): string[] => {
  const path = address.replace(/[?#].*$/, '').replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, '');
  try {
    return decodeURIComponent(path).split('/').filter(Boolean);
  } catch {
    return path.split('/').filter(Boolean);
  }
};

/** How many parts of two paths are the same, from the end. */
function alike(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (
    length < Math.min(one.length, other.length) &&
    one.at(-1 - length)!.normalize() === other.at(-1 - length)!.normalize()
  )
    length += 1;
  return length;
}

/** The file of an address: of those with its name the one whose folders are most alike. */
function fileOf(address: string, files: readonly SourceFile[]): SourceFile | undefined {
  const path = parts(address);
  const whole = path.with(-1, path.at(-1)!.replace(SIZED, ''));
  for (const wanted of [whole, path]) {
    const found = files
      .map((file) => ({ file, length: alike(parts(file.path), wanted) }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length);
    if (found[0] && found[0].length > (found[1]?.length ?? 0)) return found[0].file;
  }
  return undefined;
}

/** @returns the pictures of a tree that lie beside it, by the addresses that the tree has for them */
export function imagesBeside(tree: Root, source: Source): Map<string, SourceImage> {
  const files = source.files.filter(({ path }) => PICTURE.test(path));
  const images = new Map<string, SourceImage>();
  if (files.length === 0) return images;
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'img') return;
    for (const name of ['src', 'dataSrc', 'dataOrigFile']) {
      const address = node.properties[name];
      if (typeof address !== 'string' || /^data:/i.test(address)) continue;
      if (parts(address).length === 0) continue;
      const file = fileOf(address, files);
      if (file) images.set(address, { name: parts(file.path).at(-1)!, bytes: file.bytes });
    }
  });
  return images;
}
