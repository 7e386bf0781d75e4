/** What a blog may choose about a frame; it travels in the frame's query. Pure. */

/** `auto` follows the reader's system. */
export const THEMES = ['dark', 'light', 'auto'] as const;

export interface FrameOptions {
  readonly theme?: string | null | undefined;
  /** Language of the frame's own few words (play, pause, links); the story's words stay in its own. */
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
