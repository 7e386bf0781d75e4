/** Debian's Firefox ESR, which Playwright can drive as it is. */
import { firefox } from '@playwright/test';
import { FIREFOX } from '../../run/extras.ts';
import { drive } from './drive.ts';
import type { Engine } from './engine.ts';

/** @param outside the port of the proxy for all that is not on this machine */
export async function openFirefox(outside: number): Promise<Engine> {
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: FIREFOX.proof[0]!,
    firefoxUserPrefs: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': outside,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': outside,
      'network.proxy.no_proxies_on': 'localhost,127.0.0.1',
    },
  });
  return drive(browser);
}
