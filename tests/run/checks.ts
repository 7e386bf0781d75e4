import { checkResult, type StepResult } from './result.ts';
import { runTool, type Tool } from './tool.ts';

/** Biome colours its output in a pipe too where CI is set, one letter at a time. */
const colours = `--colors=${process.stdout.isTTY ? 'force' : 'off'}`;

/** What is checked without running the site; each counts as one. */
const CHECKS: readonly { name: string; tool: Tool; args: readonly string[] }[] = [
  { name: 'Formats and lint', tool: 'biome', args: ['ci', colours, '.'] },
  { name: 'No file, export or dependency without use', tool: 'knip', args: ['--no-progress'] },
  // Astro first: it writes the types of the content that the next one reads. Both read plain modules too.
  { name: 'Types of pages and modules', tool: 'astro', args: ['check'] },
  { name: 'Types of islands', tool: 'svelte-check', args: ['--tsconfig', 'tsconfig.json'] },
];

export async function runChecks(): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const { name, tool, args } of CHECKS) {
    console.log(`\n== ${name}`);
    const holds = (await runTool(tool, args)) === 0;
    results.push(checkResult(name, holds, `${tool} ${args.join(' ')}: see above`));
  }
  return results;
}
