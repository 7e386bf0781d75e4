import { expect, test } from 'vitest';
import {
  ensureBrowser,
  ensureWholeBrowser,
  findBrowser,
  findWholeBrowser,
  isWholeBrowser,
} from '../../run/browser.ts';
import type { System } from '../../run/system.ts';
import { machine, OWN } from './machine.ts';

test('the one named goes before all', () => {
  const env = { CHROMIUM_PATH: '/opt/chrome', PATH: '/usr/bin' };
  const system = machine(['/opt/chrome', OWN, '/usr/bin/chromium'], { env });
  expect(findBrowser(system)).toBe('/opt/chrome');
  expect(ensureBrowser(system)).toEqual({ path: '/opt/chrome' });
});

test('one named in vain is told, and nothing is installed instead', () => {
  const system = machine([OWN], { env: { CHROMIUM_PATH: '/opt/none' } });
  expect(ensureBrowser(system)).toEqual({ problem: expect.stringContaining('/opt/none') });
  expect(system.commands).toEqual([]);
});

test.each([
  [[OWN, '/usr/bin/chromium'], OWN],
  [['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'], '/usr/bin/chromium-headless-shell'],
  [['/usr/bin/google-chrome', '/usr/local/bin/chromium'], '/usr/local/bin/chromium'],
  [['/usr/bin/google-chrome'], '/usr/bin/google-chrome'],
  [['/snap/bin/chromium'], '/snap/bin/chromium'],
])('of %o it takes %s', (present, expected) => {
  const system = machine(present);
  expect(findBrowser(system)).toBe(expected);
  expect(ensureBrowser(system)).toEqual({ path: expected });
  expect(system.commands).toEqual([]);
});

test('who asks for a whole browser gets no shell', () => {
  const system = machine(['/usr/bin/chromium', '/usr/bin/chromium-headless-shell']);
  expect(ensureBrowser(system, isWholeBrowser)).toEqual({ path: '/usr/bin/chromium' });
});

test('where there is none but the shell, a whole browser is installed, and the shell is taken for none', () => {
  const shell = '/usr/bin/chromium-headless-shell';
  const packages = { chromium: ['/usr/bin/chromium'] };
  for (const env of [{ PATH: '/usr/bin' }, { PATH: '/usr/bin', CHROMIUM_PATH: shell }]) {
    const system = machine(['apt-get', shell], { packages, env });
    expect(findWholeBrowser(system)).toBeUndefined();
    expect(ensureWholeBrowser(system)).toBe('A browser with windows: here');
    expect(findWholeBrowser(system)).toBe('/usr/bin/chromium');
  }
  const own = machine(['apt-get', shell], { packages, isRoot: false });
  expect(ensureWholeBrowser(own)).toMatch(/not here.*is left to you$/);
  const chrome = machine([shell, '/usr/bin/google-chrome']);
  expect(ensureWholeBrowser(chrome)).toBe('A browser with windows: /usr/bin/google-chrome');
  expect(chrome.commands).toEqual([]);
});

test('on a Mac and on Windows it looks where browsers are there', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser(machine([mac], { platform: 'darwin', env: {} }))).toBe(mac);
  const windows = 'C:\\Browsers\\chrome.exe';
  const env = { PATH: 'C:\\Windows;C:\\Browsers' };
  expect(findBrowser(machine([windows], { platform: 'win32', env }))).toBe(windows);
});

test('without one, Playwright is asked first', () => {
  const system = machine([], { brings: { 'playwright install': OWN } });
  expect(ensureBrowser(system)).toEqual({ path: OWN });
  expect(system.commands).toEqual(['playwright install']);
});

test('then apt, as root', () => {
  const system = machine(['apt-get'], { packages: { chromium: ['/usr/bin/chromium'] } });
  expect(ensureBrowser(system)).toEqual({ path: '/usr/bin/chromium' });
  expect(system.commands[0]).toBe('playwright install');
});

test('then apt, by a sudo that asks for no password', () => {
  const packages = { chromium: ['/usr/bin/chromium'] };
  const system = machine(['apt-get'], { isRoot: false, sudo: true, packages });
  expect(ensureBrowser(system)).toEqual({ path: '/usr/bin/chromium' });
});

test('a browser that is there but does not start is passed over', () => {
  const system = machine([OWN, '/usr/bin/chromium']);
  const run: System['run'] = (program) => program === '/usr/bin/chromium';
  expect(ensureBrowser({ ...system, run })).toEqual({ path: '/usr/bin/chromium' });
});

test('where nothing helps, one line says what to do', () => {
  const result = ensureBrowser(machine([], { isRoot: false }));
  expect(result).toEqual({ problem: expect.stringMatching(/^[^\n]*CHROMIUM_PATH[^\n]*$/) });
});
