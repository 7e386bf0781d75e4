import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Settings, UsageError } from './settings.ts';

export interface Listening {
  /** Where the site is to be found, with its base and a final slash. */
  readonly address: string;
  /** Ends open connections and stops. */
  close(): void;
}

/**
 * Both of a machine's own addresses: browsers may try either for `localhost`,
 * and a stranger on one of them would hide this site from half of them.
 */
const LOOPBACK = ['127.0.0.1', '::1'];

/** In milliseconds. */
const PATIENCE = 60_000;
/** Connections that wait to be taken: of those beyond it (511 in Node itself) each tries again after 1, 3, 7 seconds. The system may allow fewer. */
const BACKLOG = 4_096;

/** @throws UsageError where the port is taken or not ours, or the host is not this machine */
export async function listen(
  listener: RequestListener,
  settings: Pick<Settings, 'host' | 'port' | 'base'>,
): Promise<Listening> {
  const servers: Server[] = [];
  const close = (): void => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  try {
    let { port } = settings;
    for (const host of settings.host === 'localhost' ? LOOPBACK : [settings.host]) {
      const server = await bind(listener, host, port).catch((error: NodeJS.ErrnoException) => {
        if (servers.length > 0 && isAbsentFamily(error)) return undefined;
        throw new UsageError(explain(error, { ...settings, port }));
      });
      if (!server) continue;
      servers.push(server);
      ({ port } = server.address() as AddressInfo);
    }
    return { address: `http://${urlHost(settings.host)}:${port}${settings.base}/`, close };
  } catch (error) {
    close();
    throw error;
  }
}

function bind(listener: RequestListener, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ headersTimeout: PATIENCE }, listener);
    // Whoever neither sends nor reads for so long is gone.
    server.timeout = PATIENCE;
    // No body is ever wanted: nobody is told to go on and send one.
    server.on('checkContinue', listener);
    server.once('error', reject);
    server.listen({ host, port, backlog: BACKLOG }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

/** A machine without IPv6 has no ::1 to listen on. */
function isAbsentFamily({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT' || code === 'EINVAL';
}

function explain(
  error: NodeJS.ErrnoException,
  { host, port }: Pick<Settings, 'host' | 'port'>,
): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use: stop what uses it, or choose another with PORT.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user: choose one above 1023 with PORT.`;
    default:
      return `HOST is "${host}", which is not an address of this machine (${error.code ?? error.message}).`;
  }
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
