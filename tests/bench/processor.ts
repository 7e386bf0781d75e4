/** What a browser takes of the machine: all its processes, with all their threads. */
import type { Browser } from '@playwright/test';

/** Milliseconds of processor time that they have taken so far. */
export async function processorTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}
