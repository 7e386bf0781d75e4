/** Draws and traces single frames, in a thread of its own. */
import { parentPort } from 'node:worker_threads';
import { loadBody } from './anatomy.ts';
import { jointsAt, renderFigure } from './figure.ts';
import type { Step } from './simulate.ts';
import { type TracedFrame, traceFigure } from './traceFigure.ts';

export interface Job {
  readonly id: number;
  readonly moment: Step;
}

export interface Done {
  readonly id: number;
  readonly traced: TracedFrame;
}

/** Pixels in one clip unit: enough for borders exact to a tenth of a unit. */
const SCALE = 1.25;

const body = loadBody();

parentPort?.on('message', ({ id, moment }: Job) => {
  const { pose, costume, state, key, halfway } = moment;
  const raster = renderFigure(body, pose, costume, state, { scale: SCALE, key });
  const traced: TracedFrame = {
    ...traceFigure(raster),
    ...(halfway && { halfway: jointsAt(body, halfway.pose, halfway.costume, halfway.state) }),
  };
  parentPort?.postMessage({ id, traced } satisfies Done);
});
