/** All that a story has and an article has not: titles, addresses, descriptions, quotes, a stage; each from its words. Pure. */
import type { Element, ElementContent } from 'hast';
import type { ChapterFrontMatter } from '../../schemas/chapter.ts';
import type { Article, ArticleFacts, Dropped } from './article.ts';
import { element, isElement } from './clean/elements.ts';
import { textOf } from './clean/text.ts';
import { cutSteps } from './cutSteps.ts';
import { hasAlternatives } from './drafts/alternatives.ts';
import { describeWords } from './drafts/description.ts';
import { guessLanguage, languageTag } from './drafts/language.ts';
import { draftQuote, proseOf } from './drafts/quote.ts';
import { lengthen, shorten } from './drafts/shorten.ts';
import { freeSlug, storyName } from './drafts/slugs.ts';
import { draftStage } from './drafts/stage.ts';
import { chapterTitle, shortTitle, storyTitle, titleFromWords } from './drafts/titles.ts';
import { wordingFor } from './drafts/wording.ts';
import { ABOVE, type ChapterPart, type FoundChapters } from './findChapters.ts';
import { oneLine } from './sentences.ts';
import { connect } from './write/connect.ts';
import { plainWords } from './write/readWords.ts';

/** A story's file: fields in their order, and which of them are drafted. */
export interface DraftedStory {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly drafted: readonly string[];
  /** Markdown. */
  readonly note: string;
  readonly language: string;
  readonly chapters: readonly DraftedChapter[];
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly string[];
}

export interface DraftedChapter {
  readonly file: string;
  readonly fields: Omit<ChapterFrontMatter, 'drafted'>;
  readonly drafted: readonly string[];
  /** Why it is staged so. */
  readonly reason: string;
  /** Words of its heading that are not in its title, and how they are kept. */
  readonly label: string;
  readonly steps: readonly (readonly ElementContent[])[];
  readonly notes: ReadonlyMap<string, readonly ElementContent[]>;
}

export interface DraftOptions {
  /** The story's folder; from the title when absent. */
  readonly name?: string | undefined;
  /** For what says nothing of its date, YYYY-MM-DD. */
  readonly today: string;
  /** Scheme and host where the site is to be. */
  readonly address: string;
  /** Letters of a line that no typeface of titles has. */
  readonly missingLetters?: ((text: string) => readonly string[]) | undefined;
}

/** In which language an article is: what its source says, else what its words show. */
export async function languageOf(
  facts: ArticleFacts,
  words: string,
): Promise<{ language: string; said: boolean }> {
  const said = languageTag(facts.language);
  return said
    ? { language: said, said: true }
    : { language: (await guessLanguage(words)).language, said: false };
}

export function draftStory(
  found: FoundChapters,
  facts: ArticleFacts,
  notes: Article['notes'],
  { language, said }: { language: string; said: boolean },
  options: DraftOptions,
): DraftedStory {
  const dropped: Dropped[] = [];
  const warnings: string[] = [];
  const wording = wordingFor(language);
  const sentences = found.parts.map(({ blocks }) =>
    blocks.flatMap((block) => proseOf(block, language)),
  );
  const full = oneLine(
    facts.title ?? titleFromWords(sentences.flat()[0], found.parts[0]?.heading?.text ?? 'Untitled'),
  );
  const title = storyTitle(full);
  const storyLetters = lettersOf(options, dropped, warnings);
  const chapters = draftChapters(found, notes, language, title.title, {
    wording,
    sentences,
    dropped,
    warnings,
    letters: storyLetters,
    author: facts.author,
  });
  const own = draftFields(full, title, facts, language, sentences.flat(), options, storyLetters);
  if (!hasAlternatives(language))
    warnings.push(
      `The alternatives of the scenes are in English: put them into the story’s language (${language}).`,
    );
  return {
    name: options.name ?? storyName(title.title),
    fields: own.fields,
    drafted: said ? own.drafted : [...own.drafted, 'language'],
    note: wording.note({
      title: noteWords(full),
      author: own.drafted.includes('author') ? undefined : noteWords(own.fields['author']!),
      address: webAddress(facts.address),
    }),
    language,
    chapters,
    dropped,
    warnings,
  };
}

