/**
 * A Vite plugin: GSAP and Howler without what readers never reach. Both hang all they can do on a few objects, which no
 * bundler takes apart; here the members are named that nothing of ours calls, and what is always so. A member that a
 * new version does not have any more stops the build: then read that version, and this list.
 */
import type { Plugin } from 'vite';

export interface Lean {
  /** Members of prototypes, and of the object that GSAP is, that are left out. */
  readonly without: readonly string[];
  /** What a member is wherever it is read, as code; with `()` at its end, what a call of it gives. */
  readonly known?: Readonly<Record<string, string>>;
}

const words = (text: string): string[] => text.trim().split(/\s+/);

/** GSAP smooths one number (`effects/stage/smoothScroll.ts`): a tween, its ticker and the global timeline. */
const GSAP: Lean = {
  without: words(`
    addEventListener config context core defaults effects exportRoot getById getProperty getTweensOf globalTimeline
    install isTweening matchMedia matchMediaRefresh parseEase plugins quickSetter registerEase registerEffect
    registerPlugin removeEventListener timeline updateRoot utils
    addLabel addPause call clear currentLabel delay eventCallback from fromTo iteration modifier nextLabel previousLabel
    recent removeLabel removePause repeat repeatDelay restart resume seek set shiftChildren staggerFrom staggerFromTo
    staggerTo targets then totalProgress tweenFromTo tweenTo yoyo
  `),
  // Attributes, lists, rounding, snapping: plugins that it would register.
  known: { 'registerPlugin()': 'null' },
};

/** Howler decodes, starts and stops loops on a context that is given to it (`effects/sound/`). */
const HOWLER: Lean = {
  without: words(`
    duration fade loop mute pause playing rate seek state volume
    _autoSuspend _clearSound _endListener _errorListener _loadListener _obtainHtml5Audio _releaseHtml5Audio
    _startFadeInterval _stopFade _unlockAudio
  `),
  known: {
    _webAudio: 'true',
    usingWebAudio: 'true',
    autoUnlock: 'false',
    '_autoSuspend()': 'null',
    '_stopFade()': 'null',
  },
};

const LIBRARIES: readonly (readonly [file: RegExp, lean: Lean])[] = [
  [/\/gsap\/gsap-core\.js$/, GSAP],
  [/\/howler\/dist\/howler\.core\.min\.js$/, HOWLER],
];

export function leanLibraries(): Plugin {
  return {
    name: 'lean-libraries',
    apply: 'build',
    transform(code, id) {
      const [, lean] = LIBRARIES.find(([file]) => file.test(id)) ?? [];
      return lean ? { code: leanCode(code, this.parse(code), lean), map: null } : null;
    },
  };
}

/** Only the parts of a syntax tree that are looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** What has members to be left out, as it is called where they are put on it. */
const OWNER = /^(_gsap|_proto\d*|\w+\.prototype)$/;

/**
 * @param program the code's syntax tree (ESTree)
 * @throws Error where the code has no member of a name that is to be left out or is known
 */
export function leanCode(code: string, program: object, { without, known = {} }: Lean): string {
  const unseen = new Set([...without, ...Object.keys(known)]);
  const edits: (readonly [start: number, end: number, instead: string])[] = [];
  const textOf = (node: unknown): string => code.slice((node as Node).start, (node as Node).end);

  function leaveOut(start: number, end: number, name: string | undefined): boolean {
    if (name === undefined || !without.includes(name)) return false;
    unseen.delete(name);
    edits.push([start, end, '']);
    return true;
  }

  /** `_gsap = { name: … }`, `Howl.prototype = { name: … }`: each by itself. */
  function objectOf(owner: unknown, value: unknown): void {
    const object = value as Node | null;
    if (object?.type !== 'ObjectExpression' || !OWNER.test(textOf(owner))) {
      walk(value);
      return;
    }
    for (const property of object['properties'] as Node[]) {
      const comma = /^\s*,/.exec(code.slice(property.end, property.end + 100))?.[0].length ?? 0;
      if (!leaveOut(property.start, property.end + comma, nameOf(property['key'])))
        walk(property['value']);
    }
  }

  /** `_proto.name = …` is left out with what is after it. */
  function assignment(node: Node, whole: Node | undefined): void {
    const left = node['left'] as Node;
    const alone = whole?.type === 'ExpressionStatement';
    if (alone && left.type === 'MemberExpression' && OWNER.test(textOf(left['object'])))
      if (leaveOut(whole.start, whole.end, nameOf(left['property']))) return;
    if (left.type === 'MemberExpression') walk(left['object']);
    else walk(left);
    objectOf(left, node['right']);
  }

  function walk(node: unknown, whole?: Node): void {
    if (Array.isArray(node)) for (const each of node) walk(each, whole);
    else if (isNode(node)) {
      const read = readOf(node);
      if (read !== undefined && Object.hasOwn(known, read)) {
        unseen.delete(read);
        edits.push([node.start, node.end, known[read]!]);
      } else if (node.type === 'AssignmentExpression') assignment(node, whole);
      else if (node.type === 'VariableDeclarator') objectOf(node['id'], node['init']);
      else for (const part of Object.values(node)) walk(part, node);
    }
  }

  walk(program);
  if (unseen.size > 0) throw new Error(`a library has no ${[...unseen].join(', ')} to leave out`);
  return edits
    .toSorted(([a], [b]) => b - a)
    .reduce((edited, [from, to, put]) => edited.slice(0, from) + put + edited.slice(to), code);
}

const isNode = (value: unknown): value is Node =>
  typeof (value as Node | null | undefined)?.type === 'string';

const nameOf = (node: unknown): string | undefined => (node as { name?: string } | null)?.name;

/** The name of the member that a node reads; of one that it calls, with `()`. */
function readOf(node: Node): string | undefined {
  if (node.type === 'CallExpression') {
    const called = readOf(node['callee'] as Node);
    return called && `${called}()`;
  }
  return node.type === 'MemberExpression' && !node['computed']
    ? nameOf(node['property'])
    : undefined;
}
