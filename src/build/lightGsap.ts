/**
 * A Vite plugin: of GSAP's core pages get what smooths their scroll, one tween of one number. The core names all that it
 * can do in one object, so bundlers keep all of it; here that object keeps what is used.
 */
import type { Plugin } from 'vite';

/** What `effects/stage/smoothScroll.ts` calls. */
const USED = ['quickTo', 'ticker'];
/** Its ease; `power1` is GSAP's own default. */
const EASES = /^_forEachName\("Linear,Quad/;
const OTHER_EASES = /^(?:_insertEase\(|\(function \(n, c\)|_easeMap\.SteppedEase = )/;

/** By it colours in strings are understood. */
const COLOURS = /^_config\.stringFilter = /;

/** Methods of timelines and animations that nothing calls, the core itself among them. */
const UNUSED = [
  ...['staggerTo', 'staggerFrom', 'staggerFromTo', 'tweenTo', 'tweenFromTo', 'shiftChildren'],
  ...['nextLabel', 'previousLabel', 'currentLabel', 'addPause', 'removePause', 'then'],
  ...['eventCallback', 'getById', 'yoyo', 'repeatDelay', 'from', 'fromTo', 'set', 'call'],
];
const METHOD = new RegExp(`^_proto\\d?\\.(?:${UNUSED.join('|')}) = function`);

/** Only the parts of a syntax tree that are looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

export const lightGsap = (): Plugin => ({
  name: 'light-gsap',
  apply: 'build',
  transform(code, id) {
    if (!/\/gsap\/gsap-core\.js$/.test(id)) return null;
    return { code: lightened(code, this.parse(code) as unknown as Node), map: null };
  },
});

/**
 * The code of GSAP's core without what nobody here calls.
 *
 * @throws Error where it is written otherwise than it was
 */
export function lightened(code: string, program: Node): string {
  const body = program['body'] as Node[];
  const said = (node: Node): string => code.slice(node.start, node.end);
  const cuts: [start: number, end: number, instead: string][] = [];
  const declared = (name: string): Node => {
    const found = body.flatMap(declarationsOf).find(({ id }) => id.name === name);
    if (found?.init) return found.init;
    throw new Error(`gsap-core has no ${name} any more`);
  };
  const object = declared('_gsap');
  const kept = (object['properties'] as Node[]).filter((property) =>
    USED.includes((property['key'] as { name?: string }).name ?? ''),
  );
  if (kept.length !== USED.length) throw new Error(`gsap-core has not all of ${USED.join(', ')}`);
  cuts.push([object.start, object.end, `{${kept.map(said).join(',')}}`]);
  // Plugins for attributes, lists, rounding.
  const whole = declared('gsap');
  cuts.push([whole.start, whole.end, '_gsap']);
  for (const known of [EASES, COLOURS])
    if (!body.some((node) => known.test(said(node))))
      throw new Error(`gsap-core has no line like ${known} any more`);
  for (const node of body)
    if (OTHER_EASES.test(said(node)) || COLOURS.test(said(node)))
      cuts.push([node.start, node.end, '']);
  for (const { init } of body.flatMap((node) => declarationsOf(node)))
    for (const statement of classBody(init))
      if (METHOD.test(said(statement))) cuts.push([statement.start, statement.end, '']);
  return cuts
    .sort(([a], [b]) => b - a)
    .reduce(
      (text, [start, end, instead]) => text.slice(0, start) + instead + text.slice(end),
      code,
    );
}

interface Declared {
  readonly id: { readonly name?: string };
  readonly init: Node | null;
}

const declarationsOf = (node: Node): readonly Declared[] => {
  const inner = (node['declaration'] as Node | null | undefined) ?? node;
  return (inner['declarations'] as Declared[] | undefined) ?? [];
};

/** The statements of a class as it was written before there were any: a function that is called at once. */
function classBody(init: Node | null): readonly Node[] {
  const callee = init?.type === 'CallExpression' ? (init['callee'] as Node) : undefined;
  if (callee?.type !== 'FunctionExpression') return [];
  return (callee['body'] as Node)['body'] as Node[];
}
