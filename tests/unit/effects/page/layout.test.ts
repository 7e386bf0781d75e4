/** How the page is measured: once for each layout, and told in order. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const page = { scrollHeight: 5000, scrollY: 300 };
let looks = 0;
let resized = () => {};

/** An element of the page, from `top` to `bottom` in it; or one that is folded up there. */
function element(
  kind: string,
  top: number,
  bottom: number,
  inside: object[] = [],
  folded: object | null = null,
) {
  return {
    id: kind === 'chapter' ? `at-${top}` : '',
    classList: { contains: (name: string) => name === kind },
    matches: (selector: string) => selector === `.${kind}`,
    querySelectorAll: () => inside,
    closest: () => folded,
    getBoundingClientRect() {
      looks++;
      const [from, to] = [top - page.scrollY, bottom - page.scrollY];
      return { top: from, bottom: to, width: 9, height: bottom - top };
    },
  };
}

beforeEach(() => {
  vi.resetModules();
  looks = 0;
  page.scrollHeight = 5000;
  const quote = element('quote', 1900, 2100);
  const parts = [
    element('cover', 0, 1000),
    element('chapter', 1000, 3000, [
      element('p', 1200, 1400),
      element('li', 1410, 1600, [], {}),
      quote,
    ]),
    element('coda', 3000, 5000),
  ];
  vi.stubGlobal('document', {
    documentElement: {
      clientWidth: 900,
      clientHeight: 700,
      get scrollHeight() {
        return page.scrollHeight;
      },
    },
    querySelectorAll: (selector: string) => (selector.includes('.quote') ? [quote] : parts),
  });
  vi.stubGlobal('window', {
    scrollY: page.scrollY,
    innerHeight: 700,
    matchMedia: () => ({ matches: false }),
  });
  vi.stubGlobal('getComputedStyle', () => ({
    scrollPaddingTop: '60px',
    scrollPaddingBottom: '40px',
  }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(told: () => void) {
        resized = told;
      }
      observe() {}
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('stage, place and bar are told of one geometry', async () => {
  const { pageLayout } = await import('../../../../src/effects/page/layout.ts');
  expect(pageLayout()).toMatchObject({
    parts: [
      { slug: '^', edges: [0, 1000] },
      { slug: 'at-1000', edges: [1000, 1200, 1400, 1400, 1400, 1900, 2100, 3000] },
      { slug: '$', edges: [3000, 5000] },
    ],
    geometry: { viewport: 700, tops: [1000, 3000], quotes: [1650] },
    clear: { top: 60, height: 600 },
    way: 4300,
  });
});

test('it is measured once, and again when the page has another size', async () => {
  const { pageLayout } = await import('../../../../src/effects/page/layout.ts');
  const first = pageLayout();
  const once = looks;
  expect(pageLayout()).toBe(first);
  expect(looks).toBe(once);
  page.scrollHeight = 5001;
  expect(pageLayout()).not.toBe(first);
});

test('all hear of a new layout, whoever restores the reader’s place before the others', async () => {
  const { onLaidOut } = await import('../../../../src/effects/page/layout.ts');
  const heard: string[] = [];
  onLaidOut(() => heard.push('stage'));
  const undo = onLaidOut(() => heard.push('place'), 'first');
  // How it lies as they begin they have seen themselves.
  const once = looks;
  resized();
  expect([heard.length, looks]).toEqual([0, once]);
  resized();
  undo();
  resized();
  expect(heard).toEqual(['place', 'stage', 'stage']);
});

test('a page that has changed by the time its size is told first is measured', async () => {
  const { onLaidOut } = await import('../../../../src/effects/page/layout.ts');
  const heard: number[] = [];
  onLaidOut(({ way }) => heard.push(way));
  page.scrollHeight = 6000;
  resized();
  expect(heard).toEqual([5300]);
});

test('who has measured it without a word does not keep the others from hearing', async () => {
  const { onLaidOut, pageLayout } = await import('../../../../src/effects/page/layout.ts');
  const heard: number[] = [];
  onLaidOut(({ way }) => heard.push(way));
  page.scrollHeight = 6000;
  pageLayout();
  resized();
  expect(heard).toEqual([5300]);
});
