/** The table of dependencies: why each is here, what it weighs, under which license. Pure. */

/** Who gets a package; in the order of the table. */
const FOR = {
  readers: 'In readers’ browsers',
  service: 'In the server and its service of replies',
  build: 'To build the site',
  import: 'To import articles',
  music: 'To render the music',
  tests: 'To test',
} as const;

export interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Of its own files, in bytes; undefined for one that not every system installs. */
  readonly bytes: number | undefined;
  /** How many more packages it needs, and they. */
  readonly brings: number;
}

export interface Reason {
  readonly for: keyof typeof FOR;
  readonly why: string;
}

/**
 * @param licenses of all packages of the lockfile, one for each
 * @throws Error for a dependency without a reason, and a reason without a dependency
 */
export function printTable(
  dependencies: readonly Dependency[],
  reasons: Readonly<Record<string, Reason>>,
  licenses: readonly string[],
): string {
  const names = dependencies.map(({ name }) => name);
  const unsaid = names.filter((name) => !reasons[name]?.why || !(reasons[name].for in FOR));
  const idle = Object.keys(reasons).filter((name) => !names.includes(name));
  if (unsaid.length > 0)
    throw new Error(`No reason in docs/dependencies.yml: ${unsaid.join(', ')}`);
  if (idle.length > 0)
    throw new Error(`In docs/dependencies.yml, but not here: ${idle.join(', ')}`);
  const parts = Object.entries(FOR).map(([key, title]) => {
    const rows = dependencies
      .filter(({ name }) => reasons[name]!.for === key)
      .map((one) => row(one, reasons[one.name]!));
    return [`## ${title}`, '', ...HEAD, ...rows, ''].join('\n');
  });
  return [INTRO, ...parts, '## Licenses of all', '', counted(licenses), ''].join('\n');
}

const row = ({ name, version, license, bytes, brings }: Dependency, { why }: Reason): string =>
  `| \`${name}\` ${version} | ${why} | ${bytes === undefined ? '' : Math.ceil(bytes / 1000).toLocaleString('en')} | ${brings} | ${license} |`;

const HEAD = ['| package | why | kB | brings | license |', '| --- | --- | ---: | ---: | --- |'];

const INTRO = `# Dependencies

What is not ours, and why it is here. \`npm run packages\` writes this from package.json, the lockfile, what is installed, and the reasons in [\`dependencies.yml\`](dependencies.yml); a test holds it up to date. A package's size is that of its own files as installed, in kB of 1000 bytes: readers get far less, see [performance.md](performance.md). What it brings is how many more packages it needs. Where music, samples, typefaces and body come from is in [provenance.md](provenance.md).
`;

function counted(licenses: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const license of licenses) counts.set(license, (counts.get(license) ?? 0) + 1);
  const rows = [...counts]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([license, count]) => `| ${license} | ${count} |`);
  return [
    `The lockfile names ${licenses.length} packages, those for other systems among them.`,
    '',
    '| license | packages |',
    '| --- | ---: |',
    ...rows,
  ].join('\n');
}
