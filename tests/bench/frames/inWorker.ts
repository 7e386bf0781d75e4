/** Runs in the stage's worker before anything of it: how long its thread takes for each picture. */

/** By it the worker tells the page. */
export const CHANNEL = 'bench-frames';

/** Code to stand before the worker's own; what is imported there runs first, and touches neither clock nor canvas yet. */
export const METER = `{
  let painted = false;
  const { fill } = OffscreenCanvasRenderingContext2D.prototype;
  OffscreenCanvasRenderingContext2D.prototype.fill = function (...how) {
    painted = true;
    return fill.apply(this, how);
  };
  const channel = new BroadcastChannel(${JSON.stringify(CHANNEL)});
  const next = self.requestAnimationFrame.bind(self);
  self.requestAnimationFrame = (then) =>
    next((now) => {
      painted = false;
      const begun = performance.now();
      then(now);
      if (painted) channel.postMessage(performance.now() - begun);
    });
}
`;
