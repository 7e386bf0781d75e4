import { expect, test, vi } from 'vitest';
import { rangeWithin } from '../../../src/core/offline/range.ts';

vi.stubGlobal('self', { __WB_DISABLE_DEV_LOGS: true });
const { createPartialResponse } = await import('workbox-range-requests');

/** As Workbox answers the range that is left. */
async function answer(range: string): Promise<[number, string]> {
  const headers = { range: rangeWithin(range, 10) };
  const file = new Response('0123456789');
  const part = await createPartialResponse(
    new Request('https://story.example/', { headers }),
    file,
  );
  return [part.status, await part.text()];
}

test.each([
  ['bytes=0-1', 206, '01'],
  ['bytes=7-', 206, '789'],
  ['bytes=-3', 206, '789'],
  ['bytes=7-9', 206, '789'],
  ['bytes=7-65535', 206, '789'],
  ['bytes=-65535', 206, '0123456789'],
  ['bytes=20-30', 416, ''],
  ['bytes=0-1,4-5', 416, ''],
])('%s of ten bytes', async (range, status, text) => {
  expect(await answer(range)).toEqual([status, text]);
});
