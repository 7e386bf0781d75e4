/** In which language an article is, where its source does not say. Pure. */
/** Letters below which a guess is none. */
const ENOUGH = 60;
/** So much of a text is enough to tell. */
const SAMPLE = 6000;

/** @returns a tag of two or three letters; English where nothing can be told, and so marked */
export async function guessLanguage(text: string): Promise<{ language: string; sure: boolean }> {
  const sample = text.slice(0, SAMPLE);
  if (sample.replace(/[^\p{L}]/gu, '').length < ENOUGH) return { language: 'en', sure: false };
  // It knows sixty languages by heart: loaded where the source does not say.
  const { detectAll } = await import('tinyld');
  const [best] = detectAll(sample);
  return best && /^[a-z]{2,3}$/.test(best.lang)
    ? { language: best.lang, sure: best.accuracy > 0.2 }
    : { language: 'en', sure: false };
}

/** A tag as the story's file wants it; undefined for what is none. */
export function languageTag(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  try {
    const { language, script, region } = new Intl.Locale(written.trim().replaceAll('_', '-'));
    const tag = [language, script, region].filter(Boolean).join('-');
    return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) && language !== 'und' ? tag : undefined;
  } catch {
    return undefined;
  }
}
