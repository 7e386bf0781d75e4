/** What built pages say of themselves, for hosts that say it in a header. */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { policyIn } from '../../server/pagePolicy.ts';

/** By the page's file, such as `/chapters/x/index.html`; undefined for one that governs itself, as frames. */
export type PagePolicies = Readonly<Record<string, string | undefined>>;

export async function readPolicies(dist: string): Promise<PagePolicies> {
  const files = await Array.fromAsync(glob('**/*.html', { cwd: dist }));
  return Object.fromEntries(
    await Promise.all(
      files.sort().map(async (file) => {
        const page = await readFile(join(dist, file), 'utf8');
        return [`/${file.replaceAll('\\', '/')}`, policyIn(page)] as const;
      }),
    ),
  );
}

/**
 * One policy that lets through what any of some policies does, directive by directive.
 * Should its hashes not fit, it leaves them to the pages themselves, whose own policies
 * hold beside it and name theirs.
 *
 * @param most characters
 */
export function policyOfAll(policies: readonly (string | undefined)[], most: number): string {
  const all = new Map<string, Set<string>>();
  for (const policy of policies) {
    for (const directive of policy?.split(';') ?? []) {
      const [name, ...values] = directive.trim().split(/\s+/);
      if (!name) continue;
      const known = all.get(name) ?? new Set();
      // Some say none where others say whom.
      for (const value of values) if (value !== "'none'") known.add(value);
      all.set(name, known);
    }
  }
  const whole = written(all);
  if (whole.length <= most) return whole;
  for (const [name, values] of all) {
    const plain = [...values].filter((value) => !value.startsWith("'sha"));
    if (plain.length < values.size) all.set(name, new Set([...plain, "'unsafe-inline'"]));
  }
  return written(all);
}

const written = (directives: ReadonlyMap<string, ReadonlySet<string>>): string =>
  [...directives]
    .map(([name, values]) => [name, ...(values.size === 0 ? ["'none'"] : values)].join(' '))
    .join('; ');
