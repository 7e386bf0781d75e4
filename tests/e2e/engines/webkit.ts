/** Debian's WebKitGTK, by the W3C's WebDriver protocol: https://www.w3.org/TR/webdriver2/ */
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../run/freePort.ts';
import type { Engine } from './engine.ts';

/** The key under which the protocol refers to elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Milliseconds until the driver listens, at most; and between two tries. */
const START = { longest: 30_000, pause: 100 };
/**
 * Debian's MiniBrowser (2.50.6) crashes now and then as it starts, above all where another has just ended, and the driver
 * waits for it for ever: it is begun anew, so often and after so many milliseconds.
 */
const AGAIN = { times: 5, after: 20_000, pause: 2_000 };

/** @param outside the port of the proxy for all that is not on this machine */
export async function openWebKit(outside: number): Promise<Engine> {
  for (let time = 1; ; time++) {
    const driver = await startDriver();
    try {
      return await openBrowser(driver, outside);
    } catch (error) {
      driver.kill();
      if (time === AGAIN.times || (error as Error).name !== 'TimeoutError') throw error;
      await pause(AGAIN.pause);
    }
  }
}

interface Driver {
  ask(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: object,
    longest?: number,
  ): Promise<unknown>;
  /** Ends it with its display and its browser. */
  kill(): void;
}

async function startDriver(): Promise<Driver> {
  const port = await freePort();
  // A group of its own: the display, the driver and the browser end together.
  const driver = spawn('xvfb-run', ['--auto-servernum', 'WebKitWebDriver', `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
  });
  const kill = () => driver.pid !== undefined && process.kill(-driver.pid);
  const ask: Driver['ask'] = async (method, path, body, longest) => {
    const options = {
      method,
      ...(body && { body: JSON.stringify(body) }),
      ...(longest !== undefined && { signal: AbortSignal.timeout(longest) }),
    };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, options);
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`WebDriver ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  for (const end = Date.now() + START.longest; ; await pause(START.pause)) {
    const ready = await ask('GET', '/status').catch((error: Error) => error);
    if (!(ready instanceof Error)) return { ask, kill };
    if (Date.now() > end) {
      kill();
      throw ready;
    }
  }
}

/** @throws TimeoutError where no browser comes */
async function openBrowser({ ask, kill }: Driver, outside: number): Promise<Engine> {
  const post = (path: string, body: object = {}) => ask('POST', path, body);
  const proxy = `127.0.0.1:${outside}`;
  const wanted = {
    proxy: {
      proxyType: 'manual',
      httpProxy: proxy,
      sslProxy: proxy,
      noProxy: ['localhost', '127.0.0.1'],
    },
  };
  const capabilities = { capabilities: { alwaysMatch: wanted } };
  const made = await ask('POST', '/session', capabilities, AGAIN.after);
  const session = `/session/${(made as { sessionId: string }).sessionId}`;
  await post(`${session}/window/rect`, { width: 1200, height: 800 });

  return {
    open: async (address) => void (await post(`${session}/url`, { url: address })),
    async run(expression, frame) {
      if (frame !== undefined) await post(`${session}/frame`, { id: frame });
      try {
        return await post(`${session}/execute/sync`, { script: `return ${expression}`, args: [] });
      } finally {
        if (frame !== undefined) await post(`${session}/frame`, { id: null });
      }
    },
    async press(selector) {
      const found = await post(`${session}/element`, { using: 'css selector', value: selector });
      const id = (found as { [ELEMENT]: string })[ELEMENT];
      await post(`${session}/element/${id}/click`);
    },
    async close() {
      await ask('DELETE', session).catch(() => {});
      kill();
    },
  };
}
