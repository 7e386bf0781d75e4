import type { WriteStream } from 'node:tty';

/** Tells how far a long task is: one line rewritten in place on a terminal, else a line now and then. */
export interface Progress {
  /** Says where things are; the latest words stand until the next. */
  show(words: string): void;
  /** Ends the line with its last words. */
  end(words: string): void;
}

/** @param every on no terminal: one in so many calls of `show` is written. */
export function progressOn(stream: WriteStream, every = 24): Progress {
  let calls = 0;
  return {
    show(words) {
      if (stream.isTTY) {
        stream.cursorTo(0);
        stream.write(words.slice(0, stream.columns - 1));
        stream.clearLine(1);
      } else if (++calls % every === 0) stream.write(`${words}\n`);
    },
    end(words) {
      if (stream.isTTY) {
        stream.cursorTo(0);
        stream.clearLine(1);
      }
      stream.write(`${words}\n`);
      calls = 0;
    },
  };
}
