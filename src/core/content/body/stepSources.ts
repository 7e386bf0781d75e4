/** A chapter's body as its author wrote it, cut at the breaks that part its steps, and put together again to the letter. Pure. */
import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';

export interface StepSources {
  /** What is written in each step, without empty lines around it. */
  readonly steps: readonly string[];
  /** What stands before the first, between two, and behind the last: one more than there are steps. */
  readonly seams: readonly string[];
}

const SEAM = '\n\n---\n\n';

/** @param body all that follows the fields */
export function cutSteps(body: string): StepSources {
  const { children } = markdownToMdast(body, { features: { frontmatter: false } }) as Root;
  const breaks = children.flatMap(({ type, position }) =>
    type === 'thematicBreak' && position
      ? [[position.start.offset ?? 0, position.end.offset ?? 0] as const]
      : [],
  );
  const steps: string[] = [];
  const seams: string[] = [];
  let seam = 0;
  let from = 0;
  for (const [start, end] of [...breaks, [body.length, body.length] as const]) {
    const part = body.slice(from, start);
    const text = part.trim();
    if (text !== '') {
      const at = from + part.indexOf(text);
      seams.push(body.slice(seam, at));
      steps.push(text);
      seam = at + text.length;
    }
    from = end;
  }
  return { steps, seams: [...seams, body.slice(seam)] };
}

/** The body with these steps in the places of the old ones. What parts them is kept where there are as many, else written anew. */
export function joinSteps(steps: readonly string[], seams: readonly string[]): string {
  const kept = seams.length === steps.length + 1;
  const [first = '\n', last = '\n'] = [seams[0], seams.length > 1 ? seams.at(-1) : undefined];
  return steps.reduce((body, step, at) => {
    const next = at === steps.length - 1 ? last : kept ? seams[at + 1]! : SEAM;
    return body + step + next;
  }, first);
}
