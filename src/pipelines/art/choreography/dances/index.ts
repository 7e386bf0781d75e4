import { readdirSync } from 'node:fs';
import type { Vec3 } from '../../linear.ts';
import { normalize } from '../../linear.ts';
import { type Dance, dance, type WrittenDance } from '../dance.ts';
import { overture } from './00-introduction.ts';

/** All dances, one a file, in the order of the one ballet that they make: that of their files' numbers. */
export const WRITTEN_DANCES: readonly WrittenDance[] = await Promise.all(
  readdirSync(import.meta.dirname)
    .filter((file) => /^\d\d-.+\.ts$/.test(file))
    .sort()
    .map(async (file) => {
      const { href } = new URL(file, import.meta.url);
      return ((await import(/* @vite-ignore */ href)) as { default: WrittenDance }).default;
    }),
);

/** The spotlight that finds her when the curtain parts. */
const FIRST_LIGHT: Vec3 = normalize([0.4, 0.95, 0.1]);

/** The eleven dances as one: each begins in the very pose, place and light in which the last one ends. */
export const DANCES: readonly Dance[] = danceAll();

function danceAll(): readonly Dance[] {
  const danced: Dance[] = [];
  for (const written of WRITTEN_DANCES) {
    const before = danced.at(-1);
    danced.push(dance(written, before?.poseAt(1) ?? overture, before?.lightAt(1) ?? FIRST_LIGHT));
  }
  return danced;
}

/** @throws when no dance has that id. */
export function danceOf(id: string): Dance {
  const found = DANCES.find((one) => one.id === id);
  if (found === undefined) {
    const known = DANCES.map((one) => one.id).join(', ');
    throw new Error(`no dance is called "${id}"; there are ${known}`);
  }
  return found;
}
