import { describe, expect, test } from 'vitest';
import { sharePlaces } from '../../../src/core/sharing/places.ts';
import { quotationText, quoted } from '../../../src/core/sharing/quotation.ts';
import { setWords } from '../../../src/core/sharing/setWords.ts';
import { wordingOf } from '../../../src/data/wording.ts';

const page = {
  address: 'https://example.org/story/chapters/turn/',
  title: 'Cut & Run',
  text: 'Who turns? She does.',
  email: 'Email',
};

test.each(sharePlaces(page).map((place) => [place.id, place.href] as const))(
  'the link to %s carries the address whole',
  (_, href) => {
    expect(decodeURIComponent(href)).toContain(page.address);
    const query = href.split(/[?#]/)[1]!;
    const values = query.split('&').map((pair) => decodeURIComponent(pair.split('=')[1]!));
    expect(values.some((value) => value.endsWith(page.address) || value === page.address)).toBe(
      true,
    );
    expect(href).toMatch(/^(https:|mailto:)/);
    expect(href).not.toContain('+');
  },
);

test('lines end in each place as its rules want; half a character stops none of them', () => {
  const hrefs = new Map(
    sharePlaces({ ...page, text: 'One line\nand another \ud83c' }).map(({ id, href }) => [
      id,
      href,
    ]),
  );
  const email = hrefs.get('email')!;
  expect(email).toContain('body=One%20line%0D%0Aand%20another%20%EF%BF%BD%0D%0A%0D%0Ahttps');
  expect(email.replaceAll('%0D%0A', '')).not.toMatch(/%0[AD]/);
  for (const [id, href] of hrefs) if (id !== 'email') expect(href).not.toContain('%0D');
});

describe('a quotation', () => {
  const english = wordingOf('en').quote;

  test('names its source and its place', () => {
    const quotation = {
      words: ' She \n turns. ',
      chapter: 'The Turn',
      story: 'The Dance',
      author: 'A film writer',
      address: page.address,
    };
    expect(quotationText(quotation, wordingOf('fr').quote)).toBe(
      `«\u202fShe turns.\u202f»\nA film writer, «\u202fThe Turn\u202f», The Dance\n${page.address}`,
    );
    const text = quotationText(quotation, english);
    expect(text).toBe(`“She turns.”\nA film writer, “The Turn”, The Dance\n${page.address}`);
    const nobody = quotationText({ ...quotation, author: undefined }, english);
    expect(nobody).toBe(`“She turns.”\n“The Turn”, The Dance\n${page.address}`);
  });

  test('keeps the quotation marks within it apart from its own', () => {
    expect(quoted('He said “no”.', english)).toBe('“He said ‘no’.”');
  });
});

describe('words set into a column', () => {
  const column = { width: 100, height: 100, largest: 40, smallest: 10, leading: 1 };
  const measure = (line: string, size: number) => line.length * size * 0.5;

  test('are as large as their lines allow, none lost', () => {
    const set = setWords('one two three four', column, measure)!;
    expect(set.lines.join(' ')).toBe('one two three four');
    expect(set.lines.every((line) => measure(line, set.size) <= 100)).toBe(true);
    expect(set.lines.length * set.size).toBeLessThanOrEqual(100);
    expect(setWords('one', column, measure)!.size).toBe(40);
  });

  test('are not set where they cannot fit', () => {
    expect(setWords('x'.repeat(30), column, measure)).toBeUndefined();
    expect(setWords('word '.repeat(200), column, measure)).toBeUndefined();
  });
});
