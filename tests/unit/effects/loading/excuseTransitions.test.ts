import { afterEach, expect, test, vi } from 'vitest';
import { excuseSkippedTransitions } from '../../../../src/effects/loading/excuseTransitions.ts';

afterEach(() => vi.unstubAllGlobals());

/** Whether the page excuses what was rejected with this reason. */
function excuses(reason: unknown): boolean {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  excuseSkippedTransitions();
  const event = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason });
  return !page.dispatchEvent(event);
}

test.each([
  'Transition was aborted because of invalid state. ViewTransition opt-in disabled',
  'Transition was skipped',
  'Skipping view transition because skipTransition() was called.',
])('a transition that is left out is excused: %s', (message) => {
  expect(excuses(new DOMException(message, 'AbortError'))).toBe(true);
});

test.each([
  ['another refusal of the browser', new DOMException('The user aborted a request.', 'AbortError')],
  ['a fault of ours', new Error('The view transition has no name')],
  ['nothing', undefined],
])('%s is told', (_, reason) => {
  expect(excuses(reason)).toBe(false);
});
