/** Counts the pictures that are painted on the stage's thread. */
import type { BrowserContext, Page } from '@playwright/test';

const CHANNEL = 'bench-pictures';

/** Stands before the worker's own code: each picture sets its opaque canvas's scale once. */
const COUNTER = `{
  let pictures = 0;
  const { getContext } = OffscreenCanvas.prototype;
  OffscreenCanvas.prototype.getContext = function (kind, how) {
    const context = getContext.call(this, kind, how);
    if (how?.alpha === false) {
      const { setTransform } = context;
      context.setTransform = function (...matrix) {
        pictures++;
        setTransform.apply(context, matrix);
      };
    }
    return context;
  };
  const channel = new BroadcastChannel(${JSON.stringify(CHANNEL)});
  channel.addEventListener('message', ({ data }) => data === 'how many' && channel.postMessage(pictures));
}
`;

/** To be called before a page of the context is opened. */
export async function countPictures(context: BrowserContext): Promise<void> {
  await context.route(/\/_astro\/worker-[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: COUNTER + (await response.text()) });
  });
}

/** How many have been painted so far. */
export const picturesOf = (page: Page): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((tell) => {
        const channel = new BroadcastChannel(name);
        channel.addEventListener('message', ({ data }) => {
          tell(data);
          channel.close();
        });
        channel.postMessage('how many');
      }),
    CHANNEL,
  );

/** Closes a page and whatever it has at work: a thread that outlives it would be counted for the next. */
export async function closeAll(page: Page): Promise<void> {
  await page.goto('about:blank');
  for (let tries = 0; page.workers().length > 0; tries++) {
    if (tries === 100) throw new Error('A worker outlives its page.');
    await page.waitForTimeout(20);
  }
  await page.context().close();
}
