/** What the environment may say about where the site is served. */

/** A mistake of the person who starts a command; its message is the one line they are shown. */
export class UsageError extends Error {}

export interface Settings {
  /** A host name or address to listen on; `localhost` means this machine alone. */
  readonly host: string;
  /** 0 to 65535; 0 lets the system choose. */
  readonly port: number;
  /** '' or '/story': what every address of the site begins with. */
  readonly base: string;
  /** Scheme and host that absolute addresses begin with; absent where the story file says it. */
  readonly site?: string;
  /** Folders of stories beside those of the source, below the project's. */
  readonly stories: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 4321;
const DEFAULT_HOST = 'localhost';

/** @throws UsageError for a PORT that is no port, a BASE_PATH that is no path, a SITE_URL that is no host's address or a folder in STORIES that is none */
export function readSettings(env: Environment): Settings {
  const site = readSite(env['SITE_URL']);
  return {
    ...(site !== undefined && { site }),
    host: env['HOST']?.trim() || DEFAULT_HOST,
    port: readPort(env['PORT']),
    base: readBase(env['BASE_PATH']),
    stories: readStories(env['STORIES']),
  };
}

function readPort(value: string | undefined): number {
  const text = value?.trim() ?? '';
  if (text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new UsageError(`PORT is "${value}", but a port is a whole number from 0 to 65535.`);
  }
  return port;
}

/** 'story', '/story' and '/story/' are the same base, '/story'; '/' is none, ''. */
function readBase(value: string | undefined): string {
  const path = (value ?? '').trim().replace(/^\/+|\/+$/g, '');
  if (path === '') return '';
  if (!/^[\w.~-]+(\/[\w.~-]+)*$/.test(path) || /(^|\/)\.\.?(\/|$)/.test(path)) {
    throw new UsageError(`BASE_PATH is "${value}", but a base path looks like "/story".`);
  }
  return `/${path}`;
}

/** Folders with commas between them; their last parts are the stories' names. */
function readStories(value: string | undefined): string[] {
  const folders = (value ?? '').split(',').map((folder) => folder.trim().replace(/\/+$/, ''));
  return folders.filter(Boolean).map((folder) => {
    if (!/^(?:\/|[a-z]:|\.\.?(?:\/|$))|\\|\/\.\.(?:\/|$)/i.test(folder)) return folder;
    throw new UsageError(
      `STORIES names "${folder}", but a story's folder lies below the project's, as "tests/fixtures/stories/la-doublure".`,
    );
  });
}

/** A path in it would be lost without a word: BASE_PATH is where it belongs. */
function readSite(value: string | undefined): string | undefined {
  const text = value?.trim() ?? '';
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `SITE_URL is "${value}", but the site's address looks like "https://example.org".`,
    );
  }
  if (url.pathname !== '/' || url.search || url.hash) {
    throw new UsageError(
      `SITE_URL is "${value}": say SITE_URL=${url.origin} BASE_PATH=${url.pathname.replace(/(.)\/$/, '$1')} instead.`,
    );
  }
  return url.origin;
}
