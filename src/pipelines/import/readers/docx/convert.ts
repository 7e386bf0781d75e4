/** The one place of mammoth. */
import type { Root } from 'hast';
import mammoth from 'mammoth';
import type { SourceImage } from '../../article.ts';
import { fragmentOf } from '../../fragment.ts';
import type { Packed } from '../../packed.ts';
import { STYLES } from './styles.ts';

/** What mammoth reads a file's parts by: it takes an opened archive under a name that its types do not tell. */
interface Archive {
  exists(path: string): boolean;
  read(path: string, encoding?: string): Promise<Uint8Array | string>;
}

export interface Converted {
  readonly tree: Root;
  readonly images: ReadonlyMap<string, SourceImage>;
  readonly warnings: readonly string[];
}

/** Elements without words that mammoth tells of. */
const NO_WORDS =
  /\b(?:v|o|w10|wp|wps|wpg|a|pic|w14|w15|w16\w*):|:(?:tblPrEx|permStart|permEnd|ruby\w*|rt)$/;

/** @param prepared parts that stand for those of the archive, by their paths */
export async function convert(
  { parts }: Packed,
  prepared: ReadonlyMap<string, string>,
): Promise<Converted> {
  const archive: Archive = {
    exists: (path) => parts.has(path),
    async read(path, encoding) {
      const bytes = Buffer.from(prepared.get(path) ?? ((await parts.get(path)!.bytes()) as never));
      if (encoding === 'base64') return bytes.toString('base64');
      return encoding ? new TextDecoder(encoding).decode(bytes) : new Uint8Array(bytes);
    },
  };
  const images = new Map<string, SourceImage>();
  const { value, messages } = await mammoth.convertToHtml({ file: archive } as never, {
    styleMap: [...STYLES],
    convertImage: mammoth.images.imgElement((image) => {
      const ending = image.contentType.replace(/^image\/(?:x-)?/, '').replace(/\+.*$/, '');
      const name = `picture-${images.size + 1}.${ending === 'jpeg' ? 'jpg' : ending}`;
      images.set(name, {
        name,
        bytes: async () => new Uint8Array(await image.readAsArrayBuffer()),
      });
      return Promise.resolve({ src: name });
    }),
  });
  const warnings = messages.flatMap(({ type, message }): string[] => {
    const [, element] = /^An unrecognised element was ignored: (.*)$/.exec(message) ?? [];
    if (element)
      return NO_WORDS.test(element)
        ? []
        : [`Word’s “${element}” cannot be read: look whether words are missing.`];
    return type === 'error' ? [`A part of the document cannot be read: ${message}.`] : [];
  });
  return {
    tree: { type: 'root', children: fragmentOf(value) },
    images,
    warnings: [...new Set(warnings)],
  };
}
