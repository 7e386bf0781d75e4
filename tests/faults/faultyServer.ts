/** The built site behind a line that spoils what it is told to spoil. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { SCENE_IDS } from '../../src/scenes/index.ts';
import { listen } from '../../src/server/listen.ts';
import { readSettings } from '../../src/server/settings.ts';
import { serveSite } from '../../src/server/site.ts';
import { TRANSITION_IDS } from '../../src/transitions/index.ts';

const script = (...names: readonly string[]) =>
  new RegExp(`/_astro/(${names.join('|')})[.-][^/]*\\.js$`);

/** Kinds of files, by their paths. */
export const FILES = {
  page: /\/(index\.html)?$/,
  'page script': script('story', 'stage', 'client\\.svelte'),
  'shared script': script('send', 'ends'),
  island: script('Controls', 'Staff', 'Sharing', 'SoundControl', 'Stage'),
  worker: script('worker'),
  'worker script': script('shapes', 'staffPainter', 'decodeClip'),
  'smooth scroll': script('smoothScroll'),
  scene: script(...SCENE_IDS),
  transition: script(...TRANSITION_IDS),
  still: /\/stills\//,
  clip: /\/clips\//,
  staff: /\/scores\//,
  font: /\.woff2$/,
  'sound script': script('storySound', 'soundtrack'),
  'audio manifest': /\/audio\/programme\.json$/,
  audio: /\/audio\/[^/]+\.(webm|mp3)$/,
  effect: /\/audio\/sfx\//,
} as const satisfies Readonly<Record<string, RegExp>>;
export type FileKind = keyof typeof FILES;

/** What a portal or a proxy gone wrong answers, whatever was asked for. */
const GARBAGE =
  '<!doctype html><title>Sign in</title><p>Please sign in to this network.</p>\n'.repeat(9);

interface Answer {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The right answer, not compressed: a part of it is that part of what is in it. */
  readonly whole: () => Promise<{ headers: Record<string, string>; body: Buffer }>;
  /** Ends the connection: at once; of a page, of which browsers drop what they have not read by then, with these faults. */
  readonly end: () => void;
}

/** What may become of an answer. */
const SPOIL = {
  missing: ({ response }) => response.writeHead(404).end('missing'),
  error: ({ response }) => response.writeHead(500).end('error'),
  /** Whole, but late. */
  slow: async ({ response, whole }) => {
    const { headers, body } = await whole();
    setTimeout(() => response.writeHead(200, headers).end(body), 1200);
  },
  /** Nothing is ever said. */
  hanging: () => {},
  /** The connection ends on the way: of a page, among its words. */
  cut: async ({ response, whole, end }) => {
    const { headers, body } = await whole();
    response.writeHead(200, headers);
    response.write(body.subarray(0, (body.length * 2) / 3), end);
  },
  /** Of the right type, and kept by the browser for as long as the right one would be. */
  garbage: async ({ response, whole }) => {
    const { headers } = await whole();
    delete headers['content-length'];
    response.writeHead(200, headers).end(GARBAGE);
  },
  /** The connection is reset. */
  reset: ({ request }) => request.socket.resetAndDestroy(),
} as const satisfies Readonly<Record<string, (answer: Answer) => unknown>>;
export type FaultKind = keyof typeof SPOIL;
export const FAULTS = Object.keys(SPOIL) as readonly FaultKind[];

export interface Spoilt {
  readonly file: FileKind;
  readonly fault: FaultKind;
}

export interface FaultyServer {
  /** Without a slash at its end. */
  readonly address: string;
  /** What is spoilt from now on; nothing, when empty. */
  spoil(what: readonly Spoilt[]): void;
  close(): void;
}

/** Serves `dist` on a free port. */
export async function faultyServer(): Promise<FaultyServer> {
  const { base } = readSettings(process.env);
  const site = serveSite({ dist: resolve('dist'), base });
  const sound = await listen(site, { base, host: '127.0.0.1', port: 0 });
  let spoilt: readonly Spoilt[] = [];
  const ends: (() => void)[] = [];
  const faulty = await listen(
    (request, response) => {
      const { pathname: path } = new URL(request.url ?? '/', sound.address);
      const { file, fault } = spoilt.find((one) => FILES[one.file].test(path)) ?? {};
      if (!fault) return site(request, response);
      const cut = () => void response.destroy();
      const end = file === 'page' ? () => void ends.push(cut) : cut;
      const whole = async () => {
        const answer = await fetch(new URL(path, sound.address), {
          headers: { 'Accept-Encoding': 'identity' },
        });
        const { connection, 'keep-alive': _, ...headers } = Object.fromEntries(answer.headers);
        return { headers, body: Buffer.from(await answer.arrayBuffer()) };
      };
      void SPOIL[fault]({ request, response, whole, end });
    },
    { base, host: '127.0.0.1', port: 0 },
  );
  return {
    address: faulty.address.replace(/\/$/, ''),
    spoil(what) {
      spoilt = what;
      for (const end of ends.splice(0)) end();
    },
    close() {
      faulty.close();
      sound.close();
    },
  };
}
