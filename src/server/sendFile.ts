import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { conditionalStatus, mayBePart } from './conditions.ts';
import { acceptedEncodings } from './encoding.ts';
import type { Files, Representation } from './files.ts';
import { type ByteRange, byteRange } from './range.ts';

/** In bytes: as much of a large file is read at once. */
const CHUNK = 131_072;

export interface Sending {
  /** Absolute. */
  readonly file: string;
  /** Sent beside those of the file itself. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of a whole answer; anything but 200 is always sent whole. */
  readonly status?: number;
}

/**
 * Answers with a file: compressed where the client and the build allow it, 304 if
 * the client has it, 206 if it asks for a part.
 *
 * @throws where the file cannot be read; nothing has been sent then, or the connection is cut
 */
export async function sendFile(
  files: Files,
  request: IncomingMessage,
  response: ServerResponse,
  { file, headers: more, status = 200 }: Sending,
): Promise<void> {
  const { headers: asked, method } = request;
  const found = await files.represent(file, acceptedEncodings(asked['accept-encoding']));
  const headers = { ...more, ...found.headers };
  const condition = status === 200 ? conditionalStatus(asked, found) : 200;
  if (condition !== 200) {
    const { 'Content-Type': _type, 'Content-Encoding': _encoding, ...rest } = headers;
    response
      .writeHead(condition, condition === 412 ? { ...rest, 'Content-Length': 0 } : rest)
      .end();
    return;
  }
  const { size } = found;
  // Parts are something of GET alone (RFC 9110, section 14.2).
  const isPart = status === 200 && method === 'GET' && asked.range && mayBePart(asked, found);
  const range = isPart ? byteRange(asked.range!, size) : 'whole';
  if (range === 'none') {
    const refusal = { 'Content-Range': `bytes */${size}`, 'Content-Length': 0 };
    response.writeHead(416, { ...more, ...refusal }).end();
    return;
  }
  const part: ByteRange = range === 'whole' ? [0, size - 1] : range;
  const [start, end] = part;
  const head = { ...headers, 'Content-Length': end - start + 1 };
  const write = () =>
    range === 'whole'
      ? response.writeHead(status, head)
      : response.writeHead(206, { ...head, 'Content-Range': `bytes ${start}-${end}/${size}` });
  if (method === 'HEAD' || size === 0) write().end();
  else if (found.body)
    write().end(range === 'whole' ? found.body : found.body.subarray(start, end + 1));
  else await sendLarge(found, part, response, write);
}

/** Read while it is sent, so that it may change or go away in the middle. */
async function sendLarge(
  { source, size, modified }: Representation,
  [start, end]: ByteRange,
  response: ServerResponse,
  write: () => void,
): Promise<void> {
  const handle = await open(source);
  try {
    const now = await handle.stat();
    if (now.size !== size || now.mtimeMs !== modified) throw new Error(`${source} just changed`);
    write();
    const stream = handle.createReadStream({ start, end, autoClose: false, highWaterMark: CHUNK });
    await pipeline(stream, response, { end: false });
    // A file that was cut meanwhile: a client must not take for all what came of it.
    if (stream.bytesRead <= end - start) throw new Error(`${source} was cut while it was sent`);
    response.end();
  } finally {
    await handle.close();
  }
}
