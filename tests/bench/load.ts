/** What scrolling takes of the whole machine, at its full speed: nothing is traced or slowed down, for both take much themselves. */
import type { Page } from '@playwright/test';
import { picturesOf } from './pictures.ts';
import { processorTime } from './processor.ts';

export interface Load {
  /** Milliseconds of all threads of the browser in a second. */
  readonly all: number;
  /** Pictures that the stage's thread has painted in a second. */
  readonly pictures: number;
}

/**
 * @param scroll scrolls the page; it is elsewhere at the end
 * @param paints whether there is a stage: it counts its pictures, see `pictures.ts`
 * @throws Error when nothing has moved
 */
export async function loadOf(
  page: Page,
  scroll: () => Promise<void>,
  paints = true,
): Promise<Load> {
  const browser = page.context().browser()!;
  const place = () => page.evaluate(() => scrollY);
  const painted = async () => (paints ? await picturesOf(page) : 0);
  const before = {
    place: await place(),
    pictures: await painted(),
    time: await processorTime(browser),
  };
  const start = performance.now();
  await scroll();
  const seconds = (performance.now() - start) / 1000;
  const all = ((await processorTime(browser)) - before.time) / seconds;
  const pictures = ((await painted()) - before.pictures) / seconds;
  const moved = Math.abs((await place()) - before.place);
  if (moved < 1 || (paints && pictures === 0))
    throw new Error(`Nothing has moved at ${page.url()}.`);
  return { all, pictures };
}
