/** What a reader chose about sound, as it is kept for the next visit. Pure. */
export interface SoundChoice {
  /** Sound was on: it is offered again, never played by itself. */
  readonly on: boolean;
  /** 0 to 1. */
  readonly volume: number;
  /** Whether captions are shown; null, while the reader has not said: with sound they are, without they are not. */
  readonly captions: boolean | null;
  readonly staff: boolean;
}

export const DEFAULT_CHOICE: SoundChoice = { on: false, volume: 0.7, captions: null, staff: true };

/** Reads a stored choice; whatever is missing or odd takes its default. */
export function parseSoundChoice(stored: string | null): SoundChoice {
  let value: unknown;
  try {
    value = JSON.parse(stored ?? '');
  } catch {
    return DEFAULT_CHOICE;
  }
  if (typeof value !== 'object' || value === null) return DEFAULT_CHOICE;
  const { on, volume, captions, staff } = value as Record<string, unknown>;
  return {
    on: on === true,
    volume:
      typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : DEFAULT_CHOICE.volume,
    captions: typeof captions === 'boolean' ? captions : null,
    staff: staff !== false,
  };
}
