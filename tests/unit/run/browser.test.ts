import { expect, test, vi } from 'vitest';
import { ensureBrowser, findBrowser } from '../../run/browser.ts';
import type { System } from '../../run/system.ts';

const OWN = '/cache/playwright/chrome';

/** A machine where only these programs are there and start; each command run is noted. */
function machine(
  programs: Iterable<string>,
  options: Partial<Pick<System, 'platform' | 'env' | 'isRoot'>> & {
    /** What a command brings, by the command's beginning. */
    readonly brings?: Readonly<Record<string, string>>;
  } = {},
): System & { readonly commands: string[] } {
  vi.spyOn(console, 'log').mockReturnValue();
  const present = new Set(programs);
  const commands: string[] = [];
  const carryOut = (command: string): boolean => {
    commands.push(command);
    const match = Object.entries(options.brings ?? {}).find(([start]) => command.startsWith(start));
    if (match) present.add(match[1]);
    return match !== undefined;
  };
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: true,
    playwrightBrowser: OWN,
    ...options,
    commands,
    exists: (path) => present.has(path),
    run: (program, args) =>
      args[0] === '--version' ? present.has(program) : carryOut([program, ...args].join(' ')),
    installPlaywrightBrowser: () => carryOut('playwright install'),
  };
}

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
  [['/usr/bin/google-chrome', '/usr/local/bin/chromium'], '/usr/local/bin/chromium'],
  [['/usr/bin/google-chrome'], '/usr/bin/google-chrome'],
  [['/snap/bin/chromium'], '/snap/bin/chromium'],
])('of %o it takes %s', (present, expected) => {
  const system = machine(present);
  expect(findBrowser(system)).toBe(expected);
  expect(ensureBrowser(system)).toEqual({ path: expected });
  expect(system.commands).toEqual([]);
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
  const system = machine(['apt-get'], {
    brings: { 'apt-get update': '', 'apt-get install': '/usr/bin/chromium' },
  });
  expect(ensureBrowser(system)).toEqual({ path: '/usr/bin/chromium' });
  expect(system.commands).toEqual([
    'playwright install',
    'apt-get update',
    'apt-get install --yes --no-install-recommends chromium',
  ]);
});

test('then apt, by a sudo that asks for no password', () => {
  const system = machine(['apt-get'], {
    isRoot: false,
    brings: {
      'sudo --non-interactive apt-get update': '',
      'sudo --non-interactive apt-get install': '/usr/bin/chromium',
    },
  });
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
