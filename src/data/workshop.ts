/**
 * What the studio shares with the pages that it shows. Astro reads the stories in a world of modules of its own, apart
 * from that of its settings: what both are to see stands on the global object. In a build it is empty.
 */

interface Workshop {
  /** Texts that are tried and not saved yet, by their files' paths below the project's root. */
  readonly drafts: Map<string, string>;
  /** Whoever writes files through the studio shows it: only the studio's own page has it. */
  token: string;
}

const PLACE = Symbol.for('ballerina.workshop');

const shared = globalThis as { [PLACE]?: Workshop };
shared[PLACE] ??= { drafts: new Map(), token: '' };

export const workshop: Workshop = shared[PLACE];
