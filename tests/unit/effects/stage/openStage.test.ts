/** What stands on the stage: the server's picture until a painted one is seen, and again once that is lost. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TONES } from '../../../../src/config/tones.ts';
import type { CanvasPlace } from '../../../../src/effects/stage/canvasWorker.ts';
import { openStage } from '../../../../src/effects/stage/openStage.ts';

/** The painter's place in the page: to be put, heard and lost by hand. */
let place: CanvasPlace<'stage'>;
vi.mock('../../../../src/effects/stage/canvasWorker.ts', () => ({
  openCanvas: (_: string, given: CanvasPlace<'stage'>) => {
    place = given;
    return { say: () => {}, dismiss: () => {} };
  },
  sharpBox: () => ({}),
}));

/** Lets a frame of the page pass. */
let frames: (() => void)[] = [];
const frame = async () => {
  for (const next of frames.splice(0)) next();
  await new Promise((resolve) => setImmediate(resolve));
};
/** What has come to the page of what the thread has painted: how opaque its first pixel is. */
let pixel = 0;

beforeEach(() => {
  frames = [];
  pixel = 0;
  vi.stubGlobal('requestAnimationFrame', (next: () => void) => frames.push(next));
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal(
    'Image',
    class {
      src = '';
      here = false;
      removeAttribute() {
        this.here = false;
      }
      toggleAttribute() {
        this.here = true;
      }
      async decode() {}
    },
  );
  vi.stubGlobal('document', {
    createElement: () => ({
      getContext: () => ({
        drawImage: () => {},
        getImageData: () => ({ data: [0, 0, 0, pixel] }),
      }),
    }),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A stage on a page of two chapters, of which the second is read. */
function open() {
  const attributes = new Set<string>();
  const added: { src?: string; here?: boolean }[] = [];
  const host = {
    dataset: {} as Record<string, string>,
    toggleAttribute: (name: string, on: boolean) =>
      void (on ? attributes.add(name) : attributes.delete(name)),
    querySelector: () => ({ after: (element: object) => added.push(element) }),
  };
  const chapter = (slug: string) =>
    ({ slug, dance: 'training', scene: 'bareStage', transition: 'curtain', side: 'left' }) as const;
  const stage = openStage(host as unknown as HTMLElement, {
    chapters: [chapter('first'), chapter('second')],
    base: '',
    home: '',
    stills: true,
    tones: TONES,
  });
  stage.lay({ viewport: 100, tops: [0, 1000, 2000] });
  return { stage, dataset: host.dataset, attributes, added };
}

/** A canvas is put into the page and has been painted on its thread. */
function paint() {
  place.put({ isConnected: true } as HTMLCanvasElement);
  place.hear({ kind: 'painted' });
}

test('a thread’s word that it has painted comes before its pixels: until these are seen the server’s picture stands', async () => {
  const { dataset } = open();
  paint();
  for (let passed = 0; passed < 20; passed++) {
    await frame();
    expect(dataset).not.toHaveProperty('painted');
  }
  pixel = 255;
  await frame();
  await frame();
  expect(dataset).toHaveProperty('painted');
});

test('a canvas that was lost before its pixels came is not waited for', async () => {
  const { dataset } = open();
  paint();
  await frame();
  place.lose!();
  pixel = 255;
  for (let passed = 0; passed < 5; passed++) await frame();
  expect(dataset).not.toHaveProperty('painted');
});

test('lost after it has painted, the stage shows what stood there: the server’s picture, elsewhere the chapter’s poster', async () => {
  const { stage, dataset, attributes, added } = open();
  stage.show(0);
  paint();
  pixel = 255;
  for (let passed = 0; passed < 3; passed++) await frame();
  expect(dataset).toHaveProperty('painted');
  place.lose!();
  expect(dataset).not.toHaveProperty('painted');
  expect(attributes).not.toContain('data-elsewhere');

  stage.show(1500);
  await frame();
  expect(attributes).toContain('data-elsewhere');
  expect(added.at(-1)).toMatchObject({ src: '/posters/second.svg', here: true });
});
