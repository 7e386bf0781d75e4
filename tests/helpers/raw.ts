import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  /** By lower-case name; of several of one name, all, joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const END = '\r\n\r\n';

/**
 * Sends text to a server as it is and waits until the server ends the connection:
 * for what HTTP clients would not send.
 *
 * @returns the answers in order; a body that is cut is as long as what came of it
 */
export async function sendRaw(address: string, text: string): Promise<RawAnswer[]> {
  const { hostname, port } = new URL(address);
  const received = await new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(text, 'latin1'));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.once('error', reject);
    socket.once('close', () => resolve(Buffer.concat(chunks)));
  });
  return readAnswers(
    received,
    text.split(END).map((request) => /^HEAD /.test(request)),
  );
}

/** One request of lines; the connection is closed behind it. */
export function requestText(line: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = { Host: 'localhost', Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [line, ...lines].join('\r\n') + END;
}

function readAnswers(received: Buffer, isHead: readonly boolean[]): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let at = 0; at < received.length; ) {
    const end = received.indexOf(END, at);
    const [line = '', ...lines] = received.subarray(at, end).toString('latin1').split('\r\n');
    const headers: Record<string, string> = {};
    for (const header of lines) {
      const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(header)!;
      const key = name.toLowerCase();
      headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
    }
    const status = Number(line.split(' ')[1]);
    const hasBody = !isHead[answers.length] && status !== 304;
    const length = hasBody ? Number(headers['content-length'] ?? received.length) : 0;
    at = end + END.length + length;
    answers.push({ status, headers, body: received.subarray(end + END.length, at) });
  }
  return answers;
}
