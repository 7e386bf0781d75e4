/**
 * A language as Open Graph writes it: `en_US` for `en`, `fr_CA` for `fr-CA`. A
 * language without a region gets the one where most of its speakers live
 * (CLDR's likely subtags); one that is unknown stays alone.
 */
export function openGraphLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region ? `${language}_${region}` : language;
}
