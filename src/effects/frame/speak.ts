/**
 * A frame's voice: heights and reports to the page around, WordPress's protocol
 * and our own, and commands from there, checked. A classic script at the end of
 * the page: it works where modules may not load, and never waits for an
 * animation frame, which frames off screen do not get.
 */
import { FRAME_EVENTS } from '../../config/frame.ts';
import { type Command, parseCommand, type Report, wrap } from '../../core/embed/message.ts';
import { asksForHeight, secretIn, type WordPressMessage } from '../../core/embed/wordpress.ts';

const host = window.parent;
const content = document.querySelector('[data-frame-content]');
const secret = secretIn(location.hash);
let told = 0;
/** Commands that came before there was anyone to obey. */
let early: Command[] | null = [];

/** Where the page around lives is unknown, and nothing said is a secret. */
const post = (message: object) => host.postMessage(message, '*');
const postToWordPress = (message: WordPressMessage['message'], value: number | string) => {
  if (secret) post({ message, value, secret } satisfies WordPressMessage);
};

function tellHeight(always: boolean): void {
  // Of what it holds, not of the frame: else it could only ever grow.
  const height = Math.ceil(content?.getBoundingClientRect().height ?? 0);
  if (height === 0 || (height === told && !always)) return;
  told = height;
  post(wrap({ kind: 'height', value: height }));
  postToWordPress('height', height);
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
  if (secret && asksForHeight(data, secret)) tellHeight(true);
  const command = parseCommand(data);
  if (command) obey(command);
}

/** A frame in WordPress may not navigate the page around: it asks to. */
function askToFollow(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a');
  if (!secret || !link || !/^https?:$/.test(link.protocol)) return;
  event.preventDefault();
  postToWordPress('link', link.href);
}

if (host !== window) {
  const again = () => tellHeight(false);
  window.addEventListener('message', hear);
  document.addEventListener('click', askToFollow);
  document.addEventListener(FRAME_EVENTS.report, report);
  window.addEventListener('load', () => tellHeight(true));
  window.addEventListener('resize', again);
  void document.fonts.ready.then(again);
  if (content) new ResizeObserver(again).observe(content);
  tellHeight(true);
}
