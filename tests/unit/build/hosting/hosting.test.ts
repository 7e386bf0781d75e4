import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headersFile, redirectsFile } from '../../../../src/build/hosting/headersFile.ts';
import { nginxConfig, nginxPolicies } from '../../../../src/build/hosting/nginx.ts';
import { policyOfAll } from '../../../../src/build/hosting/pagePolicies.ts';
import { HEADER_RULES, headersFor } from '../../../../src/server/headers.ts';
import { withPolicy } from '../../../../src/server/pagePolicy.ts';

const ENTRIES = [
  '404.html',
  '_astro/',
  'chapters/',
  'clips/',
  'embed.js',
  'embed/',
  'index.html',
  'og/',
  'the-red-shoes/chapters/',
  'the-red-shoes/embed/',
  'the-red-shoes/index.html',
  'the-red-shoes/og/',
  'the-red-shoes/rss.xml',
];

const HASH = (name: string) => `'sha256-${name.padEnd(44, '=')}'`;
const POLICY = (...hashes: string[]) =>
  ["default-src 'self'; script-src 'self'", ...hashes.map(HASH)].join(' ');
/** What pages say of themselves; a frame says it later. */
const PAGES = {
  '/404.html': POLICY('lost'),
  '/chapters/x/index.html': POLICY('page', 'x'),
  '/chapters/y/index.html': POLICY('page', 'y'),
  '/embed/guide/index.html': POLICY('guide'),
  '/embed/x/index.html': undefined,
  '/index.html': POLICY('page'),
  '/the-red-shoes/index.html': POLICY('page'),
};

/** What a host that joins all matching rules would send: values by header. */
function sent(file: string, path: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const block of file.trim().split(/\n(?=\/)/)) {
    const [pattern = '', ...lines] = block.trim().split('\n');
    const matches = pattern.endsWith('*')
      ? path.startsWith(pattern.slice(0, -1))
      : path === pattern;
    if (!matches) continue;
    for (const line of lines) {
      const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line)!;
      found[name] = [...(found[name] ?? []), value];
    }
  }
  return found;
}

describe('the _headers file', () => {
  test.each([
    '/',
    '/chapters/x/',
    '/_astro/a.js',
    '/clips/x.json',
    '/embed/x/',
    '/embed.js',
    '/og/x.png',
    '/the-red-shoes/',
    '/the-red-shoes/chapters/x/',
    '/the-red-shoes/embed/x/',
    '/the-red-shoes/og/x.png',
    '/the-red-shoes/rss.xml',
  ])('gives %s each of its headers once, as the server here does', (path) => {
    const expected = Object.entries(headersFor(path)).map(([name, value]) => [name, [value]]);
    expect(sent(headersFile(ENTRIES, ''), path)).toEqual(Object.fromEntries(expected));
    expect(sent(headersFile(ENTRIES, '/story'), `/story${path}`)).toEqual(
      Object.fromEntries(expected),
    );
  });

  test.each([
    ['/', POLICY('page')],
    ['/index.html', POLICY('page')],
    // All of a folder's, and that of what is not there.
    ['/chapters/x/', POLICY('page', 'x', 'y', 'lost')],
    ['/the-red-shoes/', POLICY('page')],
    ['/embed/x/', undefined],
    ['/embed.js', undefined],
  ])('says at %s what its pages say of themselves', (path, policy) => {
    const name = 'Content-Security-Policy';
    expect(sent(headersFile(ENTRIES, '', PAGES), path)[name]).toEqual([
      withPolicy(headersFor(path), policy)[name],
    ]);
  });

  // Netlify names no limits; these are Cloudflare's, who reads no more.
  test('keeps within what hosts read: a hundred rules, lines of 2000 characters', () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, chapter) => [
        `/chapters/${chapter}/index.html`,
        `${POLICY(`${chapter}`)}; style-src 'self'`,
      ]),
    );
    for (const pages of [PAGES, many]) {
      const file = headersFile(ENTRIES, '', pages);
      expect(file.match(/^\//gm)!.length).toBeLessThan(100);
      expect(Math.max(...file.split('\n').map((line) => line.length))).toBeLessThan(2000);
    }
    // The pages say which; all else holds for the host, too.
    expect(sent(headersFile(ENTRIES, '', many), '/chapters/7/')).toMatchObject({
      'Content-Security-Policy': [
        "frame-ancestors 'none', default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'",
      ],
    });
  });

  test('one policy for several lets through what any of them does', () => {
    expect(
      policyOfAll(["form-action 'none';img-src 'self'", "form-action 'self'; img-src data:"], 999),
    ).toBe("form-action 'self'; img-src 'self' data:");
    expect(policyOfAll(["object-src 'none'", undefined], 999)).toBe("object-src 'none'");
  });

  test('a rule that it could not give is an error, not a silent hole', () => {
    const rules = [...HEADER_RULES, { path: '/embed/guide/*', headers: { A: 'b' } }];
    expect(() => headersFile(ENTRIES, '', {}, rules)).toThrow('/embed/guide/*');
  });
});

test('with a base the host’s root leads to it, and files are found below it', () => {
  expect(redirectsFile('/story')).toBe('/ /story/ 302\n/story/* /:splat 200\n');
  expect(redirectsFile('')).toBeUndefined();
});

describe('the nginx example', () => {
  const config = nginxConfig();

  test('is the one in docs', () => {
    expect(readFileSync('docs/nginx.conf', 'utf8')).toBe(config);
  });

  test.each([
    '/',
    '/_astro/a.js',
    '/embed/x/',
    '/embed.js',
    '/clips/x.json',
    '/the-red-shoes/embed/x/',
    '/the-red-shoes/og/x.png',
    '/the-red-shoes/clips/x.json',
  ])('maps %s to the same headers as the server here', (path) => {
    const got: Record<string, string> = {};
    for (const [, name, variable] of config.matchAll(/add_header ([\w-]+) "?\$(\w+)/g)) {
      if (name === 'Allow') continue;
      const map = new RegExp(
        `map \\$story_path \\$${variable === 'story_kept' ? 'story_cache_control' : variable} \\{\\n([\\s\\S]*?)\\n\\}`,
      ).exec(config)![1]!;
      const rules = map.split('\n').map((line) => /^ {2}(\S+) "(.*)";$/.exec(line)!.slice(1));
      const exact = rules.find(([pattern]) => pattern === path);
      const regular = rules.find(
        ([p = '']) => p.startsWith('~') && new RegExp(p.slice(1)).test(path),
      );
      const value = (exact ?? regular ?? rules.find(([pattern]) => pattern === 'default'))?.[1];
      if (value !== undefined) got[name!] = value;
    }
    expect(got).toEqual(headersFor(path));
  });

  test('reads what pages say of themselves', () => {
    const lines = nginxPolicies(PAGES, '/story').trim().split('\n');
    expect(lines).toHaveLength(Object.values(PAGES).filter(Boolean).length);
    expect(lines).toContain(
      `"~^/story/chapters/x/(index\\.html)?$" ", ${PAGES['/chapters/x/index.html']}";`,
    );
    const long = { '/index.html': POLICY(...Array.from({ length: 80 }, (_, at) => `${at}`)) };
    expect(nginxPolicies(long, '')).toBe(
      `"~^/(index\\.html)?$" ", default-src 'self'; script-src 'self' 'unsafe-inline'";\n`,
    );
  });
});
