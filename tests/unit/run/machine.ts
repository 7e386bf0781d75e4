import { vi } from 'vitest';
import type { System } from '../../run/system.ts';

/** Where this machine's Playwright would keep its browser. */
export const OWN = '/cache/playwright/chrome';

export interface Machine {
  /** What a command brings, by the command's beginning. */
  readonly brings?: Readonly<Record<string, string>>;
  /** What apt can install, with the files of each package. */
  readonly packages?: Readonly<Record<string, readonly string[]>>;
  /** Whether sudo works without a password. */
  readonly sudo?: boolean;
}

/** A machine where only these programs are there and start; each command run is noted. */
export function machine(
  programs: Iterable<string>,
  options: Partial<Pick<System, 'platform' | 'env' | 'isRoot'>> & Machine = {},
): System & { readonly commands: string[]; readonly present: Set<string> } {
  vi.spyOn(console, 'log').mockReturnValue();
  const { brings = {}, packages = {}, sudo = false, ...own } = options;
  const present = new Set(programs);
  const commands: string[] = [];
  const isRoot = own.isRoot ?? true;

  function carryOut(command: string): boolean {
    commands.push(command);
    const match = Object.entries(brings).find(([start]) => command.startsWith(start));
    if (match) present.add(match[1]);
    return match !== undefined || (isRoot ? asRoot(command) : sudo && asRoot(afterSudo(command)));
  }
  function asRoot(command: string): boolean {
    const [program, ...args] = command.split(' ');
    const last = args.at(-1)!;
    if (program === 'sh') return Boolean(present.add(last));
    if (program === 'rm') return present.delete(last);
    if (program !== 'apt-get' || !present.has('apt-get')) return false;
    if (last === 'update') return true;
    const wanted = args.slice(args.indexOf('install') + 1).filter((arg) => !arg.startsWith('-'));
    if (!wanted.every((name) => name in packages)) return false;
    for (const file of wanted.flatMap((name) => packages[name]!)) present.add(file);
    return true;
  }
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    playwrightBrowser: OWN,
    ...own,
    isRoot,
    commands,
    present,
    exists: (path) => present.has(path),
    run: (program, args) =>
      args[0] === '--version' ? present.has(program) : carryOut([program, ...args].join(' ')),
    installPlaywrightBrowser: () => carryOut('playwright install'),
  };
}

function afterSudo(command: string): string {
  return command.replace(/^sudo --non-interactive /, '');
}
