/** A real WordPress for the length of some tests: its own folder, database and server, on this machine only. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MARIADB, PHP, WORDPRESS_FOLDER } from '../../../run/extras.ts';
import { freePort } from '../../../run/freePort.ts';

export interface Post {
  readonly title: string;
  /** As the editor keeps it: blocks, or the words of a classic post. */
  readonly content: string;
  /** An author may not write scripts and frames. */
  readonly author: 'administrator' | 'author';
}

export interface WordPress {
  readonly version: string;
  /** Where the blog is, without a slash at its end. */
  readonly home: string;
  /** Publishes posts, each by its author. @returns their addresses, in order */
  publish(posts: readonly Post[]): string[];
  /** Tells the pages that new posts link to, as its clock does a moment after they are published. */
  ping(): void;
  /** What the block editor is told of an address. */
  preview(address: string): { readonly html: string; readonly type: string };
  stop(): void;
}

/** Where WordPress is; another one than the system's may be tried. */
const SOURCE = process.env['WORDPRESS_PATH'] ?? WORDPRESS_FOLDER;

/** @param site where the story is served, with a slash at its end */
export async function startWordPress(site: string): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'wp-'));
  const blog = join(folder, 'blog');
  const running: ChildProcess[] = [];
  const end = () => {
    for (const child of running) child.kill('SIGKILL');
    // They may write until they have ended.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  process.once('exit', end);
  try {
    // A copy: WordPress takes its settings from the folder it lies in.
    cpSync(SOURCE, blog, { recursive: true, dereference: true });
    copyFileSync(join(import.meta.dirname, 'wp-config.php'), join(blog, 'wp-config.php'));
    mkdirSync(join(blog, 'wp-content/mu-plugins'), { recursive: true });
    copyFileSync(
      join(import.meta.dirname, 'loopback.php'),
      join(blog, 'wp-content/mu-plugins/loopback.php'),
    );
    const port = await freePort();
    const home = `http://127.0.0.1:${port}`;
    const socket = join(folder, 'database.sock');
    const env = {
      ...process.env,
      STORY_WP_SOCKET: socket,
      STORY_WP_HOME: home,
      STORY_WP_SITE: site,
      STORY_WP_PUBLISHED: await published(site),
    };
    const php = (script: string, input = ''): string => {
      const args = [join(import.meta.dirname, script), blog];
      const { status, stdout, stderr } = spawnSync(PHP, args, { env, input, encoding: 'utf8' });
      if (status !== 0) throw new Error(`${script}: ${stdout}${stderr}`);
      return stdout;
    };
    const ask = (question: object): Answer =>
      JSON.parse(php('publish.php', JSON.stringify(question)));

    running.push(startDatabase(folder, socket));
    const version = php('install.php');
    running.push(
      start(PHP, ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, '-t', blog], env),
    );
    await answers(home);
    return {
      version,
      home,
      publish: (posts) => [...ask({ posts }).posts],
      ping: () => void ask({ posts: [], ping: true }),
      preview: (address) => ask({ posts: [], preview: address }).preview,
      stop() {
        process.off('exit', end);
        end();
      },
    };
  } catch (error) {
    process.off('exit', end);
    end();
    throw error;
  }
}

interface Answer {
  readonly posts: readonly string[];
  readonly preview: { readonly html: string; readonly type: string };
}

/** Reached by its socket alone. It asks for no password, so it needs no tables of its own. */
function startDatabase(folder: string, socket: string): ChildProcess {
  const data = join(folder, 'data');
  mkdirSync(join(data, 'mysql'), { recursive: true });
  return start(MARIADB, [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    '--skip-networking',
    '--skip-grant-tables',
    '--skip-innodb',
    '--default-storage-engine=MyISAM',
    // Refused to root unless it is asked for.
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ]);
}

/** Ended by the system when the tests end, also where they are killed and can end nothing themselves. */
function start(program: string, args: readonly string[], env = process.env): ChildProcess {
  return spawn('setpriv', ['--pdeathsig=KILL', program, ...args], { env, stdio: 'ignore' });
}

/** The address that the site names itself by, with a slash at its end. */
async function published(site: string): Promise<string> {
  const html = await (await fetch(site)).text();
  const [, address] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
  if (!address) throw new Error(`${site} does not say its address`);
  return address;
}

async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    try {
      await fetch(address, { redirect: 'manual' });
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error(`${address} does not answer`);
}
