/** Bytes as text, whatever encoding they say or show. Pure. */
import { ImportError } from './article.ts';

/** Bytes of plain words beyond which they are several books. */
const LARGEST = 8 * 2 ** 20;

/** The same of a form that is nothing but words. @throws ImportError also for more than an article can have */
export function decodePlain(bytes: Uint8Array, name: string): string {
  if (bytes.length > LARGEST)
    throw new ImportError(
      `${name} has ${Math.ceil(bytes.length / 2 ** 20)} MB of words, which no article has: cut out the one that you mean`,
    );
  return decodeWords(bytes, name);
}

/** @throws ImportError for what is no text: a picture, a program */
export function decodeWords(bytes: Uint8Array, name: string): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const sample = bytes.subarray(0, 8192);
  const controls = sample.reduce(
    (sum, byte) => sum + Number(byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)),
    0,
  );
  if (controls > sample.length / 200)
    throw new ImportError(
      `${name} holds no text: it may be a picture, a program or a file of a kind that is not known here`,
    );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What is no UTF-8 and yet text comes from old editors on Windows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
