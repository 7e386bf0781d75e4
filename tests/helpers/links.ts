import { LinkChecker, LinkState } from 'linkinator';
import { listen } from '../../src/server/listen.ts';
import { serveSite } from '../../src/server/site.ts';

export interface Walk {
  /** Addresses that lead nowhere, with the page that names them. */
  readonly broken: readonly string[];
  /** Paths within the site that lead somewhere, base and all. */
  readonly found: readonly string[];
}

/**
 * Serves a built site and follows every link of it from page to page. What is
 * on other hosts is left alone; the site's own absolute addresses are tried here.
 *
 * @param dist the folder of built files
 * @param base '' or '/story'
 * @param site scheme and host of the site's absolute addresses
 * @param more pages to begin at besides the first, below the base: stories that it does not lead to
 */
export async function walkLinks(
  dist: string,
  base: string,
  site: string,
  more: readonly string[] = [],
): Promise<Walk> {
  const server = await listen(serveSite({ dist, base }), { host: '127.0.0.1', port: 0, base });
  const { origin } = new URL(server.address);
  try {
    const { links } = await new LinkChecker().check({
      path: [server.address, ...more.map((page) => server.address + page)],
      recurse: true,
      checkCss: true,
      retryErrors: false,
      timeout: 30_000,
      urlRewriteExpressions: [
        { pattern: new RegExp(`^${RegExp.escape(site)}`), replacement: origin },
      ],
      // What is below `replies/` is the service's, but for what the build makes there.
      linksToSkip: async (link) =>
        (!link.startsWith(origin) && !link.startsWith(site)) || /\/replies\/[^/?#]/.test(link),
    });
    return {
      broken: links
        .filter(({ state }) => state === LinkState.BROKEN)
        .map(({ url, parent, status }) => `${url} (${status}) on ${parent}`),
      found: links
        .filter(({ state, url }) => state === LinkState.OK && url.startsWith(origin))
        .map(({ url }) => new URL(url).pathname),
    };
  } finally {
    server.close();
  }
}
