/** The Chromium of all other tests, asked as little as the other engines. */
import { chromium, type LaunchOptions } from '@playwright/test';
import { drive } from './drive.ts';
import type { Engine } from './engine.ts';

/** @param outside the port of the proxy for all that is not on this machine */
export async function openChromium(outside: number, options: LaunchOptions): Promise<Engine> {
  const proxy = { server: `http://127.0.0.1:${outside}`, bypass: 'localhost,127.0.0.1' };
  // Names are the proxy's business: it tells what was asked.
  const args = options.args?.filter((arg) => !arg.startsWith('--host-resolver-rules'));
  return drive(await chromium.launch({ ...options, args: args ?? [], proxy }));
}
