import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  withFramePolicy,
  withOwnHashes,
  withTrustedTypes,
} from '../../../src/build/contentPolicy.ts';

const hash = (content: string) =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

const page = (scripts: string, styles: string) =>
  `<meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self'${scripts}; style-src 'self'${styles};"><style media="print">p{}</style><script>let a\n=1</script>`;

test('a page keeps the hashes of what it has and loses all others', () => {
  const [script, style] = [` ${hash('let a\n=1')}`, ` ${hash('p{}')}`];
  const other = ` ${hash('let b')}`;
  expect(withOwnHashes(page(other + script + other, style + other))).toBe(page(script, style));
});

test('words that look like a hash, and a page without a policy, stay', () => {
  const words = `<p>${hash('let b')}</p>`;
  expect(withOwnHashes(words)).toBe(words);
});

test('a frame’s policy stands first and rests until its script has named the host; other pages keep theirs', () => {
  const policy = `content="default-src 'self';">`;
  const head = (before: string, after: string) =>
    `<head><meta charset="utf-8">${before}<script>early()</script>${after}</head>`;
  const body = '<main data-frame-content="{}"></main>';
  const page = head('', `<meta http-equiv="content-security-policy" ${policy}`);
  expect(withFramePolicy(page + body)).toBe(head(`<meta name="frame-policy" ${policy}`, '') + body);
  expect(withFramePolicy(page)).toBe(page);
});

test('a page asks for trusted types, and names who may vouch', () => {
  const more = "require-trusted-types-for 'script'; trusted-types story svelte-trusted-html";
  const before = page('', '');
  expect(withTrustedTypes(before)).toBe(before.replace(';"><style', `;${more}"><style`));
  expect(withTrustedTypes('<p>None</p>')).toBe('<p>None</p>');
  const frame = `${before}<main data-frame-content="{}"></main>`;
  expect(withTrustedTypes(frame)).toBe(frame);
});
