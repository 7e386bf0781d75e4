/** What there is of dependencies on this machine: the lockfile, and what is installed. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Dependency, printTable, type Reason } from './table.ts';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
type Lock = Readonly<Record<string, Locked>>;

/**
 * docs/dependencies.md as it should be.
 *
 * @param root the folder of package.json
 * @throws Error for a dependency without a reason
 */
export function dependencyTable(root: string): string {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Lock };
  const { dependencies, devDependencies, optionalDependencies } = packages['']!;
  const optional = Object.keys(optionalDependencies ?? {});
  const names = [...Object.keys({ ...dependencies, ...devDependencies }), ...optional].sort();
  const all = Object.entries(packages).filter(([path]) => path !== '');
  return printTable(
    names.map((name): Dependency => {
      const path = `node_modules/${name}`;
      const { version = '', license } = packages[path]!;
      const bytes = optional.includes(name) ? undefined : bytesIn(join(root, path));
      return {
        name,
        version,
        license: plain(license),
        bytes,
        brings: needed(path, packages).size - 1,
      };
    }),
    parse(read('docs/dependencies.yml')) as Record<string, Reason>,
    all.map(([, { license }]) => plain(license)),
  );
}

const plain = (license = 'not said'): string =>
  license.startsWith("Standard 'no charge'")
    ? '[GSAP’s own](https://gsap.com/standard-license), free of charge'
    : license;

/** Of a package's own files: what is installed within it counts for itself. */
function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? bytesIn(path) : statSync(path).size);
    }, 0);
}

/** A package and all that it needs, by their places in the lockfile. */
function needed(path: string, lock: Lock, known = new Set<string>()): Set<string> {
  if (known.has(path)) return known;
  known.add(path);
  const { dependencies, optionalDependencies } = lock[path]!;
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const place = placeOf(name, path, lock);
    if (place !== undefined) needed(place, lock, known);
  }
  return known;
}

/** Where Node would find a package from another: the nearest folder that has it. */
function placeOf(name: string, from: string, lock: Lock): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    const path = `${folder}/node_modules/${name}`;
    if (path in lock) return path;
    if (!folder.includes('/node_modules/')) break;
  }
  const path = `node_modules/${name}`;
  return path in lock ? path : undefined;
}
