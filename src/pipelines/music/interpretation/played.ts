/** A note as played. Seconds from the file's first sample. */
export interface PlayedNote {
  readonly voice: string;
  readonly at: number;
  readonly length: number;
  readonly midi: number;
  readonly velocity: number;
  /** Not in the score's own time: a grace note. */
  readonly ornament: boolean;
}

/** A controller's change (MIDI numbers: 1 vibrato, 11 expression, 64 pedal). */
export interface PlayedControl {
  readonly voice: string;
  readonly at: number;
  readonly controller: 1 | 11 | 64;
  readonly value: number;
}

/** When a written note sounds, seconds from the file's first sample. */
export interface WrittenTime {
  /** Id of the written event. */
  readonly event: string;
  readonly from: number;
  readonly to: number;
}

export interface Played {
  readonly notes: readonly PlayedNote[];
  readonly controls: readonly PlayedControl[];
  readonly written: readonly WrittenTime[];
  /** Seconds at which each bar begins, and the last one ends. */
  readonly bars: readonly number[];
  /** Seconds from the first beat to the last beat's end. */
  readonly length: number;
}
