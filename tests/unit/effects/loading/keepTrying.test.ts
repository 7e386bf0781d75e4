import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ATTEMPTS, limitOf, pauseAfter } from '../../../../src/core/loading/schedule.ts';
import { type Attempt, keepTrying } from '../../../../src/effects/loading/keepTrying.ts';

const window = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const online = () => window.dispatchEvent(new Event('online'));

/** A task that fails so many times, and what it was asked. */
function failing(times: number) {
  const asked: { readonly at: number; readonly attempt: Attempt }[] = [];
  const start = Date.now();
  const task = async (attempt: Attempt) => {
    asked.push({ at: Date.now() - start, attempt });
    if (asked.length <= times) throw new Error(`failed ${asked.length}`);
    return 'here';
  };
  return { asked, task };
}

test('pauses and limits grow, up to a minute', () => {
  expect([1, 2, 3, 4].map(pauseAfter)).toEqual([1000, 2000, 4000, 8000]);
  expect(pauseAfter(30)).toBe(60_000);
  expect([0, 1, 2, 3, 9].map(limitOf)).toEqual([10_000, 20_000, 40_000, 60_000, 60_000]);
});

test('what comes at once is asked for once', async () => {
  const { asked, task } = failing(0);
  expect(await keepTrying(task)).toBe('here');
  expect(asked).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('what fails is asked for again after growing pauses', async () => {
  const { asked, task } = failing(3);
  const failures: number[] = [];
  const coming = keepTrying(task, { onFailure: (_, count) => failures.push(count) });
  await vi.advanceTimersByTimeAsync(7000);
  expect(await coming).toBe('here');
  expect(asked.map(({ at }) => at)).toEqual([0, 1000, 3000, 7000]);
  expect(asked.map(({ attempt }) => attempt.number)).toEqual([0, 1, 2, 3]);
  expect(failures).toEqual([1, 2, 3]);
});

test('the end of a pause is the connection that is back', async () => {
  const { asked, task } = failing(1);
  const coming = keepTrying(task);
  await vi.advanceTimersByTimeAsync(10);
  online();
  expect(await coming).toBe('here');
  expect(asked[1]!.at).toBe(10);
});

test('after many failures it waits for the connection alone', async () => {
  const { asked, task } = failing(ATTEMPTS + 1);
  const coming = keepTrying(task);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked).toHaveLength(ATTEMPTS);
  expect(vi.getTimerCount()).toBe(0);
  online();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(ATTEMPTS + 1);
  // And with small pauses again.
  await vi.advanceTimersByTimeAsync(pauseAfter(1));
  expect(await coming).toBe('here');
});

describe('a request that hangs', () => {
  test('is given up after its limit, and asked for again', async () => {
    const signals: AbortSignal[] = [];
    const coming = keepTrying(({ signal }) => {
      signals.push(signal);
      return signals.length > 1 ? Promise.resolve('here') : new Promise(() => {});
    });
    await vi.advanceTimersByTimeAsync(limitOf(0) - 1);
    expect(signals[0]!.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1 + pauseAfter(1));
    expect(signals[0]!.aborted).toBe(true);
    expect(await coming).toBe('here');
  });

  test('but not while something comes', async () => {
    let finish = (_: string) => {};
    const coming = keepTrying(({ progress }) => {
      setInterval(progress, limitOf(0) / 2);
      return new Promise<string>((resolve) => {
        finish = resolve;
      });
    });
    await vi.advanceTimersByTimeAsync(10 * limitOf(0));
    finish('first attempt');
    expect(await coming).toBe('first attempt');
  });

  test('is given up when the connection is back, and asked for at once', async () => {
    let count = 0;
    const coming = keepTrying(() => {
      count++;
      return count > 1 ? Promise.resolve('here') : new Promise(() => {});
    });
    online();
    expect(count).toBe(1);
    await vi.advanceTimersByTimeAsync(1100);
    online();
    expect(await coming).toBe('here');
  });
});

test('with a number of attempts it rejects after them', async () => {
  const { asked, task } = failing(9);
  const coming = keepTrying(task, { attempts: 2 });
  const failed = expect(coming).rejects.toThrow('failed 2');
  await vi.advanceTimersByTimeAsync(1000);
  await failed;
  expect(asked).toHaveLength(2);
});

test('a signal ends a pause and an attempt', async () => {
  const pausing = new AbortController();
  const first = keepTrying(failing(9).task, { signal: pausing.signal });
  const trying = new AbortController();
  const second = keepTrying(() => new Promise(() => {}), { signal: trying.signal });
  await vi.advanceTimersByTimeAsync(10);
  pausing.abort(new Error('enough'));
  trying.abort(new Error('enough'));
  await expect(first).rejects.toThrow('enough');
  await expect(second).rejects.toThrow('enough');
  expect(vi.getTimerCount()).toBe(0);
});

test('a task that throws at once has failed like any other', async () => {
  const coming = keepTrying(
    () => {
      throw new Error('at once');
    },
    { attempts: 1 },
  );
  await expect(coming).rejects.toThrow('at once');
});
