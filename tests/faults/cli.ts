/** `npm run faults`: more of the seeded faults than the tests try. */
import { parseArgs } from 'node:util';
import { main } from '../../src/commands/main.ts';
import { UsageError } from '../../src/server/settings.ts';
import { ROOT, runProgram } from '../run/tool.ts';

const COUNTS = { seed: '2', rounds: '140' } as const;

await main(async () => {
  const options = Object.fromEntries(
    Object.entries(COUNTS).map(([name, value]) => [
      name,
      { type: 'string', default: value } as const,
    ]),
  );
  const { values } = parseArgs({ options });
  for (const [name, value] of Object.entries(values))
    if (!/^\d+$/.test(String(value)))
      throw new UsageError(`--${name} is "${value}", but takes a whole number.`);
  const { seed, rounds } = values as Readonly<Record<string, string>>;
  process.exitCode = await runProgram(
    process.execPath,
    [`${ROOT}/tests/run.ts`, 'browser', 'tests/e2e/faults.spec.ts', '--project=desktop'],
    { FAULTS_SEED: seed!, FAULTS_ROUNDS: rounds! },
  );
});
