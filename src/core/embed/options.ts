/** What a blog may choose about a frame; it travels in the frame's query. Pure. */

/** `auto` follows the reader's system. */
export const THEMES = ['dark', 'light', 'auto'] as const;

/** Languages of the frame's own few words (play, pause, links); the story's words stay in its own. */
export const FRAME_LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'pt'] as const;
export type FrameLanguage = (typeof FRAME_LANGUAGES)[number];

export interface FrameOptions {
  readonly theme?: string | null | undefined;
  readonly lang?: string | null | undefined;
}

/** `?theme=light&lang=de`, or nothing; what is no theme or no language tag is left out. */
export function frameQuery({ theme, lang }: FrameOptions): string {
  const chosen = [
    ...(theme === 'light' || theme === 'auto' ? [`theme=${theme}`] : []),
    ...(lang && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) ? [`lang=${lang}`] : []),
  ];
  return chosen.length > 0 ? `?${chosen.join('&')}` : '';
}

/** The language for the frame's words, from a tag such as `de-AT`; undefined when it has none of them. */
export function frameLanguage(tag: string | null): FrameLanguage | undefined {
  const primary = tag?.toLowerCase().split('-')[0];
  return FRAME_LANGUAGES.find((language) => language === primary);
}
