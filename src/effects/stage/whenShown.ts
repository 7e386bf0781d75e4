/** Frames after which a canvas is taken to be shown although it cannot be read. */
const MOST = 90;

/**
 * Resolves when a canvas has been shown with something on it. What another thread has painted
 * comes to the page some frames after that thread's word of it: WebKit takes long.
 */
export async function whenShown(canvas: HTMLCanvasElement): Promise<void> {
  const probe = document.createElement('canvas');
  probe.width = probe.height = 1;
  const pen = probe.getContext('2d');
  for (let frame = 0; frame < MOST; frame++) {
    await new Promise(requestAnimationFrame);
    if (!canvas.isConnected) return;
    pen?.drawImage(canvas, 0, 0, 1, 1);
    if (pen?.getImageData(0, 0, 1, 1).data[3] !== 0) break;
  }
  await new Promise(requestAnimationFrame);
}
