/** All that is secret hangs on one key: stamps, digests, sessions, the feed's address, emails. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Stamp } from '../../core/replies/spam.ts';
import { UsageError } from '../settings.ts';

/** Characters that a key has at least, where somebody chose it. */
const SHORTEST = 32;

/**
 * @param given a key from the environment
 * @param file where one is kept otherwise; made where there is none
 * @throws UsageError for a key that could be guessed
 */
export function readKey(given: string | undefined, file: string): string {
  if (given) {
    if (given.length >= SHORTEST) return given;
    throw new UsageError(`REPLIES_KEY is too short: make one with "openssl rand -hex 32".`);
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

export interface Secrets {
  /** A code that nobody else can make of these parts. */
  sign(purpose: string, ...parts: readonly string[]): string;
  isSigned(code: string, purpose: string, ...parts: readonly string[]): boolean;
  /** @param bound what it belongs to: moved elsewhere, it cannot be read */
  encrypt(text: string, bound: string): string;
  /** Undefined where the key is another, or somebody changed it. */
  decrypt(text: string, bound: string): string | undefined;
  /** @param now milliseconds since 1970 */
  stamp(place: string, now: number): string;
  readStamp(text: string, place: string): Stamp;
}

export function openSecrets(key: string): Secrets {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
  const emails = derive('emails');
  const keys = new Map<string, Buffer>();
  const sign = (purpose: string, ...parts: readonly string[]): string => {
    const own = keys.get(purpose) ?? derive(`sign ${purpose}`);
    keys.set(purpose, own);
    return createHmac('sha256', own).update(JSON.stringify(parts)).digest('base64url');
  };
  const isSigned = (code: string, purpose: string, ...parts: readonly string[]) =>
    isSame(code, sign(purpose, ...parts));
  return {
    sign,
    isSigned,
    encrypt(text, bound) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', emails, iv).setAAD(Buffer.from(bound));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    decrypt(text, bound) {
      try {
        const bytes = Buffer.from(text, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', emails, bytes.subarray(0, 12), {
          authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(bound)).setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString();
      } catch {
        return undefined;
      }
    },
    stamp: (place, now) => `${now.toString(36)}.${sign('stamp', place, now.toString(36))}`,
    readStamp(text, place) {
      if (text === '') return 'absent';
      const [given = '', code = ''] = text.split('.');
      return isSigned(code, 'stamp', place, given)
        ? { given: Number.parseInt(given, 36) }
        : 'forged';
    },
  };
}

/** Compared without telling by its time how much of it was right. */
export function isSame(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}

/** The passphrase as it is kept: `salt.hash`. */
export async function hashPassphrase(passphrase: string, salt = randomBytes(16)): Promise<string> {
  const hash = await new Promise<Buffer>((done, fail) => {
    const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 };
    scrypt(passphrase.normalize('NFKC'), salt, 32, cost, (error, key) =>
      error ? fail(error) : done(key),
    );
  });
  return `${salt.toString('base64url')}.${hash.toString('base64url')}`;
}

export async function isPassphrase(passphrase: string, kept: string): Promise<boolean> {
  const [salt = ''] = kept.split('.');
  return isSame(await hashPassphrase(passphrase, Buffer.from(salt, 'base64url')), kept);
}
