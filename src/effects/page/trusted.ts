/** Vouches for markup and scripts where browsers take none unvouched: what comes into a page by them comes through here. */
import { TRUSTED } from '../../config/trusted.ts';

/** Text for what it says it is; browsers that ask have types of their own in its place. */
interface Trusted {
  /** Markup that the site's service has printed. Scripts in it would not run: the page's policy has no hash of them. */
  createHTML(markup: string): string;
  /** Empty for what is no path of this host. */
  createScriptURL(address: string): string;
}

const { trustedTypes } = globalThis as {
  readonly trustedTypes?: { createPolicy(name: string, policy: Trusted): Trusted };
};

const own: Trusted = {
  createHTML: (markup) => markup,
  createScriptURL: (address) => (/^\/\w/.test(address) ? address : ''),
};

export const trusted: Trusted = trustedTypes?.createPolicy(TRUSTED, own) ?? own;
