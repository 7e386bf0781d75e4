/** Names of the studio, which is there in development alone. */

/** The path of its page below the site's base. No story can have it. */
export const STUDIO_PATH = '_studio/';
/** Below it, what it asks and tells. */
export const STUDIO_API = `${STUDIO_PATH}api`;
/** The header that shows that it is the studio's own page that asks. */
export const STUDIO_HEADER = 'x-studio';
