/** What a reading says of itself to the benchmark: one line of JSON. */

export interface Told {
  readonly what: string;
  /** Of the whole process until then, seconds. */
  readonly seconds: number;
  /** The most memory it held, MiB. */
  readonly peak: number;
}

export function told(what: string): void {
  const said: Told = {
    what,
    seconds: process.uptime(),
    peak: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
