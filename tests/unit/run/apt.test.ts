import { expect, test } from 'vitest';
import { type Extra, ensureExtra } from '../../run/apt.ts';
import { type Machine, machine } from './machine.ts';

const PRESS: Extra = {
  name: 'A press',
  packages: ['press-server', 'press'],
  proof: ['/usr/bin/press', '/usr/share/press/plate'],
};
const APT: Machine = {
  packages: { press: ['/usr/bin/press'], 'press-server': ['/usr/share/press/plate'] },
};
const POLICY = '/usr/sbin/policy-rc.d';
const LOCK = '--option=DPkg::Lock::Timeout=300';
const INSTALL = `apt-get ${LOCK} install --yes --no-install-recommends press-server press`;

test('what is there is not asked for', () => {
  const system = machine(PRESS.proof);
  expect(ensureExtra(PRESS, system)).toBe('A press: here');
  expect(system.commands).toEqual([]);
});

test('half of it is not it', () => {
  const system = machine([PRESS.proof[0]!]);
  expect(ensureExtra(PRESS, system)).toContain('not here');
});

test('root installs it, and no service of it starts', () => {
  const system = machine(['apt-get'], APT);
  expect(ensureExtra(PRESS, system)).toBe('A press: here');
  const [update, forbid, install, allow, ...more] = system.commands;
  expect(update).toBe(`apt-get ${LOCK} update`);
  expect(forbid).toMatch(/^sh -c printf '.*exit 101.*' > \/usr\/sbin\/policy-rc\.d /);
  expect(install).toBe(INSTALL);
  expect(allow).toBe(`rm -f ${POLICY}`);
  expect(more).toEqual([]);
  expect(system.present).not.toContain(POLICY);
});

test('who has a policy about services keeps it', () => {
  const system = machine(['apt-get', POLICY], APT);
  ensureExtra(PRESS, system);
  expect(system.commands.at(-1)).toBe(INSTALL);
  expect(system.present).toContain(POLICY);
});

test('it is installed in CI by sudo, and on nobody’s own machine', () => {
  const there = { isRoot: false, sudo: true, ...APT };
  const ci = machine(['apt-get'], { ...there, env: { CI: 'true' } });
  expect(ensureExtra(PRESS, ci)).toBe('A press: here');
  const own = machine(['apt-get'], { ...there, env: {} });
  expect(ensureExtra(PRESS, own)).toMatch(/^A press: not here.*press-server press is left to you$/);
  expect(own.commands).toEqual([]);
});

test.each([
  ['has no apt', machine([], APT)],
  ['knows no such package', machine(['apt-get'], { packages: {} })],
  [
    'gets something else by that name',
    machine(['apt-get'], { packages: { press: [], 'press-server': [] } }),
  ],
  ['has no sudo', machine(['apt-get'], { ...APT, isRoot: false, env: { CI: '1' } })],
])('a machine that %s skips, and says so in one line', (_, system) => {
  expect(ensureExtra(PRESS, system)).toMatch(
    /^A press: not here, so its tests are skipped[^\n]*work$/,
  );
  expect(system.present).not.toContain(POLICY);
});
