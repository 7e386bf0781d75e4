import { spawn } from 'node:child_process';
import { checkResult, type StepResult } from './result.ts';
import { ROOT } from './tool.ts';

const STEP = 'Known faults of what readers and the server get';
/** Milliseconds: for one request, and for all of it. Who has no network waits no longer. */
const PATIENCE = { request: 5_000, all: 15_000 };
const ARGS = [
  ...['audit', '--omit=dev', '--json'],
  ...[`--fetch-timeout=${PATIENCE.request}`, '--fetch-retries=0'],
];
/** From these on a fault is one. */
const GRAVE = ['high', 'critical'] as const;

/** The part of npm's report that is read here; without its numbers the registry has not answered. */
interface Report {
  readonly message?: string;
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
}

/**
 * Asks the registry for known faults of the packages that are served or serve. Fails in CI
 * alone, and only at grave ones: a fault that became known overnight is no reason why somebody
 * else cannot try a change. Nothing is counted where no registry answers: it says so.
 */
export async function runAudit(): Promise<StepResult> {
  const { result, said } = readAudit(await askNpm(), Boolean(process.env['CI']));
  console.log(`\n== ${STEP}\n${said}`);
  return result;
}

/**
 * What npm's report comes to.
 *
 * @param report what npm has printed, JSON or not
 * @param strict whether grave faults fail
 */
export function readAudit(report: string, strict: boolean): { result: StepResult; said: string } {
  const { metadata, vulnerabilities = {}, message } = parsed(report);
  const counts = metadata?.vulnerabilities;
  if (!counts) {
    const said = `No registry answers${message ? ` (${message})` : ''}, so nothing was looked up: npm audit --omit=dev`;
    return { result: { ...checkResult(STEP, true), passed: 0 }, said };
  }
  const grave = GRAVE.reduce((sum, severity) => sum + (counts[severity] ?? 0), 0);
  const lines = Object.entries(vulnerabilities).map(
    ([name, { severity }]) => `${name}: ${severity}`,
  );
  return {
    result: checkResult(STEP, grave === 0 || !strict, lines.join('\n')),
    said: lines.length === 0 ? 'None is known.' : lines.join('\n'),
  };
}

function parsed(report: string): Report {
  try {
    return JSON.parse(report.slice(report.indexOf('{'))) as Report;
  } catch {
    return {};
  }
}

/** What npm prints; nothing where there is no npm, or no end. */
function askNpm(): Promise<string> {
  return new Promise((done) => {
    const child = spawn('npm', ARGS, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: PATIENCE.all,
      shell: process.platform === 'win32',
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', () => done(''));
    child.once('close', () => done(said));
  });
}
