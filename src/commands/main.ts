import { resolve } from 'node:path';
import { UsageError } from '../server/settings.ts';

/** The folder of package.json. */
export const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Runs a command: a mistake of the person who started it ends in one line and
 * exit code 1, a mistake of ours in its stack trace.
 */
export async function main(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
