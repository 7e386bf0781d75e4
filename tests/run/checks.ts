import { runAudit } from './audit.ts';
import { checkResult, type StepResult } from './result.ts';
import { hearTool, type Tool } from './tool.ts';

/** Biome colours its output in a pipe too where CI is set, one letter at a time. */
const colours = `--colors=${process.stdout.isTTY ? 'force' : 'off'}`;

interface Check {
  readonly name: string;
  readonly tool: Tool;
  readonly args: readonly string[];
}

/** What is checked without running the site; each counts as one. Each row keeps one core busy, so both run at once. */
const ROWS: readonly (readonly Check[])[] = [
  [
    // Astro first: it writes the types of the content that the next one reads. Plain modules are its own; the next has islands alone.
    { name: 'Types of pages and modules', tool: 'astro', args: ['check'] },
    {
      name: 'Types of islands',
      tool: 'svelte-check',
      args: ['--tsconfig', 'tsconfig.islands.json'],
    },
  ],
  [
    { name: 'Formats and lint', tool: 'biome', args: ['ci', colours, '.'] },
    { name: 'No file, export or dependency without use', tool: 'knip', args: ['--no-progress'] },
  ],
];

export async function runChecks(): Promise<StepResult[]> {
  // It waits for the network alone.
  return (await Promise.all([...ROWS.map(runRow), runAudit().then((one) => [one])])).flat();
}

async function runRow(row: readonly Check[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const { name, tool, args } of row) {
    const { code, said } = await hearTool(tool, args);
    console.log(`\n== ${name}\n${said}`);
    results.push(checkResult(name, code === 0, `${tool} ${args.join(' ')}: see above`));
  }
  return results;
}
