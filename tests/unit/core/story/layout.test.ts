import { expect, test } from 'vitest';
import { chaptersOnPage, initialsOf, numberOf, sideOf } from '../../../../src/core/story/layout.ts';

test('a page of a short story holds all chapters that follow', () => {
  expect(chaptersOnPage(1, 0)).toBe(1);
  expect(chaptersOnPage(12, 0)).toBe(12);
  expect(chaptersOnPage(12, 9)).toBe(3);
});

test('of a long one it holds its own and the next two, and links from page to page reach the end', () => {
  const seen = [];
  for (let at = 0; at < 30; at += chaptersOnPage(30, at))
    for (let i = 0; i < chaptersOnPage(30, at); i++) seen.push(at + i);
  expect(seen).toEqual(Array.from({ length: 30 }, (_, i) => i));
  expect(chaptersOnPage(13, 11)).toBe(2);
  expect(chaptersOnPage(13, 12)).toBe(1);
});

test('words stand on either side in turn', () => {
  expect([0, 1, 2].map((at) => sideOf(at, 'left'))).toEqual(['left', 'right', 'left']);
  expect([0, 1, 2].map((at) => sideOf(at, 'right'))).toEqual(['right', 'left', 'right']);
});

test('an introduction has no number', () => {
  expect([0, 1, 30].map(numberOf)).toEqual([undefined, 1, 30]);
});

test('initials are letters, whatever their script', () => {
  expect(initialsOf('Ballerina Assassin')).toEqual(['B', 'A']);
  expect(initialsOf('Giselle')).toEqual(['G', '']);
  expect(initialsOf('Étoile et 𝒜nge')).toEqual(['É', 'e']);
});
