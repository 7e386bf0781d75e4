/**
 * Asks for something until it comes: after growing pauses, at once when the
 * connection is back, and never longer than a limit for a request that brings
 * nothing. One piece for all that is fetched, in the page and on other threads.
 */
import { ATTEMPTS, limitOf, pauseAfter } from '../../core/loading/schedule.ts';

/** One try. */
export interface Attempt {
  /** 0 for the first. */
  readonly number: number;
  /** Aborts when it is given up. */
  readonly signal: AbortSignal;
  /** Something has come: the time limit begins anew. */
  progress(): void;
}

export interface Patience {
  /** Ends all trying. */
  readonly signal?: AbortSignal | undefined;
  /** Gives up, and rejects, after so many attempts; without it it goes on, and waits for the connection in the end. */
  readonly attempts?: number;
  /** Hears of each attempt that failed, with how many have. */
  readonly onFailure?: (error: unknown, failures: number) => void;
}

/**
 * What `task` brings, as soon as an attempt succeeds. Attempts that are given up are
 * left behind even if their task does not heed the signal.
 *
 * @throws the last error, after `attempts`; the signal's reason once that aborts
 */
export async function keepTrying<Result>(
  task: (attempt: Attempt) => Promise<Result>,
  { signal, attempts = Number.POSITIVE_INFINITY, onFailure }: Patience = {},
): Promise<Result> {
  /** How many failed, and how many of them since the connection was last back. */
  let failures = 0;
  let row = 0;
  for (;;) {
    signal?.throwIfAborted();
    let cause: unknown;
    try {
      return await attempt(task, failures, limitOf(row), signal);
    } catch (error) {
      cause = error;
    }
    signal?.throwIfAborted();
    failures++;
    row++;
    onFailure?.(cause, failures);
    if (failures >= attempts) throw cause;
    const pause = cause === BACK ? 0 : row < ATTEMPTS ? pauseAfter(row) : undefined;
    if (pause === 0 || (await rest(pause, signal))) row = 0;
  }
}

/** Milliseconds without anything: then what was asked for before the connection was back will hardly come. */
const QUIET = 1000;
/** Why an attempt is given up then. */
const BACK = new DOMException('The connection was lost', 'NetworkError');

function attempt<Result>(
  task: (attempt: Attempt) => Promise<Result>,
  number: number,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const own = new AbortController();
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>;
    const end = (reason: unknown) => {
      own.abort(reason);
      reject(reason);
    };
    const late = () => end(new DOMException('Nothing came in time', 'TimeoutError'));
    let came = 0;
    const progress = () => {
      came = performance.now();
      clearTimeout(timer);
      timer = setTimeout(late, limit);
    };
    const online = () => {
      if (performance.now() - came > QUIET) end(BACK);
    };
    const stop = () => end(signal?.reason);
    addEventListener('online', online);
    signal?.addEventListener('abort', stop);
    progress();
    const over = () => {
      clearTimeout(timer);
      removeEventListener('online', online);
      signal?.removeEventListener('abort', stop);
    };
    own.signal.addEventListener('abort', over);
    // In a promise: a task may throw at once.
    new Promise<Result>((begin) => begin(task({ number, signal: own.signal, progress })))
      .then(resolve, reject)
      .finally(over);
  });
}

/** Waits so long, or until the connection is back, which is told; without a time until then. */
function rest(pause: number | undefined, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (back: boolean) => {
      clearTimeout(timer);
      removeEventListener('online', online);
      signal?.removeEventListener('abort', over);
      resolve(back);
    };
    const online = () => end(true);
    const over = () => end(false);
    const timer = pause === undefined ? undefined : setTimeout(over, pause);
    addEventListener('online', online);
    signal?.addEventListener('abort', over);
  });
}
