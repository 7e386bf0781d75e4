/** The studio, in a development server of its own over a story that is made for it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeStory } from '../helpers/madeStory.ts';
import { freePort } from '../run/freePort.ts';
import { commandOf, ROOT } from '../run/tool.ts';

const FOLDER = makeStory('studio-room', 3);
const FILE = join(ROOT, FOLDER, 'chapters/02-part-2.md');
const read = () => readFileSync(FILE, 'utf8');

let server: ChildProcess;
let studio: string;

test.beforeAll(async () => {
  const [program, args] = commandOf('astro', ['dev', '--port', String(await freePort())]);
  server = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, STORIES: FOLDER, BASE_PATH: '', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  studio = await new Promise((found, lost) => {
    let log = '';
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      const address = /http:\/\/\S+\/_studio\//.exec(log);
      if (address) found(address[0]);
    });
    server.once('exit', () => lost(new Error(log)));
  });
});
test.afterAll(() => void server.kill());

test('a chapter is changed, shown, refused, scrubbed and saved', async ({ page, request }) => {
  await page.goto(`${studio}#studio-room/part-2`);
  const wide = page.frameLocator('[data-studio-frame="wide"]');
  const phone = page.frameLocator('[data-studio-frame="phone"]');
  const state = page.locator('.head__state');
  const time = page.getByRole('slider', { name: 'Progress of the chapter' });
  const save = page.getByRole('button', { name: /^Save/ });
  // Marked as soon as the pages in both frames have told where their steps lie.
  await expect(page.locator('.ruler__step')).toHaveCount(2, { timeout: 120_000 });
  await expect(page.locator('.bar-of').first()).toBeVisible();
  const before = read();

  await test.step('scrubbing moves both stages', async () => {
    await time.press('Home');
    await expect(wide.locator('.stage')).toHaveAttribute('data-shown', 'part-2');
    await time.press('End');
    for (const screen of [wide, phone])
      await expect(screen.locator('.stage')).toHaveAttribute('data-shown', 'part-3');
    await expect(time).toHaveAttribute('aria-valuetext', '100 % of the way out');
  });

  await test.step('a choice is seen at once and written nowhere', async () => {
    const side = (await wide.locator('#part-2.chapter--left').count()) > 0 ? 'right' : 'left';
    await page.getByLabel('Side of the words').selectOption(side);
    await page.getByLabel('Scene', { exact: true }).selectOption('blinds');
    await expect(wide.locator(`#part-2.chapter--${side}`)).toBeAttached();
    await expect(page.getByRole('heading', { name: 'Scene Blinds' })).toBeVisible();
    await expect(state).toHaveText(/not saved/);
    expect(read()).toBe(before);
  });

  await test.step('words are on the page, and saved in the file', async () => {
    await page.getByLabel('Title', { exact: true }).fill('Another title');
    await page.getByLabel('Step 1').fill('Other words for the *first* step.');
    await expect(wide.locator('#part-2-title')).toHaveText('Chapter 2: Another title');
    await expect(phone.locator('#part-2 .step').first()).toHaveText(
      'Other words for the first step.',
    );
    await page.keyboard.press('Control+s');
    await expect(state).toHaveText('Saved');
    expect(read()).toContain('\ntitle: Another title\n');
    expect(read()).toContain('\nscene: blinds\n');
    expect(read()).toContain('\n\nOther words for the *first* step.\n\n---\n\nThe second step');
    await expect(wide.locator('#part-2-title')).toHaveText('Chapter 2: Another title');
  });

  await test.step('what would stop the build is told as the build tells it, and not written', async () => {
    const saved = read();
    await page.getByLabel('Title', { exact: true }).fill('A');
    const field = page.locator('[data-field="title"]');
    await expect(field).toContainText('it has at least 3 characters. For example: title: The John');
    await save.click();
    await expect(state).toHaveText(/the build would stop here/);
    expect(read()).toBe(saved);
    await expect(wide.locator('#part-2-title')).toHaveText('Chapter 2: Another title');
  });

  await test.step('what another program has written meanwhile is kept', async () => {
    await page.getByLabel('Title', { exact: true }).fill('A third title');
    await expect(state).toHaveText(/not saved/);
    writeFileSync(FILE, read().replace('A line of part 2.', 'A line of somebody else.'));
    await save.click();
    const told = page.getByRole('alert').filter({ hasText: 'changed on the disk' });
    await expect(told).toBeVisible();
    expect(read()).not.toContain('A third title');
    await told.getByRole('button', { name: /^Keep my changes/ }).click();
    await expect(state).toHaveText(/not saved/);
    await save.click();
    await expect(state).toHaveText('Saved');
    expect(read()).toContain('\ntitle: A third title\n');
    expect(read()).toContain('A line of somebody else.');
  });

  await test.step('no other page can write through it', async () => {
    const address = `${studio}api`;
    const data = { ask: 'stories' };
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: new URL(studio).origin },
    ]) {
      const answer = await request.post(address, {
        data,
        headers: headers as Record<string, string>,
      });
      expect(answer.status()).toBe(403);
    }
    expect((await request.get(address)).status()).toBe(403);
  });
});
