import { afterEach, expect, test, vi } from 'vitest';
import { drawnBefore } from '../../../src/cards/drawnBefore.ts';
import { makeFolder } from '../../helpers/folder.ts';

afterEach(() => vi.restoreAllMocks());

test('what was drawn once is not drawn again, and what differs is', async () => {
  vi.spyOn(process, 'cwd').mockReturnValue(makeFolder({}));
  const draw = vi.fn(async () => Buffer.from('a bitmap'));
  const twice = [await drawnBefore('<svg/>', draw), await drawnBefore('<svg/>', draw)];
  expect(twice.map(String)).toEqual(['a bitmap', 'a bitmap']);
  expect(draw).toHaveBeenCalledTimes(1);
  await drawnBefore('<svg></svg>', draw);
  expect(draw).toHaveBeenCalledTimes(2);
});

test('a drawing that fails is told, and tried again', async () => {
  vi.spyOn(process, 'cwd').mockReturnValue(makeFolder({}));
  await expect(drawnBefore('x', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(String(await drawnBefore('x', async () => Buffer.from('drawn')))).toBe('drawn');
});
