/** Pages of other people, served from another origin, with our frames in them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect, type FrameLocator, type Page } from '@playwright/test';
import { encodeClip } from '../../../src/pipelines/art/encode.ts';
import { makeDance } from '../../fixtures/dance.ts';
import { tellRefused } from '../story.ts';

interface Host {
  /** Puts a page on the other origin. @returns its address */
  page(body: string, options?: HostPage): string;
}

interface HostPage {
  readonly headers?: Readonly<Record<string, string>>;
  readonly head?: string;
  /** Attributes of the html element. */
  readonly html?: string;
  /** Scripts as files, by name: for pages whose policy forbids inline ones. */
  readonly files?: Readonly<Record<string, string>>;
}

interface Fixtures {
  /** The site's own address, with a slash at its end. */
  readonly site: string;
  readonly host: Host;
  /** Errors of all frames, collected; a test that expects some empties it. */
  readonly faults: string[];
}

export const test = base.extend<Fixtures>({
  site: async ({ baseURL }, use) => use(baseURL!),

  // Another address of the same machine is another site to the browser.
  host: async ({ browserName: _ }, use) => {
    const files = new Map<string, { content: string; headers: Record<string, string> }>();
    const server = createServer((request, response) => {
      const file = files.get(request.url!.split(/[?#]/)[0]!);
      response.writeHead(file ? 200 : 404, file?.headers).end(file?.content);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    files.set('/favicon.ico', { content: '', headers: {} });
    await use({
      page(body, { headers = {}, head = '', html = 'lang="en"', files: scripts = {} } = {}) {
        const path = `/${files.size}.html`;
        const content = `<!doctype html><html ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A blog</title>${head}</head><body>${body}</body></html>`;
        files.set(path, { content, headers: { 'Content-Type': 'text/html', ...headers } });
        for (const [name, script] of Object.entries(scripts)) {
          files.set(`/${name}`, {
            content: script,
            headers: { 'Content-Type': 'text/javascript' },
          });
        }
        return origin + path;
      },
    });
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  },

  faults: [
    async ({ page, site }, use) => {
      const faults: string[] = [];
      await page.addInitScript(tellRefused);
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('request', (request) => {
        const { protocol, origin, hostname, href } = new URL(request.url());
        const known = origin === new URL(site).origin || hostname === '127.0.0.1';
        if (protocol.startsWith('http') && !known) faults.push(`request: ${href}`);
      });
      // The same short dance for every chapter, whatever the real ones are.
      const clip = encodeClip(makeDance());
      await page.route('**/clips/*.json', (route) =>
        route.fulfill({ contentType: 'application/json', headers: OPEN, body: clip }),
      );
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});
const OPEN = { 'Access-Control-Allow-Origin': '*' };

export { expect };

/** The frame within our element, or a plain one. */
export function frameOf(page: Page, index = 0): FrameLocator {
  return page.locator('iframe').nth(index).contentFrame();
}

/** Waits until a frame's player runs. */
export async function listening(frame: Pick<FrameLocator, 'locator'>): Promise<void> {
  await expect(frame.locator('[data-frame-content][data-alive]')).toBeAttached();
}

/** How far a frame's dance is, 0 to 1. Its animation is asked: out of sight styles stay as they were. */
export function share(frame: Pick<FrameLocator, 'locator'>): Promise<number> {
  return frame.locator('[data-line]').evaluate((line: HTMLElement) => {
    const effect = line.getAnimations({ subtree: true })[0]?.effect as KeyframeEffect | undefined;
    if (!effect) return 0;
    // First comes the dark, out of which she begins again.
    const dark = effect.getKeyframes()[1]!.computedOffset;
    const progress = effect.getComputedTiming().progress ?? 0;
    return Math.max(0, Math.round(((progress - dark) / (1 - dark)) * 1e3) / 1e3);
  });
}

/** Records an element's events, in order, on `window.heard`. */
export const RECORD = `
  window.heard = [];
  for (const kind of ['ready', 'chapter', 'play', 'pause'])
    document.addEventListener(kind, (event) => heard.push([kind, event.detail && event.detail.chapter]), true);
`;

export function heard(page: Page): Promise<[string, string | undefined][]> {
  return page.evaluate(
    () => (window as unknown as { heard: [string, string | undefined][] }).heard,
  );
}

/** Heights of the frames on a page, in CSS pixels. */
export function heights(page: Page): Promise<number[]> {
  return page
    .locator('iframe')
    .evaluateAll((all) => all.map((frame) => frame.getBoundingClientRect().height));
}
