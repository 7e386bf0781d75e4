/**
 * A language as Open Graph writes it: `en_US` for `en`, `fr_CA` for `fr-CA`. A
 * language without a region gets the one where most of its speakers live
 * (CLDR's likely subtags); one that is unknown stays alone.
 */
export function openGraphLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region ? `${language}_${region}` : language;
}

/** Scripts that are read from right to left. */
const RTL_SCRIPTS = 'Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' ');

/** In which direction a language is written, by the script that it has or most likely has. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RTL_SCRIPTS.includes(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}
