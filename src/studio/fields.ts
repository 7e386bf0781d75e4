/** The fields of a content file as a form shows them: read from their schema, so that a new field needs nothing here. Pure. */
import type { z } from 'astro/zod';

export interface FormField {
  readonly name: string;
  readonly label: string;
  /** What it is for, in a few words. */
  readonly hint?: string;
  readonly kind: 'line' | 'text' | 'choice' | 'number' | 'switch';
  /** Of a choice. */
  readonly options?: readonly string[];
  /** Characters at least and at most; numbers likewise. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly optional: boolean;
  readonly group: 'stage' | 'words' | 'unseen';
}

type Told = readonly [label: string, hint?: string];

const TOLD: Readonly<Record<string, Told>> = {
  title: ['Title'],
  shortTitle: ['Short title', 'For the contents and narrow bars'],
  subtitle: ['Subtitle'],
  description: ['Description', 'One sentence for search engines and shared links'],
  scene: ['Scene'],
  dance: ['Dance'],
  cue: ['Music'],
  transition: ['Way out'],
  words: ['Side of the words'],
  theme: ['Theme'],
  alt: ['The stage in words', 'For whoever cannot see it'],
  still: ['The still in words', 'For cards, posters and feeds'],
  quote: ['Pull quote', 'It has a screen of its own'],
  quoteAfter: ['Quote after step'],
  author: ['Author'],
  byline: ['Byline'],
  language: ['Language'],
  searchTitle: ['Title for search results'],
  fediverse: ['Fediverse account', 'Such as @name@example.org'],
  address: ['Address of the site'],
  root: ['At the site’s root'],
};

const ON_STAGE = ['theme', 'scene', 'dance', 'cue', 'transition', 'words'];
const IN_WORDS = ['title', 'subtitle', 'shortTitle', 'quote', 'quoteAfter', 'author', 'byline'];
/** A line of an input holds no more. */
const LINE = 60;

/** Of a schema; what is no plain value (a list, a date) is left to the file's own text. */
export function formOf(schema: z.ZodObject): FormField[] {
  const fields = Object.entries(schema.shape).flatMap(([name, type]): FormField[] => {
    const { optional, inner } = unwrapped(type as z.core.$ZodType);
    const [label = nameInWords(name), hint] = TOLD[name] ?? [];
    const group = ON_STAGE.includes(name) ? 'stage' : IN_WORDS.includes(name) ? 'words' : 'unseen';
    const about = { name, label, ...(hint && { hint }), optional, group } as const;
    const { def } = inner._zod;
    switch (def.type) {
      case 'enum':
        return [
          { ...about, kind: 'choice', options: [...(inner as z.ZodEnum).options].map(String) },
        ];
      // A choice by name, or something that only the file's own text can say.
      case 'union': {
        const [names] = (inner as z.ZodUnion).options;
        const { options } = names as z.ZodEnum;
        return options ? [{ ...about, kind: 'choice', options: options.map(String) }] : [];
      }
      case 'number':
        return [{ ...about, kind: 'number', ...limits(inner as z.ZodNumber) }];
      case 'boolean':
        return [{ ...about, kind: 'switch' }];
      case 'string': {
        const { minLength: min, maxLength: max } = inner as z.ZodString;
        const kind = (max ?? 0) > LINE ? 'text' : 'line';
        return [{ ...about, kind, ...bounds(min, max) }];
      }
      default:
        return [];
    }
  });
  const rank = ({ name }: FormField) => {
    const at = [...ON_STAGE, ...IN_WORDS].indexOf(name);
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return fields.sort((a, b) => rank(a) - rank(b));
}

const limits = ({ minValue, maxValue }: z.ZodNumber) => bounds(minValue, maxValue);
const bounds = (min: number | null, max: number | null) => ({
  ...(min !== null && { min }),
  ...(max !== null && { max }),
});

function unwrapped(type: z.core.$ZodType): { optional: boolean; inner: z.core.$ZodType } {
  if (type._zod.def.type !== 'optional') return { optional: false, inner: type };
  return { optional: true, inner: (type as z.core.$ZodOptional)._zod.def.innerType };
}

/** `a-new-kind-of-killer` and `lastCurtain` as words. */
export function nameInWords(name: string): string {
  const words = name
    .replace(/-/g, ' ')
    .replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
