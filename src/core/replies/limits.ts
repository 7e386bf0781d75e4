/** How much of what is taken. Pure. */

/** Characters that a field may have. */
export const FIELD_LIMITS = { name: 60, text: 5000, site: 200, email: 254 } as const;

/** Bytes of a posted form: each character may take nine, escaped. */
export const FORM_BYTES = 65_536;

/** How often something may be done, from one network or for one place. */
export interface Rate {
  /** All that are looked for are counted: hundreds, or `Infinity` for no limit. */
  readonly count: number;
  /** In milliseconds. */
  readonly within: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface Limits {
  /** Replies from one network. */
  readonly network: Rate;
  /** Replies that carry no stamp: without script there is none, and programs do not ask for one. */
  readonly unstamped: Rate;
  /** Replies to one place, whoever writes them. */
  readonly place: Rate;
  /** Mentions that one network announces. */
  readonly mention: Rate;
  /** Wrong passphrases from one network. */
  readonly desk: Rate;
}

export const LIMITS: Limits = {
  network: { count: 12, within: HOUR },
  unstamped: { count: 6, within: HOUR },
  place: { count: 120, within: HOUR },
  mention: { count: 30, within: HOUR },
  desk: { count: 5, within: 15 * MINUTE },
};
