/** "Modest Mussorgsky, Nikolai Rimsky-Korsakov" as a narrow line has room for it: "Mussorgsky, Rimsky-Korsakov". */
export function surnames(composers: string): string {
  return composers
    .split(', ')
    .map((name) => name.slice(name.lastIndexOf(' ') + 1))
    .join(', ');
}
