/**
 * Imports parts of the program that are not needed at once. Browsers remember a
 * module that could not be read (all of them what was damaged, Firefox also what did not
 * come): another attempt needs another address.
 */
import { type Attempt, keepTrying } from './keepTrying.ts';
import { refresh } from './refresh.ts';

/** Addresses asked for again so far: none is used twice. */
let again = 0;

/** All files of a part are here and whole, and yet it cannot be imported: only a new page or thread can. */
export class Remembered extends Error {}

/**
 * Imports a part for an attempt.
 *
 * @param load a function that imports it by `import('…')`, from which the address is read
 * @param found what of the module is wanted, where `load` gives only that
 * @throws Remembered where one of the modules that the part needs is remembered as damaged
 */
export async function importPart<Part>(
  load: () => Promise<Part>,
  attempt: Attempt,
  found = (module: unknown) => module as Part,
): Promise<Part> {
  const [, written] = /import\(\s*["'`]([^"'`]+)/.exec(String(load)) ?? [];
  if (attempt.number === 0 || written === undefined) return load();
  const url = new URL(written, import.meta.url);
  // What it needs is not asked for at another address; it may have been kept as it was.
  const whole = attempt.number > 1;
  if (whole) await refresh(url.href, attempt);
  url.searchParams.set('retry', String(++again));
  try {
    return found(await import(/* @vite-ignore */ url.href));
  } catch (error) {
    throw whole ? new Remembered(url.pathname, { cause: error }) : error;
  }
}

/**
 * Imports a part that a reader has just asked for, and waits: twice is tried, then they are told.
 *
 * @param load as for `importPart`
 * @throws when it cannot be had now
 */
export const importNow = <Part>(load: () => Promise<Part>): Promise<Part> =>
  keepTrying((attempt) => importPart(load, attempt), { attempts: 2 });
