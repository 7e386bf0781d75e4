/** Shortcodes, WordPress's commands in square brackets, told apart from an author's own brackets. Pure. */

export interface Shortcode {
  /** In small letters. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Words after the name that are no attributes: `[youtube https://…]`. */
  readonly values: readonly string[];
  /** What it encloses; undefined where nothing closes it. */
  readonly content: string | undefined;
  /** As it is written, what it encloses left out: `[contact-form-7 id="5"]`. */
  readonly written: string;
}

const OPENING =
  /\[(\[?)([a-z][\w-]*)((?:\s|=)(?:[^\][<>"']|"[^"]*"|'[^']*'|“[^”]*”)*?)?\s*(\/?)\](\]?)/giy;
const ATTRIBUTE =
  /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”]([^“”]*)[“”]|([^\s"']+))|"([^"]*)"|(\S+)/g;

/** Commands that are complete as a single word; any other single word in brackets is the author’s. */
const BARE: ReadonlySet<string> = new Set(
  'gallery playlist toc clear divider spacer hr footnotes efn_reference reflist'.split(' '),
);

/** Commands within commands beyond which nobody goes. */
const DEEPEST = 12;

/**
 * @param text a post's content
 * @param replace what stands in a shortcode's place, as HTML; its content may hold others
 * @returns the text with every shortcode replaced; `[[name]]`, which shows one as it is, as `[name]`
 */
export function replaceShortcodes(
  text: string,
  replace: (shortcode: Shortcode, inner: (content: string) => string) => string,
  depth = 0,
): string {
  /** Names that nothing closes from some place on. */
  const open = new Set<string>();
  const lower = text.toLowerCase();
  let out = '';
  let from = 0;
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    if (at < from) continue;
    OPENING.lastIndex = at;
    const match = OPENING.exec(text);
    if (!match) continue;
    const [written, doubled, given = '', said = '', slash, after] = match;
    const name = given.toLowerCase();
    if (doubled === '[' && after === ']') {
      out += text.slice(from, at) + written.slice(1, -1);
      from = at + written.length;
      continue;
    }
    const start = doubled === '[' ? at + 1 : at;
    const end = OPENING.lastIndex - after!.length;
    const closing = `[/${name}]`;
    const close = slash || open.has(name) ? -1 : lower.indexOf(closing, end);
    if (close < 0) open.add(name);
    const isOne =
      close >= 0 || slash === '/' || BARE.has(name) || /[_-]/.test(name) || isCommand(said);
    if (!isOne) continue;
    const content = close >= 0 ? text.slice(end, close) : undefined;
    out += text.slice(from, start);
    out += replace(
      { name, ...attributesOf(said), content, written: text.slice(start, end) },
      (inner) => (depth < DEEPEST ? replaceShortcodes(inner, replace, depth + 1) : inner),
    );
    from = close >= 0 ? close + closing.length : end;
    at = from - 1;
  }
  return out + text.slice(from);
}

/** Whether what follows a name is what a command is given: `id="5"`, `=https://…`, an address. */
const isCommand = (said: string): boolean => /^(?:=\S|\s+[\w-]+=|\s+https?:\/\/)/.test(said);

function attributesOf(said: string): Pick<Shortcode, 'attributes' | 'values'> {
  const attributes = new Map<string, string>();
  const values: string[] = [];
  // An old form: [youtube=https://…].
  for (const [, name, ...rest] of said.replace(/^=/, ' ').matchAll(ATTRIBUTE)) {
    const value = rest.find((one) => one !== undefined) ?? '';
    if (name) attributes.set(name.toLowerCase(), value);
    else values.push(value);
  }
  return { attributes, values };
}
