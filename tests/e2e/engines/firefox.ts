/** Debian's Firefox ESR, which Playwright can drive as it is. */
import { firefox } from '@playwright/test';
import { FIREFOX } from '../../run/extras.ts';
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
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
  return {
    open: async (address) => void (await page.goto(address)),
    run: async (expression, frame) => {
      const place = frame === undefined ? page : page.frames()[frame + 1];
      if (!place) throw new Error(`No frame ${frame} yet`);
      return place.evaluate(expression);
    },
    press: (selector) => page.locator(selector).first().click(),
    close: () => browser.close(),
  };
}
