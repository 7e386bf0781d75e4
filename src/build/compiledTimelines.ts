/**
 * A Vite plugin: what pages get of scenes and transitions. Their GSAP timelines become data, so that no page fetches
 * GSAP for its pictures, and what only the build reads of them stays out.
 */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import type { Actors, Scrubbed } from '../timelines/scrubbed.ts';
import { compileTimeline } from './compileTimeline.ts';

/** One object a file: a scene or a transition. */
const MODULE = /\/src\/(?:scenes|transitions)\/(?!index\.)\w+\.ts$/;
const PLAYED = /\/scrubbed\.ts$/;

export interface Omissions {
  /** Properties of scenes and transitions that pages do not read. */
  readonly leaveOut: readonly string[];
}

/** Only the parts of a syntax tree that are looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** @param root the project's folder */
export function compiledTimelines(root: string, { leaveOut }: Omissions): Plugin {
  const eases = resolve(root, 'src/timelines/eases.ts');
  const compiled = resolve(root, 'src/timelines/compiled.ts');
  return {
    name: 'compiled-timelines',
    apply: 'build',
    resolveId: {
      // Before Vite finds the file that is named.
      order: 'pre',
      handler: (id) => (PLAYED.test(id) ? compiled : null),
    },
    async transform(code, id) {
      if (!MODULE.test(id)) return null;
      const motion = await motionOf(id);
      let arranged: string;
      try {
        arranged = motion ? compileTimeline(motion) : '';
      } catch (error) {
        throw new Error(`${id}: ${(error as Error).message}`, { cause: error });
      }
      const edited = withProperties(code, this.parse(code) as unknown as Node, {
        ...Object.fromEntries(leaveOut.map((name) => [name, ''])),
        arrange: arranged && `arrange: ${arranged}`,
      });
      return { code: `import * as eases from ${JSON.stringify(eases)};\n${edited}`, map: null };
    },
  };
}

async function motionOf(file: string): Promise<Scrubbed<Actors> | undefined> {
  const { default: found } = (await import(pathToFileURL(file).href)) as {
    default?: { motion?: Scrubbed<Actors> };
  };
  return found?.motion;
}

/**
 * The code of a module with other properties in the object that its default export is made of.
 *
 * @param written each property's name and what is to stand for it, nothing for none
 * @throws Error where the module's default export is not made by one call of one object
 */
export function withProperties(
  code: string,
  program: Node,
  written: Readonly<Record<string, string>>,
): string {
  const exported = (program['body'] as Node[]).find(
    ({ type }) => type === 'ExportDefaultDeclaration',
  );
  const call = exported?.['declaration'] as Node | undefined;
  const [plan] = call?.type === 'CallExpression' ? (call['arguments'] as Node[]) : [];
  if (plan?.type !== 'ObjectExpression')
    throw new Error(
      'a scene or transition is `export default scene({ … })` or `transition({ … })`',
    );
  let edited = code;
  for (const property of (plan['properties'] as Node[]).toReversed()) {
    const name = (property['key'] as { name?: string } | undefined)?.name ?? '';
    const instead = Object.hasOwn(written, name) ? written[name] : undefined;
    if (instead === undefined) continue;
    const after = /^\s*,/.exec(edited.slice(property.end))?.[0].length ?? 0;
    const gap = instead === '' ? after : 0;
    edited = edited.slice(0, property.start) + instead + edited.slice(property.end + gap);
  }
  return edited;
}
