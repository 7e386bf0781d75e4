/** Replies in the order in which they are read. Pure. */

export interface Threaded {
  readonly id: string;
  /** The id of the reply that it answers. */
  readonly parent?: string | undefined;
  /** Milliseconds since 1970. */
  readonly created: number;
}

export type Thread<T> = T & { readonly answers: readonly T[] };

/**
 * The oldest first, answers below what they answer. One level: what answers an answer
 * stands beside it. What answers something that is not there stands by itself.
 */
export function threads<T extends Threaded>(replies: readonly T[]): Thread<T>[] {
  const sorted = [...replies].sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  const byId = new Map(sorted.map((reply) => [reply.id, reply]));
  const answers = Map.groupBy(sorted, (reply) => rootOf(reply, byId).id);
  return sorted
    .filter((reply) => rootOf(reply, byId) === reply)
    .map((root) => ({
      ...root,
      answers: (answers.get(root.id) ?? []).filter((one) => one !== root),
    }));
}

/** What an answer stands under. A circle, which only a forged import has, is its own root. */
function rootOf<T extends Threaded>(reply: T, byId: ReadonlyMap<string, T>): T {
  let root = reply;
  const seen = new Set([reply.id]);
  for (;;) {
    const parent = root.parent === undefined ? undefined : byId.get(root.parent);
    if (!parent) return root;
    if (seen.has(parent.id)) return reply;
    seen.add(parent.id);
    root = parent;
  }
}
