/** Whose requests the studio answers: it writes files. Pure. */
import { timingSafeEqual } from 'node:crypto';
import { STUDIO_HEADER } from '../../config/studio.ts';

export interface Asked {
  readonly method: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Address of the machine that asks. */
  readonly from: string | undefined;
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
/** A page of another site may have its own name point here: only this machine's names count. */
const OWN_NAME = /^(?:localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** @returns why a request is not answered; undefined where it is */
export function refusal({ method, headers, from }: Asked, token: string): string | undefined {
  if (method !== 'POST') return 'the studio is asked by POST';
  if (!LOOPBACK.test(from ?? '')) return 'the studio answers this machine alone';
  const host = String(headers['host'] ?? '');
  if (!OWN_NAME.test(host)) return 'the studio has no such name';
  if (!/^https?:\/\//.test(String(headers['origin'] ?? '')))
    return 'the request does not say where it comes from';
  if (String(headers['origin']).replace(/^https?:\/\//, '') !== host)
    return 'the request comes from another site';
  if (!/^application\/json\b/.test(String(headers['content-type'] ?? '')))
    return 'the request is no JSON';
  if (token === '' || !same(String(headers[STUDIO_HEADER] ?? ''), token))
    return 'the studio was started anew: open its page again';
  return undefined;
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
