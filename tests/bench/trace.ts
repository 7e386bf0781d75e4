/** From Chromium's trace of a visit to what the visit cost. Pure. */

/** One event as the trace file has it; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly pid: number;
  readonly tid: number;
  /** By the wall's clock, and by the thread's own, which stands still while others have the processor. */
  readonly dur?: number;
  readonly tdur?: number;
}

/** What is recorded: tasks, frames and the marks. More would itself cost time. */
export const TRACE_CATEGORIES = [
  '-*',
  'toplevel',
  'disabled-by-default-devtools.timeline.frame',
  'blink.user_timing',
];
/** Marks set by the page around what counts; there may be several pairs. */
export const MARKS = { start: 'bench-start', end: 'bench-end' } as const;

export interface Cost {
  /** Seconds between the marks, all pairs together. */
  readonly seconds: number;
  /** Milliseconds of the main thread in a second. */
  readonly busy: number;
  /** The longest task, in ms. */
  readonly longest: number;
  /** Share of the drawn frames for which the main thread had no new picture, 0 to 1. */
  readonly stale: number;
  readonly drawn: number;
}

/**
 * The cost of what happened between the marks, on the thread that set them.
 * Time is the thread's own, so that what else runs on the machine does not count.
 * @throws Error when the trace has no marks
 */
export function costOf(events: readonly TraceEvent[]): Cost {
  const spans = spansOf(events);
  const { pid, tid } = events.find(({ name }) => name === MARKS.start)!;
  const within = ({ ts }: TraceEvent) => spans.some(([from, to]) => ts >= from && ts < to);
  const counted = events.filter((event) => event.pid === pid && within(event));
  const tasks = counted
    .filter(({ name, tid: on }) => on === tid && name === 'ThreadControllerImpl::RunTask')
    .map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000);
  const count = (what: string) => counted.filter(({ name }) => name === what).length;
  const seconds = spans.reduce((sum, [from, to]) => sum + (to - from) / 1e6, 0);
  const drawn = count('DrawFrame');
  return {
    seconds,
    busy: tasks.reduce((sum, ms) => sum + ms, 0) / seconds,
    longest: Math.max(0, ...tasks),
    stale: Math.max(0, 1 - count('BeginMainThreadFrame') / Math.max(1, drawn)),
    drawn,
  };
}

function spansOf(events: readonly TraceEvent[]): [from: number, to: number][] {
  const times = (mark: string) =>
    events
      .filter(({ name }) => name === mark)
      .map(({ ts }) => ts)
      .sort((a, b) => a - b);
  const ends = times(MARKS.end);
  const spans = times(MARKS.start).map((from, i): [number, number] => [from, ends[i]!]);
  if (spans.length === 0 || spans.some(([, to]) => to === undefined))
    throw new Error('The trace lacks its marks: the page was closed or changed too early.');
  return spans;
}
