/** Readers answer: with and without script, and the moderator reads them. On the French story, which no other test reads. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './story.ts';

const HOME = './la-doublure/';

async function flawless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('.replies, .replied').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Enters the desk and approves what these words are part of. */
async function approve(browser: Browser, words: string): Promise<void> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto('./replies/desk/');
  await page.getByLabel('Passphrase').fill('for the tests alone');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page
    .locator('.reply', { hasText: words })
    .getByRole('button', { name: /^Approve/ })
    .click();
  await expect(page.locator('.reply', { hasText: words })).toHaveCount(0);
  await page.close();
}

test('in place: asked for near the end, faults at their fields, read before it appears, answered', {
  tag: '@once',
}, async ({ page, browser, faults }) => {
  const asked: string[] = [];
  page.on(
    'request',
    (request) => /\/replies\/(?!index)/.test(request.url()) && asked.push(request.url()),
  );
  await page.goto(HOME);
  const slug = await page.locator('.chapter').first().getAttribute('id');
  await page.locator('.stage[data-alive]').waitFor({ state: 'attached' });
  expect(asked).toEqual([]);
  const part = page.locator(`[data-replies$="/replies/${slug}/"]`);
  const told = part.getByRole('status');
  await part.locator('summary').scrollIntoViewIfNeeded();
  await expect.poll(() => asked.some((url) => url.endsWith(`/replies/${slug}.json`))).toBe(true);
  await part.locator('summary').click();
  const field = (name: string) => part.locator(`[name=${name}]`);
  const words = `J’aime *beaucoup* ce pas (${Date.now()}).`;
  await field('name').fill('Zoé');
  await field('text').fill(words);
  await field('site').fill('rien');
  // Nobody types so fast: the first press may be told so.
  await expect(async () => {
    await part.getByRole('button').click();
    await expect(field('site')).toHaveAttribute('aria-invalid', 'true', { timeout: 1_000 });
  }).toPass();
  await expect(field('site')).toBeFocused();
  await expect(field('site')).toHaveAccessibleDescription(/adresse web/);
  await flawless(page);
  await field('site').fill('zoe.example');
  await expect(async () => {
    await part.getByRole('button').click();
    await expect(told).toContainText('attend d’être lue', { timeout: 1_000 });
  }).toPass();
  await expect(told).toBeFocused();
  await expect(part.locator('.reply')).toContainText('en attente de lecture');
  await expect(part.locator('.reply em').filter({ hasText: 'beaucoup' })).toBeVisible();
  await approve(browser, 'ce pas');

  await page.reload();
  await part.locator('summary').scrollIntoViewIfNeeded();
  const link = part.getByRole('link', { name: 'Zoé', exact: true });
  await expect(link).toHaveAttribute('href', 'https://zoe.example/');
  await expect(link).toHaveAttribute('rel', 'ugc nofollow');
  await part.getByRole('link', { name: /^Répondre à Zoé/ }).click();
  await expect(field('name')).toBeFocused();
  await expect(part.locator('.replies__answering')).toContainText('Votre réponse à Zoé');
  // Printed are replies, and no form.
  await page.emulateMedia({ media: 'print' });
  await expect(part.locator('.reply')).toBeVisible();
  await expect(part.locator('form')).toBeHidden();
  await page.emulateMedia({ media: null });
  // The page for readers without script is the same to all: with replies, and with a form that has faults.
  await page.goto(`${HOME}replies/${slug}/`);
  await expect(page.locator('.reply')).toContainText('ce pas');
  await flawless(page);
  await expect(async () => {
    for (const name of ['name', 'text', 'site']) await page.locator(`[name=${name}]`).fill('rien');
    await page.locator('form').getByRole('button').click();
    await expect(page.locator('[name=site]')).toHaveAccessibleDescription(/adresse web/, {
      timeout: 1_000,
    });
  }).toPass();
  await flawless(page);
  // What the service refuses, browsers note.
  expect(faults.filter((fault) => !/status of 4(?:22|25)/.test(fault))).toEqual([]);
  faults.length = 0;
});

test('without script: post, redirect, waiting; what is missing is said, and no word is lost', {
  tag: '@phone',
}, async ({ browser, baseURL, viewport }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: baseURL!, viewport });
  await page.goto(`${HOME}`);
  const slug = await page.locator('.chapter').last().getAttribute('id');
  const part = page.locator(`#${slug} .replies`);
  await part.locator('summary').click();
  await part.locator('[name=name]').fill('Léa');
  const words = `Sans script (${Date.now()}).`;
  await part.locator('[name=text]').fill(words);
  await part.locator('[name=site]').fill('rien');
  await part.locator('[name=email]').fill('lea@mail.example');
  await part.getByRole('button').click();
  await expect(page.locator('[name=site]')).toHaveAccessibleDescription(/adresse web/);
  await expect(page.locator('[name=text]')).toHaveValue(words);
  await page.locator('[name=site]').fill('');
  await expect(async () => {
    if (await page.locator('[name=text]').inputValue()) await page.getByRole('button').click();
    await expect(page.getByRole('status')).toContainText('attend d’être lue', { timeout: 1_000 });
  }).toPass();
  await expect(page.locator('.reply')).toContainText(words);
  await expect(page.locator('body')).not.toContainText('lea@mail.example');
  await page.goto(page.url().replace(/\?.*/, ''));
  await expect(page.locator('body')).not.toContainText(words);
  await page.close();
});
