/** What a reader sends, as fields of a form. Pure. */
import { FIELD_LIMITS } from './limits.ts';

/** The fields as they were typed. */
export interface Typed {
  readonly name: string;
  readonly text: string;
  readonly site: string;
  readonly email: string;
  /** The id of the reply that is answered, or nothing. */
  readonly parent: string;
  /** No person sees this field: whatever fills it is a program. */
  readonly honey: string;
  readonly stamp: string;
}

/** The name that the field for programs has: one that they like to fill. */
export const HONEY = 'website';

/** A reply as it may be kept. */
export interface Written {
  readonly name: string;
  readonly text: string;
  /** An absolute http(s) address. */
  readonly site?: string;
  readonly email?: string;
  readonly parent?: string;
}

export type Field = 'name' | 'text' | 'site' | 'email';
export type Fault = 'missing' | 'long' | 'wrong';
export type Faults = Readonly<Partial<Record<Field, Fault>>>;

/** @param fields by name; what is no text, or not there, is empty */
export function typedIn(fields: Readonly<Record<string, unknown>>): Typed {
  const field = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    name: field('name'),
    text: field('text'),
    site: field('site'),
    email: field('email'),
    parent: field('parent'),
    honey: field(HONEY),
    stamp: field('stamp'),
  };
}

/** The reply, or what is wrong with which field. */
export function readForm(typed: Typed): { written: Written } | { faults: Faults } {
  const name = oneLine(typed.name);
  const text = plain(typed.text).replace(/\r\n?/g, '\n').trim();
  const site = typed.site.trim();
  const email = typed.email.trim();
  const address = site === '' ? undefined : readSite(site);
  const faults: Partial<Record<Field, Fault>> = {};
  for (const [field, value] of Object.entries({ name, text, site, email })) {
    if (lengthOf(value) > FIELD_LIMITS[field as Field]) faults[field as Field] = 'long';
  }
  if (name === '') faults.name = 'missing';
  if (text === '') faults.text = 'missing';
  if (site !== '' && address === undefined) faults.site ??= 'wrong';
  if (email !== '' && !isEmail(email)) faults.email ??= 'wrong';
  if (Object.keys(faults).length > 0) return { faults };
  return {
    written: {
      name,
      text,
      ...(address !== undefined && { site: address }),
      ...(email !== '' && { email }),
      ...(/^[\w-]{1,40}$/.test(typed.parent) && { parent: typed.parent }),
    },
  };
}

/** As people count: a letter with its accents, an emoji of several signs, is one. */
const lengthOf = (text: string): number => [...text].length;

/** Controls, and signs that turn the direction of the words that follow. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text without signs that nobody sees, but for its line breaks. */
const plain = (text: string): string =>
  text.replace(UNSEEN, (sign) => (/[\t\n\r]/.test(sign) ? sign : '')).normalize('NFC');

/** Text in one line. */
export const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim();

/**
 * A person's own address as they type it: `example.org` is meant as well as `https://example.org/`.
 *
 * @returns absolute; undefined for what leads nowhere or would say a password
 */
export function readSite(text: string): string | undefined {
  const whole = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text)
    ? text
    : `https://${text.replace(/^\/\//, '')}`;
  const url = URL.parse(whole);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  return /\.[a-z\d-]{2,}\.?$|^\[/i.test(url.hostname) ? url.href : undefined;
}

/** One at sign, and a host with a dot: who wants to be answered says no less. */
const isEmail = (text: string): boolean => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(text);
