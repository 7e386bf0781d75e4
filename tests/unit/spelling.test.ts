/** One spelling, American, in all that is read: stories, interface, documents, and the types that bloggers' editors show. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** British beginnings of words. Code has its own habits: what stands between backticks is passed over. */
const BRITISH = new RegExp(
  String.raw`\b(?:` +
    [
      'colour|favour|honour|humour|labour|neighbour|behaviour|flavour|harbour|rumour|vigour|rigour|splendour|armour',
      'theatre|centre|metre|litre|fibre|sombre|spectre|manoeuvre|lustre',
      'grey|programme|catalogue|dialogue box|licence|defence|offence|pretence|practise|judgement|whilst|learnt|dreamt|spelt|gaol|kerb|plough|moustache|pyjamas|sceptic|tyre|cosy|storey|draught|cheque\\b',
      '(?:travel|cancel|label|model|signal|total|level|marvel|jewel|counsel|quarrel|fuel)l(?:ed|ing|er)',
      '(?:organ|real|recogn|optim|minim|maxim|styl|emphas|serial|normal|initial|summar|synthes|apolog|critic|character|special|util|visual|capital|categor|custom|final|general|memor|modern|prior|stabil|standard|symbol)is(?:e|ed|es|ing|ation)\\b',
      'analys(?:e|ed|ing)\\b',
    ].join('|') +
    ')',
  'gi',
);

/** What of a document is words: no code, no addresses. */
const prose = (text: string): string =>
  text
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`\n]*`/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/https?:\/\/\S+/g, '');

const found = (text: string): string[] => prose(text).match(BRITISH) ?? [];

const below = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));

const story = below('src/content/stories/ballerina', /\.md$/).map(
  (file) =>
    [
      file,
      // Names of scenes and transitions are code.
      readFileSync(file, 'utf8').replace(/^(?:scene|transition|dance|cue): .*$/gm, ''),
    ] as const,
);
const wording = JSON.stringify(JSON.parse(readFileSync('src/i18n/en.json', 'utf8'))).replace(
  /\{\w+\}|"\w+":/g,
  '',
);
const music = JSON.stringify(
  JSON.parse(readFileSync('src/data/cues.json', 'utf8')) as object,
).replace(/"\w+":/g, '');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'public/embed.d.ts',
  ...below('docs', /\.md$/),
].map((file) => [file, readFileSync(file, 'utf8')] as const);

test.each([
  ['src/i18n/en.json', wording] as const,
  ['src/data/cues.json', music] as const,
  ...story,
  ...documents,
])('%s', (_, text) => {
  expect(found(text)).toEqual([]);
});

test('another spelling is found, and code is not', () => {
  expect(found('The theatre’s grey colours, synthesised; `TONES.grey` [x](src/colour.ts)')).toEqual(
    ['theatre', 'grey', 'colour', 'synthesised'],
  );
});
