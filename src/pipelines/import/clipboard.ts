/** The clipboard's HTML, by the program that each system has for it. */
import { spawnSync } from 'node:child_process';
import { ImportError, type Source } from './article.ts';
import { fromBytes } from './openSource.ts';

/** Runs a program. @returns what it printed; undefined where it is missing or fails */
export type Run = (program: string, args: readonly string[]) => Uint8Array | undefined;

const run: Run = (program, args) => {
  const { status, stdout } = spawnSync(program, args, { maxBuffer: 2 ** 26, timeout: 15_000 });
  return status === 0 && stdout.length > 0 ? stdout : undefined;
};

const WINDOWS = [
  '-NoProfile',
  '-STA',
  '-Command',
  '[Console]::OutputEncoding=[Text.Encoding]::UTF8; Add-Type -AssemblyName System.Windows.Forms; ',
];
const windows = (kind: 'Html' | 'UnicodeText'): string[] => [
  ...WINDOWS.slice(0, -1),
  `${WINDOWS.at(-1)}[System.Windows.Forms.Clipboard]::GetText([System.Windows.Forms.TextDataFormat]::${kind})`,
];

/** Programs in the order in which they are tried: HTML first, then plain text. */
const WAYS: readonly (readonly [program: string, args: readonly string[]])[] = [
  ['wl-paste', ['--no-newline', '--type', 'text/html']],
  ['xclip', ['-selection', 'clipboard', '-out', '-target', 'text/html']],
  ['osascript', ['-e', 'the clipboard as «class HTML»']],
  ['powershell.exe', windows('Html')],
  ['wl-paste', ['--no-newline']],
  ['xclip', ['-selection', 'clipboard', '-out']],
  ['pbpaste', []],
  ['powershell.exe', windows('UnicodeText')],
];

/** @throws ImportError where no program can read it, or nothing is in it */
export async function openClipboard(programs: Run = run): Promise<Source> {
  for (const [program, args] of WAYS) {
    const printed = programs(program, args);
    if (printed) return fromBytes('clipboard', 'clipboard', plain(printed));
  }
  throw new ImportError(
    'The clipboard is empty, or nothing here can read it: install wl-clipboard (Wayland) or xclip (X11), or save the text to a file and name that',
  );
}

/** Without what systems put round it: macOS's figures, Windows' head of places. */
function plain(printed: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(printed);
  const figures = /^«data HTML([0-9A-F]+)»\s*$/i.exec(text)?.[1];
  if (figures) return Buffer.from(figures, 'hex');
  const head = /^Version:\d[\s\S]*?(?=<)/.exec(text)?.[0];
  return head ? Buffer.from(text.slice(head.length)) : printed;
}
