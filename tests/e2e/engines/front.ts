/**
 * Stands before the site and beside it, for browsers that can be asked little: tells
 * what went wrong in their pages, serves pages of other people, and takes every
 * request that was to leave this machine.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Front {
  /** The site's address, with a slash at its end. */
  readonly site: string;
  /** The port of the proxy for all that is not on this machine. */
  readonly outside: number;
  /** Puts a page on another host of this machine. @returns its address */
  page(body: string): string;
  /** Paths of the site that were asked for; whoever wants to know of a visit empties it before. */
  readonly requests: Set<string>;
  /** What went wrong since it was last asked: errors, blocked resources, requests to other hosts. */
  faults(): readonly string[];
  close(): Promise<void>;
}

/** Before a page's own policy, which holds from where it stands on. Frames tell the page around them. */
const RECORDER = `(function () {
  var tell = function (fault) {
    if (parent === window) navigator.sendBeacon('/faults', fault);
    else parent.postMessage({ fault: fault }, '*');
  };
  addEventListener('message', function (event) {
    if (event.data && event.data.fault) tell(event.data.fault);
  });
  addEventListener('error', function (event) {
    var from = event.target || {};
    // A hint. Firefox reports one for a module that it already has; should the module itself not come, its import tells.
    if (from.rel === 'modulepreload') return;
    tell('error: ' + (event.message || [from.nodeName, from.src || from.href, 'on ' + location.pathname].join(' ')));
  }, true);
  addEventListener('unhandledrejection', function (event) {
    // The page may excuse it.
    setTimeout(function () { if (!event.defaultPrevented) tell('rejection: ' + event.reason); });
  });
  addEventListener('securitypolicyviolation', function (event) {
    tell('policy: ' + event.violatedDirective + ' ' + event.blockedURI);
  });
  var log = console.error;
  console.error = function () { tell('console: ' + [].join.call(arguments, ' ')); log.apply(console, arguments); };
})()`;
const RECORDER_HASH = `'sha256-${createHash('sha256').update(RECORDER).digest('base64')}'`;
/** What browsers ask their makers, whatever the page. */
const MAKERS = /\.(mozilla\.(com|org|net)|firefox\.com)(:|\/|$)/;

/** @param site the address of the site itself */
export async function openFront(site: string): Promise<Front> {
  const faults: string[] = [];
  const pages: string[] = [];
  const requests = new Set<string>();
  const recorded = (html: string) =>
    html.replace(/<head>/i, (head) => `${head}<script>${RECORDER}</script>`);

  const front = createServer((asked, answer) => {
    const { url = '/', headers } = asked;
    if (url === '/faults') {
      void bodyOf(asked).then((fault) => faults.push(String(fault)));
      answer.writeHead(204).end();
    } else if (headers.host?.startsWith('127.0.0.1')) {
      const page = pages[Number(/^\/(\d+)$/.exec(url)?.[1])];
      answer.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page);
    } else {
      requests.add(url.replace(/\?.*/, ''));
      const whole = { ...headers, 'accept-encoding': 'identity' };
      const passed = request(
        new URL(url, site),
        // No connection is used twice: the site may be closing it at that moment.
        { method: asked.method, headers: whole, agent: false },
        (got) => {
          if (!got.headers['content-type']?.startsWith('text/html')) {
            answer.writeHead(got.statusCode!, got.headers);
            got.pipe(answer);
            return;
          }
          const { 'content-length': _, 'content-security-policy': policy, ...kept } = got.headers;
          // The server's word holds for the recorder, too.
          const allowed = String(policy).replace(/script-src /, `$&${RECORDER_HASH} `);
          answer.writeHead(got.statusCode!, { ...kept, 'content-security-policy': allowed });
          void bodyOf(got).then((html) => answer.end(recorded(String(html))));
        },
      );
      // Whoever leaves in mid-transfer does so on purpose.
      passed.on('error', () => answer.destroy());
      asked.pipe(passed);
    }
  });
  const left = (address = '') => MAKERS.test(address) || faults.push(`request: ${address}`);
  const outside = createServer((asked, answer) => {
    left(asked.url);
    answer.writeHead(502).end();
  });
  outside.on('connect', ({ url }, socket) => {
    left(url);
    socket.end('HTTP/1.1 502 Nothing leaves\r\n\r\n');
  });
  const port = await listen(front);
  return {
    site: `http://localhost:${port}${new URL(site).pathname}`,
    outside: await listen(outside),
    page(body) {
      pages.push(
        recorded(`<!doctype html><html lang="en"><head><title>A blog</title></head>${body}</html>`),
      );
      return `http://127.0.0.1:${port}/${pages.length - 1}`;
    },
    requests,
    faults: () => faults.splice(0),
    close: async () => {
      for (const server of [front, outside]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await message.toArray());
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, done));
  return (server.address() as AddressInfo).port;
}
