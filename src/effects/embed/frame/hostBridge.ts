/**
 * A frame's voice: heights and reports to the page around, WordPress's protocol
 * and our own, and commands from there, checked. A classic script at the end of
 * the page: it works where modules may not load, and never waits for an
 * animation frame, which frames off screen do not get.
 */
import { FRAME_EVENTS } from '../../../config/frame.ts';
import { type Command, parseCommand, type Report, wrap } from '../../../core/embed/message.ts';
import { frameHeight } from '../../../core/embed/size.ts';
import { asksForHeight, secretIn, type WordPressMessage } from '../../../core/embed/wordpress.ts';

/** Milliseconds before a height is said again: the first pause, each then twice as long, and the last. */
const AGAIN = { first: 500, last: 64_000 } as const;
/** CSS pixels: what is said of a frame that has no size yet; nobody sees it, and the true one follows. */
const SUPPOSED = frameHeight(Math.min(600, screen.width));

const host = window.parent;
const content = document.querySelector('[data-frame-content]');
let told = 0;
/** Commands that came before there was anyone to obey. */
let early: Command[] | null = [];

/** Where the page around lives is unknown, and nothing said is a secret. */
const post = (message: object) => host.postMessage(message, '*');
/** Read at each use: where it was lost on its way, WordPress's helper appends one to the address of a frame at work. */
const secret = () => secretIn(location.hash);
const postToWordPress = (message: WordPressMessage['message'], value: number | string) => {
  const known = secret();
  if (known) post({ message, value, secret: known } satisfies WordPressMessage);
};

function tellHeight(always: boolean): void {
  // Of what it holds, not of the frame: else it could only ever grow.
  const { width, height } = content!.getBoundingClientRect();
  const value = Math.ceil(height);
  if (width === 0 || value === 0) {
    // WordPress lets nobody see a frame that has said nothing, as in a closed Details block: it would stay so once opened.
    if (always) postToWordPress('height', told || SUPPOSED);
  } else if (always || value !== told) {
    told = value;
    post(wrap({ kind: 'height', value }));
    postToWordPress('height', value);
  }
}

/**
 * WordPress's helper may begin to listen late, as where an optimiser keeps scripts
 * back; and no event tells a frame out of sight that its layout has come.
 */
function tellAgain(pause: number): void {
  setTimeout(() => {
    if (secret()) tellHeight(true);
    if (pause < AGAIN.last) tellAgain(2 * pause);
  }, pause);
}

function report(event: Event): void {
  const told = (event as CustomEvent<Report>).detail;
  post(wrap(told));
  if (told.kind !== 'ready') return;
  const commands = early ?? [];
  early = null;
  for (const command of commands) obey(command);
}

function obey(command: Command): void {
  if (early) early.push(command);
  else document.dispatchEvent(new CustomEvent(FRAME_EVENTS.command, { detail: command }));
}

function hear({ source, data }: MessageEvent): void {
  if (source !== host) return;
  const known = secret();
  if (known && asksForHeight(data, known)) tellHeight(true);
  const command = parseCommand(data);
  if (command) obey(command);
}

/** A frame in WordPress may not navigate the page around: it asks to. */
function askToFollow(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a');
  if (!secret() || !link || !/^https?:$/.test(link.protocol)) return;
  event.preventDefault();
  postToWordPress('link', link.href);
}

if (host !== window && content) {
  const again = () => tellHeight(false);
  window.addEventListener('message', hear);
  document.addEventListener('click', askToFollow);
  document.addEventListener(FRAME_EVENTS.report, report);
  window.addEventListener('load', () => tellHeight(true));
  window.addEventListener('resize', again);
  void document.fonts.ready.then(again);
  new ResizeObserver(again).observe(content);
  tellHeight(true);
  tellAgain(AGAIN.first);
}
