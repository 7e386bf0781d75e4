import type { System } from './system.ts';

const SECONDS = 900;
const INSTALL = ['--yes', '--no-install-recommends'];
/** What Debian's packages ask whether they may start their services: 101 is a no. */
const POLICY = '/usr/sbin/policy-rc.d';
const NO_SERVICES = `printf '#!/bin/sh\\nexit 101\\n' > ${POLICY} && chmod 755 ${POLICY}`;

/** Programs that some tests need beyond Node and the browser; without them these tests are skipped. */
export interface Extra {
  /** What people call it. */
  readonly name: string;
  /** Debian's packages, those that others may be satisfied with first. */
  readonly packages: readonly string[];
  /** Files that are all there once it is installed. */
  readonly proof: readonly string[];
  /** What follows where it is not there. */
  readonly without?: string;
}

/** Whether it is there already. */
export function hasExtra({ proof }: Extra, system: System): boolean {
  return proof.every((path) => system.exists(path));
}

/**
 * Installs it where this is a machine for tests: for root, as in a container, or in
 * CI. A person's own machine is left as it is.
 *
 * @returns one line that says whether it is there, and if not, why
 */
export function ensureExtra(extra: Extra, system: System): string {
  const { name, packages, without: follows = 'its tests are skipped' } = extra;
  const there = `${name}: here`;
  const without = `${name}: not here, so ${follows}; apt-get install ${packages.join(' ')}`;
  if (hasExtra(extra, system)) return there;
  if (!system.isRoot && !system.env['CI']) return `${without} is left to you`;
  return aptInstall(name, packages, system) && hasExtra(extra, system)
    ? there
    : `${without} did not work`;
}

/**
 * Has apt install packages, as root or by a sudo that asks for no password. What
 * they bring is not started: no service runs that a test has not started itself.
 *
 * @param name what people call it
 */
export function aptInstall(name: string, packages: readonly string[], system: System): boolean {
  const ask = (...args: string[]): boolean => {
    const [program = '', ...rest] = system.isRoot ? args : ['sudo', '--non-interactive', ...args];
    return system.run(program, rest, { seconds: SECONDS });
  };
  // Another apt, such as the daily one, may be at work.
  const apt = (...args: string[]) => ask('apt-get', '--option=DPkg::Lock::Timeout=300', ...args);
  if (!system.run('apt-get', ['--version'], { seconds: 30, quiet: true })) return false;
  console.log(`No ${name} yet: apt is asked for it.`);
  if (!apt('update')) return false;
  // A policy that is there already, as in containers, is its owner's.
  if (system.exists(POLICY)) return apt('install', ...INSTALL, ...packages);
  try {
    return ask('sh', '-c', NO_SERVICES) && apt('install', ...INSTALL, ...packages);
  } finally {
    ask('rm', '-f', POLICY);
  }
}
