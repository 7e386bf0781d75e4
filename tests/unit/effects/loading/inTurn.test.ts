/** Islands wake one by one, each in a task of its own. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** The number of the task that runs, as a browser would count them. */
let task = 0;
let waiting: (() => void)[] = [];
let idle: (() => void)[] = [];
let woken: string[] = [];

let inTurn: (...all: unknown[]) => Promise<void>;

beforeEach(async () => {
  vi.resetModules();
  const module = await import('../../../../src/effects/loading/inTurn.ts');
  inTurn = module.default as typeof inTurn;
  task = 0;
  [waiting, idle, woken] = [[], [], []];
  vi.stubGlobal('setTimeout', (then: () => void) => waiting.push(then));
  vi.stubGlobal('requestIdleCallback', (then: () => void) => idle.push(then));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** All promises that can be kept within this task. */
async function settled(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve();
}

async function runTasks(): Promise<void> {
  await settled();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    task++;
    next();
    await settled();
  }
}

function wake(name: string, value?: string, load = Promise.resolve()): Promise<void> {
  const island = async () => {
    woken.push(`${name} ${task}`);
    if (name === 'broken') throw new Error(name);
  };
  return inTurn(
    async () => {
      await load;
      return island;
    },
    { name, value },
    {},
  );
}

test('those that come at once wake in tasks apart, in the order in which they came', async () => {
  const all = ['sound', 'bar', 'stage'].map((name) => wake(name));
  await runTasks();
  await Promise.all(all);
  expect(woken).toEqual(['sound 1', 'bar 2', 'stage 3']);
});

test('what hangs and what fails keeps nobody waiting', async () => {
  void wake('hanging', undefined, new Promise<never>(() => {}));
  const broken = wake('broken').catch(({ message }: Error) => message);
  const stage = wake('stage');
  await runTasks();
  expect(await broken).toBe('broken');
  await stage;
  expect(woken).toEqual(['broken 1', 'stage 2']);
});

test('what has time is not even asked for before the browser has', async () => {
  let asked = false;
  const load = {
    // biome-ignore lint/suspicious/noThenProperty: it tells when it is waited for
    then(kept: () => void) {
      asked = true;
      kept();
    },
  } as Promise<void>;
  const staff = wake('staff', 'idle', load);
  await runTasks();
  expect(asked).toBe(false);
  for (const then of idle) then();
  await runTasks();
  await staff;
  expect(woken).toEqual(['staff 1']);
});
