/** Trusted types: who may vouch for markup and for addresses of scripts, where browsers ask. */

/** The site's own policy, see `effects/page/trusted.ts`. */
export const TRUSTED = 'story';

/** For a content policy. The second name is Svelte's: it vouches for the templates that it has compiled. */
export const TRUSTED_TYPES = `require-trusted-types-for 'script'; trusted-types ${TRUSTED} svelte-trusted-html`;
