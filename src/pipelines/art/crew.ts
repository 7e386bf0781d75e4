import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Step } from './simulate.ts';
import type { TracedFrame } from './traceFigure.ts';
import type { Done, Job } from './worker.ts';

/** Threads that draw frames side by side. */
export interface Crew {
  /** Draws all moments; the result is in their order. @param onFrame called after each, with how many are done. */
  draw(moments: readonly Step[], onFrame: (done: number) => void): Promise<TracedFrame[]>;
  dismiss(): Promise<void>;
}

/** Hires one thread for each core. A thread that fails fails the drawing. */
export function hireCrew(size = availableParallelism()): Crew {
  const workers = Array.from(
    { length: size },
    () => new Worker(new URL('./worker.ts', import.meta.url)),
  );
  return {
    draw: (moments, onFrame) =>
      new Promise((resolve, reject) => {
        const traced: TracedFrame[] = new Array(moments.length);
        let next = 0;
        let done = 0;
        const give = (worker: Worker): void => {
          if (next >= moments.length) return;
          worker.postMessage({ id: next, moment: moments[next]! } satisfies Job);
          next++;
        };
        for (const worker of workers) {
          worker.removeAllListeners();
          worker.on('error', reject);
          worker.on('message', (result: Done) => {
            traced[result.id] = result.traced;
            done++;
            onFrame(done);
            if (done === moments.length) resolve(traced);
            else give(worker);
          });
          give(worker);
        }
      }),
    dismiss: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
