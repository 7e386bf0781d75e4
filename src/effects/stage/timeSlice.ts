/** Milliseconds of work at a time: a frame has room for them. */
const PIECE = 5;

/** Does a long work in pieces, between which the browser may draw and listen. */
export async function inTimeSlices<Result>(work: Generator<unknown, Result>): Promise<Result> {
  for (;;) {
    const end = performance.now() + PIECE;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
