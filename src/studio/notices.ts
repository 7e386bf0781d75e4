/** What on the two screens is worth a look, in words. Pure. */
import type { StepFacts, WeakWords } from './preview/preview.ts';
import type { Moment } from './track.ts';

export const SCREENS = {
  phone: { name: 'Phone', width: 390, height: 844 },
  wide: { name: 'Desktop', width: 1440, height: 900 },
} as const;
export type ScreenName = keyof typeof SCREENS;

/** Something seen on a screen that is worth a look. */
export interface Notice {
  readonly screen: ScreenName;
  readonly step?: number;
  readonly text: string;
  /** Where to see it. */
  readonly moment?: Moment;
}

/** A step is too long for a phone where it is higher than so much of what the picture leaves of the window. */
const MOST_SCREENS = 2.2;

/** @param steps of a chapter on a phone, in order */
export function tooLong(steps: readonly StepFacts[]): Notice[] {
  return steps.flatMap(({ screens }, step): Notice[] => {
    if (screens <= MOST_SCREENS) return [];
    const text = `Step ${step + 1} fills a phone ${screens.toFixed(1)} times. Two shorter ones read better.`;
    return [{ screen: 'phone', step, text }];
  });
}

/** @param moment at which they are seen */
export function tooWeak(
  screen: ScreenName,
  { step, words, ratio }: WeakWords,
  moment: Moment,
): Notice {
  const where = SCREENS[screen].name.toLowerCase();
  const text = `“${words}…” has ${ratio.toFixed(1)} to 1 against the stage on the ${where}; 7 to 1 is wanted. Another side or scene may be darker there.`;
  return { screen, ...(step !== undefined && { step }), text, moment };
}

/** What was found stays, until the same place is found better or worse. */
export function merged(before: readonly Notice[], found: readonly Notice[]): readonly Notice[] {
  const key = ({ screen, step }: Notice) => `${screen} ${step}`;
  return [...before.filter((one) => !found.some((other) => key(other) === key(one))), ...found];
}
