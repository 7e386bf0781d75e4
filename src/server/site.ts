import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { headersFor, headersForMissing } from './headers.ts';
import { resolve } from './resolve.ts';
import { sendFile } from './sendFile.ts';

export interface Site {
  /** The folder of built files, absolute. */
  readonly dist: string;
  /** '' or '/story'. */
  readonly base: string;
}

/** Serves a built site; every request is answered from the folder as it is at that moment. */
export function serveSite(site: Site): RequestListener {
  return (request, response) => {
    answer(site, request, response).catch(() => {
      // The client went away, or the file did between finding and reading it.
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'This page could not be read.');
    });
  };
}

async function answer(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendText(response, 405, 'Only GET and HEAD are answered here.');
  }
  const target = resolve(request.url ?? '/', site);
  switch (target.kind) {
    case 'file':
      setHeaders(response, headersFor(target.path));
      return sendFile(request, response, join(site.dist, target.file));
    case 'redirect':
      setHeaders(response, headersForMissing('/'));
      response.writeHead(308, { Location: target.location }).end();
      return;
    case 'missing':
      setHeaders(response, headersForMissing(target.path));
      return sendMissing(site, request, response);
    case 'malformed':
      return sendText(response, 400, 'This address is malformed.');
  }
}

async function sendMissing(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await sendFile(request, response, join(site.dist, '404.html'), 404);
  } catch (error) {
    if (response.headersSent) throw error;
    sendText(response, 404, 'Not found.');
  }
}

function sendText(response: ServerResponse, status: number, text: string): void {
  setHeaders(response, headersForMissing('/'));
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
