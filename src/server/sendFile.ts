import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { acceptedEncoding } from './encoding.ts';
import { mediaType } from './mediaTypes.ts';
import { byteRange } from './range.ts';

interface Representation {
  readonly handle: FileHandle;
  /** Of this representation, in bytes. */
  readonly size: number;
  readonly headers: OutgoingHttpHeaders & { readonly ETag: string };
}

/**
 * Answers with a file: compressed where the client and the build allow it,
 * 304 if the client has it, 206 if it asks for a part. Headers that `response`
 * has already are sent along.
 *
 * @param status of a whole answer; anything but 200 is always sent whole
 * @throws where the file cannot be opened; nothing has been sent then
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  status = 200,
): Promise<void> {
  const { handle, size, headers } = await represent(file, request.headers['accept-encoding']);
  try {
    if (status === 200 && isKnown(request.headers['if-none-match'], headers.ETag)) {
      response.writeHead(304, { ETag: headers.ETag, Vary: headers['Vary'] }).end();
      return;
    }
    const range = status === 200 ? requestedRange(request, headers.ETag, size) : undefined;
    if (range && range[0] >= size) {
      response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
      return;
    }
    const [start, end] = range ?? [0, size - 1];
    response.writeHead(range ? 206 : status, {
      ...headers,
      'Content-Length': end - start + 1,
      ...(range && { 'Content-Range': `bytes ${start}-${end}/${size}` }),
    });
    if (request.method === 'HEAD' || size === 0) response.end();
    else await pipeline(handle.createReadStream({ start, end, autoClose: false }), response);
  } finally {
    await handle.close();
  }
}

/** The compressed copy if there is one that the client takes, else the file itself. */
async function represent(file: string, accept: string | undefined): Promise<Representation> {
  const encoding = acceptedEncoding(accept);
  const copy = encoding && (await open(file + encoding.ending).catch(() => undefined));
  const handle = copy ?? (await open(file));
  const { size, mtimeMs } = await handle.stat();
  return {
    handle,
    size,
    headers: {
      'Accept-Ranges': 'bytes',
      'Content-Type': mediaType(file),
      ETag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
      Vary: 'Accept-Encoding',
      ...(copy && { 'Content-Encoding': encoding?.name }),
    },
  };
}

/** An If-Range that names another version turns a part into the whole. */
function requestedRange(
  request: IncomingMessage,
  etag: string,
  size: number,
): [number, number] | undefined {
  const { range, 'if-range': condition } = request.headers;
  if (range === undefined || (condition !== undefined && condition !== etag)) return undefined;
  return byteRange(range, size);
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
