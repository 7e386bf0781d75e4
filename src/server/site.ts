import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Files, openFiles } from './files.ts';
import { type Headers, headersFor, headersForMissing } from './headers.ts';
import { openPolicies, withPolicy } from './pagePolicy.ts';
import { resolve } from './resolve.ts';
import { sendFile } from './sendFile.ts';

export interface Site {
  /** The folder of built files, absolute. */
  readonly dist: string;
  /** '' or '/story'. */
  readonly base: string;
}

/** What is read of the built folder. */
interface Read {
  readonly files: Files;
  readonly policyOf: ReturnType<typeof openPolicies>;
}

/** Serves a built site; every request is answered from the folder as it is at that moment. */
export function serveSite(site: Site): RequestListener {
  const files = openFiles();
  const policyOf = openPolicies();
  return (request, response) => {
    answer(site, { files, policyOf }, request, response).catch(() => {
      // The client went away, or the file did between finding and reading it.
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'This page could not be read.');
    });
  };
}

async function answer(
  site: Site,
  { files, policyOf }: Read,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    // Closed, so that nobody has to read what a client may still be sending.
    const headers = { Allow: 'GET, HEAD', Connection: 'close' };
    return sendText(response, 405, 'Only GET and HEAD are answered here.', headers);
  }
  const target = resolve(request.url ?? '/', site);
  switch (target.kind) {
    case 'file': {
      const file = join(site.dist, target.file);
      const headers = withPolicy(headersFor(target.path), await policyOf(file));
      return sendFile(files, request, response, { file, headers });
    }
    case 'redirect': {
      const headers = { ...headersForMissing('/'), Location: target.location };
      response.writeHead(308, { ...headers, 'Content-Length': 0 }).end();
      return;
    }
    case 'missing': {
      const file = join(site.dist, '404.html');
      const headers = withPolicy(headersForMissing(target.path), await policyOf(file));
      return sendFile(files, request, response, { file, headers, status: 404 }).catch((error) => {
        if (response.headersSent) throw error;
        sendText(response, 404, 'Not found.');
      });
    }
    case 'malformed':
      return sendText(response, 400, 'This address is malformed.');
  }
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Headers = {},
): void {
  const body = `${text}\n`;
  const length = Buffer.byteLength(body);
  const type = { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': length };
  response.writeHead(status, { ...headersForMissing('/'), ...type, ...headers }).end(body);
}
