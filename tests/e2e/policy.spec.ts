/** What pages are forbidden, by their own word and by the server's, in force. */
import { alive, expect, SLUGS, test } from './story.ts';

test('a page says its policy twice, and what it refuses is a fault @once', async ({
  page,
  faults,
}) => {
  const response = await page.goto(`/chapters/${SLUGS[3]}/`);
  const said = await page
    .locator('meta[http-equiv="content-security-policy"]')
    .getAttribute('content');
  expect(said).toContain("require-trusted-types-for 'script'");
  expect(await response!.headerValue('content-security-policy')).toBe(
    `frame-ancestors 'none', ${said}`,
  );
  // The stage's thread and the islands' templates are vouched for.
  await alive(page);
  expect(faults).toEqual([]);
  const refused = await page.evaluate(async () => {
    const tried = [
      () => document.body.insertAdjacentHTML('beforeend', '<i>x</i>'),
      () => new Worker('/embed.js'),
      () => fetch('https://elsewhere.example/'),
      () => Reflect.get(window, 'trustedTypes').createPolicy('another', {}),
    ].map(async (attempt) => attempt());
    return (await Promise.allSettled(tried)).map(({ status }) => status);
  });
  expect(refused).toEqual(Array(4).fill('rejected'));
  await expect
    .poll(() => faults.filter((fault) => fault.startsWith('console: policy: ')).length)
    // By the page and by the server, each.
    .toBeGreaterThanOrEqual(8);
  faults.length = 0;
});
