/** `npm run replies -- …`: what the desk does, and what is done to all replies at once. */

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { State } from '../server/replies/database.ts';
import { PASSPHRASE } from '../server/replies/desk.ts';
import { fromLines, toLines } from '../server/replies/lines.ts';
import { hashPassphrase } from '../server/replies/secrets.ts';
import { openReplies } from '../server/replies/serveReplies.ts';
import { readReplySettings, SHORTEST_PASSPHRASE } from '../server/replies/settings.ts';
import { UsageError } from '../server/settings.ts';
import { main, ROOT } from './main.ts';

const HELP = `npm run replies -- list [waiting|approved|rejected] [--place john-wick]
npm run replies -- approve ID …
npm run replies -- reject ID …
npm run replies -- remove ID …        nothing of it is left
npm run replies -- export [FILE]      all, a line of JSON each; emails in the clear
npm run replies -- import FILE        what is not there yet
npm run replies -- backup FILE        one consistent copy, while the service runs
npm run replies -- passphrase         asks for the desk's passphrase`;

const STATES: readonly string[] = ['waiting', 'approved', 'rejected'];

await main(async () => {
  const { values, positionals } = read();
  const [command, ...rest] = positionals;
  if (command === undefined || values.help) {
    console.log(HELP);
    return;
  }
  const settings = readReplySettings(process.env, ROOT);
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const { store, secrets } = await openReplies(settings);
  try {
    switch (command) {
      case 'list': {
        const [state] = rest;
        if (state !== undefined && !STATES.includes(state))
          throw new UsageError(`There is no state "${state}": ${STATES.join(', ')}.`);
        const rows = await store.list({ state: state as State | undefined, place: values.place });
        for (const row of rows) {
          const email =
            row.email === null ? '' : ` <${secrets.decrypt(row.email, row.id) ?? 'another key'}>`;
          const where = row.url ? ` from ${row.url}` : '';
          console.log(
            `${row.id}  ${row.state}  ${new Date(row.created).toISOString().slice(0, 16)}  ${row.place}  ${row.name}${email}${where}`,
          );
          console.log(row.text.replace(/^/gm, '    '));
        }
        console.log(`${rows.length} ${rows.length === 1 ? 'reply' : 'replies'}`);
        return;
      }
      case 'approve':
      case 'reject':
      case 'remove': {
        if (rest.length === 0) throw new UsageError(`Say which: npm run replies -- ${command} ID`);
        const done = { approve: 'approved', reject: 'rejected', remove: 'removed' }[command];
        const missing: string[] = [];
        for (const id of rest) {
          const found =
            command === 'remove' ? await store.remove(id) : await store.decide(id, done as State);
          if (found) console.log(`${id} ${done}`);
          else missing.push(id);
        }
        if (missing.length > 0) throw new UsageError(`There is no reply ${missing.join(', ')}.`);
        return;
      }
      case 'export': {
        const rows = await store.list();
        const lines = toLines(rows, secrets);
        if (rest[0] === undefined) process.stdout.write(lines);
        else writeFileSync(resolve(cwd, rest[0]), lines, { mode: 0o600 });
        console.error(`${rows.length} exported`);
        return;
      }
      case 'import': {
        if (rest[0] === undefined)
          throw new UsageError('Say which file: npm run replies -- import FILE');
        const text = readFileSync(rest[0] === '-' ? 0 : resolve(cwd, rest[0]), 'utf8');
        const replies = fromLines(text, secrets);
        const added = await store.importAll(replies);
        console.log(`${added} imported, ${replies.length - added} were there already`);
        return;
      }
      case 'backup': {
        if (rest[0] === undefined)
          throw new UsageError('Say where to: npm run replies -- backup FILE');
        await store.copyTo(resolve(cwd, rest[0]));
        console.log(
          `${rest[0]} is a copy. The key is in ${settings.key ? 'REPLIES_KEY' : settings.keyFile}: without it emails cannot be read.`,
        );
        return;
      }
      case 'passphrase': {
        const passphrase = await ask();
        if (passphrase.length < SHORTEST_PASSPHRASE)
          throw new UsageError(`A passphrase has at least ${SHORTEST_PASSPHRASE} characters.`);
        await store.setFact(PASSPHRASE, await hashPassphrase(passphrase));
        await store.closeSessions();
        console.log('It is set, and whoever was at the desk has to enter again.');
        return;
      }
      default:
        throw new UsageError(`There is no "${command}".\n${HELP}`);
    }
  } finally {
    await store.close();
  }
});

function read() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { place: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${HELP}`);
  }
}

/** Typed, or the first line of what is piped in. */
async function ask(): Promise<string> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stderr,
    terminal: process.stdin.isTTY,
  });
  try {
    return process.stdin.isTTY
      ? await lines.question('Passphrase: ')
      : ((await lines[Symbol.asyncIterator]().next()).value ?? '');
  } finally {
    lines.close();
  }
}
