/** The parts of a web archive (MHTML): a page and all that it was shown with. */
import PostalMime from 'postal-mime';
import { ImportError } from '../../article.ts';

export interface Part {
  /** Where it came from; nothing where the archive does not say. */
  readonly location: string;
  /** `cid:` and its own name, by which the page may refer to it. */
  readonly id: string;
  /** Such as `text/css`. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Of a page and a style sheet. */
  readonly text: string;
}

export interface Archive {
  readonly parts: readonly Part[];
  /** The page's own address, or nothing. */
  readonly location: string;
  /** Whether its end is there. */
  readonly isWhole: boolean;
}

/** Archives within archives beyond which nobody goes. */
const DEEPEST = 4;

/** @throws ImportError where it is no archive of parts */
export async function openArchive(name: string, bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { head } = halves(buffer);
  if (!boundaryOf(head))
    throw new ImportError(`${name} does not say where its parts begin: save the page again.`);
  const parts: Part[] = [];
  const isWhole = await collect(buffer, parts, 0);
  return { parts, location: field(head, 'snapshot-content-location'), isWhole };
}

async function collect(whole: Buffer, parts: Part[], depth: number): Promise<boolean> {
  const { head, body } = halves(whole);
  const boundary = boundaryOf(head);
  if (!boundary || depth > DEEPEST) {
    const part = await read(whole);
    if (part) parts.push(part);
    return true;
  }
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  while (at >= 0) {
    const start = at + mark.length;
    if (body.subarray(start, start + 2).toString('latin1') === '--') return true;
    const end = body.indexOf(mark, start);
    const line = body.indexOf(0x0a, start);
    if (line < 0) return false;
    await collect(body.subarray(line + 1, end < 0 ? body.length : end), parts, depth + 1);
    at = end;
  }
  return false;
}

/** What stands before the first empty line, and behind it. */
function halves(whole: Buffer): { readonly head: string; readonly body: Buffer } {
  const [, length] = [/\r?\n\r?\n/.exec(whole.subarray(0, 65_536).toString('latin1'))]
    .filter((found) => found !== null)
    .flatMap(({ index, 0: empty }) => [index, index + empty.length]);
  const end = length ?? 0;
  return { head: whole.subarray(0, end).toString('latin1'), body: whole.subarray(end) };
}

const field = (head: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, 'im')
    .exec(head)?.[1]
    ?.replace(/\s*\r?\n\s*/g, ' ')
    .trim() ?? '';

function boundaryOf(head: string): string | undefined {
  const type = field(head, 'content-type');
  const [, quoted, bare] =
    /^multipart\/[\w-]+.*?\bboundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(type) ?? [];
  return quoted ?? bare;
}

async function read(whole: Buffer): Promise<Part | undefined> {
  const { head } = halves(whole);
  const type = /^[^;\s]+/.exec(field(head, 'content-type'))?.[0].toLowerCase() ?? '';
  const id = /<([^>]*)>/.exec(field(head, 'content-id'))?.[1] ?? '';
  const { html, text, attachments } = await PostalMime.parse(whole);
  const [file] = attachments;
  const content = file ? file.content : (html ?? text ?? '');
  const bytes = new Uint8Array(
    typeof content === 'string' ? Buffer.from(content) : (content as ArrayBuffer),
  );
  if (type === '' && bytes.length === 0) return undefined;
  return {
    location: field(head, 'content-location'),
    id: id && `cid:${id}`,
    type,
    bytes,
    text: /^text\//.test(type) ? (html ?? new TextDecoder().decode(bytes)) : '',
  };
}
