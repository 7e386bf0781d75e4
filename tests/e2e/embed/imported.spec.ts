/** The whole way of an article: imported, built, served, read, shared, and embedded in a blog. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { listen } from '../../../src/server/listen.ts';
import { serveSite } from '../../../src/server/site.ts';
import { commandOf, ROOT } from '../../run/tool.ts';
import { alive, picture, scrollTo } from '../story.ts';
import { expect, frameOf, listening, test } from './hosts.ts';

const NAME = 'made-shared';
const FOLDER = `.cache/stories/${NAME}`;
const ARTICLE = 'tests/fixtures/articles/page/curtain-call.html';
const run = promisify(execFile);

test('an article is imported, built, served, scrolled, shared and embedded', async ({
  page,
  context,
  host,
}) => {
  const dist = mkdtempSync(join(tmpdir(), 'imported-'));
  const server = await listen(serveSite({ dist, base: '' }), {
    host: '127.0.0.1',
    port: 0,
    base: '',
  });
  try {
    const home = `${server.address}${NAME}/`;
    const env = {
      ...process.env,
      INIT_CWD: ROOT,
      STORIES: FOLDER,
      SITE_URL: new URL(server.address).origin,
      BASE_PATH: '',
      ASTRO_TELEMETRY_DISABLED: '1',
    };
    const { stdout } = await run(
      process.execPath,
      ['src/commands/import.ts', ARTICLE, '--out', FOLDER, '--force'],
      { cwd: ROOT, env },
    );
    expect(stdout).toContain(`Wrote ${FOLDER}: 4 chapters`);
    const [program, args] = commandOf('astro', ['build', '--outDir', dist]);
    await run(program, args, { cwd: ROOT, env });

    await page.goto(home);
    await alive(page);
    const words = readFileSync(resolve(ROOT, FOLDER, 'chapters/02-the-wrong-bow.md'), 'utf8');
    const title = /^title: (.*)$/m.exec(words)![1]!;
    const before = await picture(page);
    await scrollTo(page, 'the-wrong-bow', 0.3);
    await expect(page).toHaveURL(`${home}chapters/the-wrong-bow/`);
    await expect.poll(() => picture(page)).not.toBe(before);
    const image = page.locator('.step img').first();
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(0);

    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }));
    const share = page.locator('[data-share="the-wrong-bow"]');
    await share.getByRole('button', { name: 'Share this chapter' }).click();
    await expect(share.getByRole('status')).toHaveText('Link copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).pathname).toBe(`/${NAME}/chapters/the-wrong-bow/`);

    await page.goto(
      host.page(
        `<ballerina-story><a href="${link}">${title}</a></ballerina-story><script async src="${server.address}embed.js"></script>`,
      ),
    );
    await listening(frameOf(page));
    await expect(frameOf(page).getByRole('link', { name: 'Read this chapter' })).toBeVisible();
    await expect(frameOf(page).locator('body')).toContainText(title);
  } finally {
    server.close();
    rmSync(dist, { recursive: true, force: true });
    rmSync(resolve(ROOT, FOLDER), { recursive: true, force: true });
  }
});
