/** What the environment says about replies. */
import { join } from 'node:path';
import { UsageError } from '../settings.ts';

export interface ReplySettings {
  /** A libSQL file or an address of PostgreSQL. */
  readonly database: string;
  /** Where the key is kept, unless the environment gives one. */
  readonly keyFile: string;
  readonly key?: string;
  /** For this start; otherwise the one that `npm run replies -- passphrase` has set. */
  readonly passphrase?: string;
  /** Whether writers who were approved before need not wait. */
  readonly approves: boolean;
  /** Whether a proxy in front says whose request it is: the last address that it adds. */
  readonly proxied: boolean;
  /** Hosts with ports whose pages may be fetched although they are not public. */
  readonly near: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Characters that a passphrase has at least. */
export const SHORTEST_PASSPHRASE = 8;

/**
 * Whether the service is wanted: unless it is switched off.
 *
 * @throws UsageError for REPLIES that is neither on nor off
 */
export function areRepliesOn(env: Environment): boolean {
  const value = env['REPLIES']?.trim().toLowerCase() ?? '';
  if (value === '' || value === 'on') return true;
  if (value === 'off') return false;
  throw new UsageError(`REPLIES is "${env['REPLIES']}", but it is "on" or "off".`);
}

/**
 * @param root the folder of package.json
 * @throws UsageError for a value that is none of those that there are
 */
export function readReplySettings(env: Environment, root: string): ReplySettings {
  const database = env['REPLIES_DB']?.trim() || join(root, 'data', 'replies.db');
  const isFile = !/^\w+:\/\//.test(database);
  if (!isFile && !/^postgres(?:ql)?:\/\//.test(database)) {
    throw new UsageError(
      'REPLIES_DB is a file, such as "data/replies.db", or begins with "postgres://".',
    );
  }
  const approve = env['REPLIES_APPROVE']?.trim() ?? '';
  if (approve !== '' && approve !== 'returning') {
    throw new UsageError(`REPLIES_APPROVE is "${approve}", but there is only "returning".`);
  }
  const passphrase = env['REPLIES_PASSPHRASE'];
  if (passphrase && passphrase.length < SHORTEST_PASSPHRASE) {
    throw new UsageError(`REPLIES_PASSPHRASE has fewer than ${SHORTEST_PASSPHRASE} characters.`);
  }
  return {
    database,
    keyFile: isFile ? `${database}.key` : join(root, 'data', 'replies.key'),
    ...(env['REPLIES_KEY'] && { key: env['REPLIES_KEY'] }),
    ...(passphrase && { passphrase }),
    approves: approve === 'returning',
    proxied: env['REPLIES_PROXY'] === '1',
    near: (env['REPLIES_NEAR'] ?? '')
      .split(',')
      .map((host) => host.trim())
      .filter(Boolean),
  };
}
