import type { ChildProcess } from 'node:child_process';

/** A server of comments, as the bench drives it. */
export interface Contender {
  readonly name: string;
  start(): ChildProcess;
  /** Posts one reply; true where it was acknowledged. */
  readonly write: (index: number) => { path: string; body: string; type: string };
  readonly isAcknowledged: (status: number, body: string) => boolean;
  readonly read: string;
  /** The texts that were kept. */
  kept(): Promise<readonly string[]>;
  readonly port: number;
}

/** The words of a reply, by which it is found again. */
export const textOf = (index: number): string => `Reply ${index}: she never stops dancing.`;
