/** Pingback's calls and answers: XML-RPC, as WordPress speaks it. Pure. */
import { SaxesParser } from 'saxes';

export interface Ping {
  readonly source: string;
  readonly target: string;
}

/** Codes of the pingback specification, and of XML-RPC for what is no call. */
export const PING_FAULTS = {
  malformed: -32700,
  unknownMethod: -32601,
  noTarget: 32,
  notOurs: 33,
  known: 48,
  refused: 49,
} as const;

/** Elements within elements of a call; a program's may have more. */
const DEPTH = 16;

/** @returns the call, or the code of what is wrong with it */
export function readPing(xml: string): Ping | number {
  let method: string | undefined;
  const values: string[] = [];
  const open: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  // Entities of a document's own are how small files become large ones.
  parser.on('doctype', () => {
    throw new Error('a call has no document type');
  });
  parser.on('opentag', ({ name }) => {
    if (open.push(name) > DEPTH) throw new Error('too deep');
    text = '';
  });
  const add = (more: string) => {
    text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const name = open.pop();
    if (name === 'methodName') method = text.trim();
    // A value without a type is a string.
    if (open[1] === 'params' && (name === 'string' || (name === 'value' && text.trim() !== ''))) {
      values.push(text.trim());
    }
    text = '';
  });
  try {
    parser.write(xml).close();
  } catch {
    return PING_FAULTS.malformed;
  }
  if (method !== 'pingback.ping') return PING_FAULTS.unknownMethod;
  const [source, target] = values;
  return source && target ? { source, target } : PING_FAULTS.malformed;
}

export const pingAnswer = (said: string): string =>
  `<?xml version="1.0"?>\n<methodResponse><params><param><value><string>${said}</string></value></param></params></methodResponse>\n`;

export const pingFault = (code: number, said: string): string =>
  `<?xml version="1.0"?>\n<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>${code}</int></value></member><member><name>faultString</name><value><string>${said}</string></value></member></struct></value></fault></methodResponse>\n`;
