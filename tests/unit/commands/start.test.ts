import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const COMMANDS = resolve(import.meta.dirname, '../../../src/commands');

/** Runs a script until it ends. */
function run(
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [script], { env: { PATH: '', ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once('error', reject);
    child.once('close', (code) => done({ code, output }));
  });
}

async function takePort(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await new Promise((ready) => server.once('listening', ready));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test.each(['localhost', '127.0.0.1'])('a port in use on %s: one line, no stack', async (host) => {
  const port = await takePort('127.0.0.1');
  const { code, output } = await run(join(COMMANDS, 'start.ts'), { HOST: host, PORT: `${port}` });
  expect(code).toBe(1);
  expect(output).toBe(`Port ${port} is in use: stop what uses it, or choose another with PORT.\n`);
});

test.each([
  [{ PORT: 'eighty' }, 'PORT is "eighty", but a port is a whole number from 0 to 65535.\n'],
  [{ BASE_PATH: '../x' }, 'BASE_PATH is "../x", but a base path looks like "/story".\n'],
])('%o: one line, no stack', async (env, line) => {
  expect(await run(join(COMMANDS, 'start.ts'), env)).toEqual({ code: 1, output: line });
});

test('a host that is not this machine: one line, no stack', async () => {
  const { code, output } = await run(join(COMMANDS, 'start.ts'), { HOST: '192.0.2.1', PORT: '0' });
  expect(code).toBe(1);
  expect(output).toMatch(/^HOST is "192\.0\.2\.1", which is not an address .+\n$/);
});
