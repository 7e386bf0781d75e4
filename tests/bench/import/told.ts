/** Loaded before a program that the benchmark runs: its last line tells what the whole process took. */
import { writeSync } from 'node:fs';

export interface Told {
  readonly seconds: number;
  /** The most memory it held, MiB. */
  readonly peak: number;
}

process.on('exit', () => {
  const told: Told = {
    seconds: process.uptime(),
    peak: process.resourceUsage().maxRSS / 1024,
  };
  writeSync(process.stderr.fd, `\n${JSON.stringify(told)}\n`);
});