/** Words in a note are no Markdown, and no addresses: a comment, which is published nowhere, parts what looks like one. */
const noteWords = (words: string): string =>
  words.replace(/[\\`*_{}[\]<>#&~|]/g, '\\$&').replace(/www(?=\.)|:(?=\/\/)|(?=@)/gi, '$&<!-- -->');

const webAddress = (address: string | undefined): string | undefined => {
  const url = address === undefined ? null : URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url.href.replaceAll('>', '%3E') : undefined;
};

type Letters = (line: string) => string;

/** Titles are drawn: signs that no typeface has are left out, letters are told. */
function lettersOf(options: DraftOptions, dropped: Dropped[], warnings: string[]): Letters {
  return (line) => {
    const missing = options.missingLetters?.(line) ?? [];
    if (missing.length === 0) return line;
    const signs = missing.filter((letter) => !/[\p{L}\p{M}\p{N}]/u.test(letter));
    const plain = oneLine(
      [...line]
        .filter((letter) => !signs.includes(letter))
        .join('')
        .replace(/[\u200d\ufe0f]/g, ''),
    );
    const letters = missing.filter((letter) => !signs.includes(letter));
    if (letters.length > 0)
      warnings.push(
        `No typeface here has ${letters.slice(0, 6).join(' ')} for the title “${line}”: add one that has them to src/config/typefaces.ts before you build.`,
      );
    if (plain.length < 3 || plain === line) return line;
    dropped.push({
      words: signs.join(' '),
      reason: `no typeface here has it for the title “${plain}”`,
    });
    return plain;
  };
}

function draftFields(
  full: string,
  title: ReturnType<typeof storyTitle>,
  facts: ArticleFacts,
  language: string,
  sentences: readonly string[],
  options: DraftOptions,
  letters: Letters,
): { fields: Record<string, string>; drafted: string[] } {
  const drafted: string[] = [];
  const say = (field: string, given: string | undefined, draft: () => string): [string, string] => {
    if (given !== undefined) return [field, given];
    drafted.push(field);
    return [field, draft()];
  };
  const within = (text: string | undefined, least: number, most: number): string | undefined => {
    const line = text === undefined ? '' : oneLine(text);
    return line.length >= least && line.length <= most ? line : undefined;
  };
  const author = within(facts.author, 2, 80);
  const description = within(facts.description, 50, 160);
  const subtitle = title.subtitle ?? within(facts.subtitle, 3, 140);
  const date = (text: string | undefined) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : undefined;
  const published = date(facts.published);
  const fields = Object.fromEntries([
    say(
      'title',
      facts.title !== undefined && !title.drafted ? letters(title.title) : undefined,
      () => letters(title.title),
    ),
    say('subtitle', subtitle && letters(subtitle), () =>
      letters(
        lengthen(
          shorten(
            facts.subtitle ?? facts.description ?? sentences.find((one) => one.length > 20) ?? full,
            140,
          ),
          3,
        ),
      ),
    ),
    say('author', author, () =>
      facts.author && facts.author.length > 80
        ? shorten(facts.author, 80)
        : wordingFor(language).author,
    ),
    say('description', description, () =>
      describeWords(
        [...(facts.description ? [facts.description] : []), ...sentences],
        [full, wordingFor(language).introduction],
      ),
    ),
    ['language', language],
    ['address', options.address],
    say('published', published, () => options.today),
    ['modified', later(date(facts.modified), published ?? options.today)],
  ]);
  return { fields, drafted };
}

const later = (modified: string | undefined, published: string): string =>
  modified !== undefined && modified > published ? modified : published;

interface Around {
  readonly wording: ReturnType<typeof wordingFor>;
  readonly sentences: readonly (readonly string[])[];
  readonly dropped: Dropped[];
  readonly warnings: string[];
  readonly letters: Letters;
  readonly author: string | undefined;
}

function draftChapters(
  { parts }: FoundChapters,
  notes: Article['notes'],
  language: string,
  storyName: string,
  around: Around,
): DraftedChapter[] {
  const first = parts[0]?.opening ? 0 : 1;
  const orders = parts.map((_, at) => at + first);
  const numbered = parts.every(
    ({ heading }, at) => heading?.number === undefined || heading.number === orders[at],
  );
  const slugs = new Set<string>();
  const named = parts.map((part, at) => {
    const { title, cut, label, drafted } = titleOf(
      part,
      numbered,
      around,
      at,
      parts.length,
      storyName,
    );
    const shown = around.letters(title);
    const place = String(orders[at]).padStart(2, '0');
    const slug = freeSlug(
      label && /\p{L}{3}/u.test(label) && shown.length > 40 ? label : shown,
      place,
      slugs,
    );
    return { part, title: shown, cut, label, drafted, slug, file: `${place}-${slug}.md` };
  });
  const pulled = named.map(({ part, cut, title }) =>
    pullQuotes(bodyOf(part, cut, title), around.dropped),
  );
  const connected = connect(
    named.map(({ part, file }, at) => ({
      file,
      heading: part.element,
      blocks: levelled(pulled[at]!.blocks),
    })),
    notes,
    around.warnings,
  );
  const stage = draftStage(
    named.map(({ slug, title }, at) => ({ slug, title, words: textOf(pulled[at]!.blocks) })),
    language,
  );
  const quotes = new Set<string>();
  return named.map(({ title, label, drafted, file }, at) => {
    const { blocks, notes: own } = connected[at]!;
    const steps = cutSteps(blocks, language);
    const quote = draftQuote(steps, language, pulled[at]!.quotes, quotes);
    quotes.add(quote.quote);
    const chosen = pulled[at]!.quotes.includes(quote.quote);
    const { scene, dance, cue, transition, alt, reason } = stage[at]!;
    const short = shortTitle(title, label, storyName);
    return {
      file,
      label,
      reason,
      steps,
      notes: own,
      fields: {
        title,
        shortTitle: short,
        description: describeWords(
          around.sentences[at]!,
          [title, storyName, around.author ?? '', around.wording.introduction].filter(Boolean),
        ),
        scene,
        dance,
        cue,
        transition,
        alt,
        ...quote,
      },
      drafted: [
        ...(drafted ? ['title'] : []),
        ...(short === title ? [] : ['shortTitle']),
        ...['description', 'scene', 'dance', 'cue', 'transition', 'alt'],
        ...(chosen ? [] : ['quote']),
        ...(quote.quoteAfter === undefined ? [] : ['quoteAfter']),
      ],
    };
  });
}

function titleOf(
  { heading, above = [], opening }: ChapterPart,
  numbered: boolean,
  { wording, sentences }: Around,
  at: number,
  count: number,
  storyName: string,
): { title: string; cut: boolean; label: string; drafted: boolean } {
  if (heading) {
    const { title, cut, label } = chapterTitle(heading, numbered);
    return { title: [...above, title].join(ABOVE), cut, label, drafted: cut };
  }
  if (opening) return { title: wording.introduction, cut: false, label: '', drafted: true };
  if (count === 1) return { title: shorten(storyName, 90), cut: false, label: '', drafted: true };
  return {
    title: titleFromWords(sentences[at]![0], storyName),
    cut: false,
    label: '',
    drafted: true,
  };
}

/** A chapter's blocks, and what of its heading has no room in its title. */
function bodyOf(
  { blocks, element: node, heading }: ChapterPart,
  cut: boolean,
  title: string,
): ElementContent[] {
  const whole =
    cut && heading
      ? [
          element(
            'h2',
            node && /^h\d$/.test(node.tagName)
              ? node.children
              : [{ type: 'text', value: heading.text }],
          ),
        ]
      : [];
  if (cut || !node || title === '') return [...whole, ...blocks];
  // A note's sign in a heading goes to the words below.
  const signs = signsIn(node);
  if (signs.length === 0) return [...blocks];
  const [first, ...more] = blocks;
  return isElement(first, 'p')
    ? [{ ...first, children: [...first.children, ...signs] }, ...more]
    : [element('p', signs), ...blocks];
}

const signsIn = (node: Element): ElementContent[] =>
  node.children.flatMap((child): ElementContent[] =>
    isElement(child) ? ('dataNote' in child.properties ? [child] : signsIn(child)) : [],
  );

/** Pull quotes that repeat a sentence are the chapter's; others are words like any. */
function pullQuotes(
  blocks: readonly ElementContent[],
  dropped: Dropped[],
): { blocks: ElementContent[]; quotes: string[] } {
  const words = plainWords(
    blocks
      .filter((block) => !isElement(block, 'aside'))
      .map((block) => textOf(block))
      .join(' '),
  );
  const quotes: string[] = [];
  const kept = blocks.flatMap((block): ElementContent[] => {
    if (!isElement(block, 'aside')) return [block];
    const line = oneLine(textOf(block)).replace(/^["“«„](.*)["”»“]$/u, '$1');
    const plain = plainWords(line).replace(/[.…!?]+$/, '');
    if (
      plain.length > 8 &&
      words.toLowerCase().includes(plain.toLowerCase()) &&
      signsIn(block).length === 0
    ) {
      quotes.push(line);
      dropped.push({ words: line, reason: 'a pull quote: its sentence stands in the words' });
      return [];
    }
    return [{ ...block, tagName: 'blockquote' }];
  });
  return kept.length > 0 ? { blocks: kept, quotes } : { blocks: [...blocks], quotes: [] };
}

/** Headings within a chapter begin at the second level. */
function levelled(blocks: readonly ElementContent[]): ElementContent[] {
  const levels = [
    ...new Set(
      blocks.flatMap((block) =>
        isElement(block) && /^h\d$/.test(block.tagName) ? [block.tagName] : [],
      ),
    ),
  ].sort();
  return blocks.map((block) =>
    isElement(block) && levels.includes(block.tagName)
      ? { ...block, tagName: `h${Math.min(6, 2 + levels.indexOf(block.tagName))}` }
      : block,
  );
}
