import { expect, test } from 'vitest';
import { readSettings, UsageError } from '../../../src/server/settings.ts';

test('localhost, 4321 and no base unless told otherwise', () => {
  const defaults = { host: 'localhost', port: 4321, base: '', stories: [] };
  expect(readSettings({})).toEqual(defaults);
  expect(readSettings({ HOST: '', PORT: ' ', BASE_PATH: '/' })).toEqual(defaults);
  expect(readSettings({ HOST: '0.0.0.0', PORT: '80', BASE_PATH: '/story' })).toEqual({
    host: '0.0.0.0',
    port: 80,
    base: '/story',
    stories: [],
  });
});

test('further stories lie below the project’s folder', () => {
  expect(readSettings({ STORIES: ' a/b/, c ,' }).stories).toEqual(['a/b', 'c']);
  for (const folder of ['/a', '../a', 'a/../../b', 'C:\\a'])
    expect(() => readSettings({ STORIES: folder })).toThrow(UsageError);
});

test.each(['abc', '-1', '65536', '1.5', '80a', '0x50', '1e3'])('PORT=%s is refused', (port) => {
  expect(() => readSettings({ PORT: port })).toThrow(UsageError);
  expect(() => readSettings({ PORT: port })).toThrow(port);
});

test.each(['story', '/story', 'story/', '//story//'])('BASE_PATH=%s is /story', (path) => {
  expect(readSettings({ BASE_PATH: path }).base).toBe('/story');
});

test('a base may be more than one folder', () => {
  expect(readSettings({ BASE_PATH: '/films/the-story' }).base).toBe('/films/the-story');
});

test.each(['/a/../b', '..', 'a?b', 'a b', 'http://x', '/a//b'])(
  'BASE_PATH=%s is refused',
  (path) => {
    expect(() => readSettings({ BASE_PATH: path })).toThrow(UsageError);
  },
);

test('a site is its scheme and host', () => {
  expect(readSettings({ SITE_URL: 'https://films.example/' }).site).toBe('https://films.example');
  expect(readSettings({ SITE_URL: ' HTTP://Films.example:8080 ' }).site).toBe(
    'http://films.example:8080',
  );
  expect(readSettings({ SITE_URL: 'https://ballett.münchen.example' }).site).toBe(
    'https://ballett.xn--mnchen-3ya.example',
  );
  for (const SITE_URL of ['', ' ']) expect(readSettings({ SITE_URL })).not.toHaveProperty('site');
});

test('a SITE_URL with a path is refused, with what to say instead', () => {
  expect(() => readSettings({ SITE_URL: 'https://me.example/story/' })).toThrow(
    'SITE_URL=https://me.example BASE_PATH=/story',
  );
});

test.each(['films.example', 'ftp://films.example', 'https://'])(
  'SITE_URL=%s is refused',
  (address) => {
    expect(() => readSettings({ SITE_URL: address })).toThrow(UsageError);
  },
);
