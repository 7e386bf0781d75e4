/** What a module says of what it exports: the comment right above it. Pure. */

/**
 * @param source TypeScript
 * @returns the comment above `export default`, as one line
 * @throws Error where there is none
 */
export function sentenceAbove(source: string): string {
  const [, comment] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export default /.exec(source) ?? [];
  if (!comment) throw new Error('A comment above `export default` has to say what is seen');
  return comment
    .replace(/\n\s*\*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
