/**
 * The language that there is for a tag: that very one (`pt-BR`), else the one of its
 * first part (`pt`); undefined where there is neither.
 *
 * @param tag BCP 47, in any case
 * @param known tags to choose from
 */
export function closestLanguage(tag: string, known: readonly string[]): string | undefined {
  const whole = tag.toLowerCase();
  const [primary] = whole.split('-');
  return (
    known.find((one) => one.toLowerCase() === whole) ??
    known.find((one) => one.toLowerCase() === primary)
  );
}
