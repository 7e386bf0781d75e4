/** What a request makes its answer depend on (RFC 9110, section 13). Pure. */
import type { IncomingHttpHeaders } from 'node:http';

/** A version of a file. */
export interface Version {
  /** A strong tag, quoted. */
  readonly etag: string;
  /** Milliseconds since 1970; headers know whole seconds. */
  readonly modified: number;
}

/** The status that a request's conditions lead to: 200 where nothing stands in the way. */
export function conditionalStatus(headers: IncomingHttpHeaders, version: Version): 200 | 304 | 412 {
  const match = headers['if-match'];
  if (match !== undefined) {
    if (!lists(match, version.etag)) return 412;
  } else if (isChanged(version, headers['if-unmodified-since'])) return 412;
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined) {
    // Weakly compared: the mark of a weak tag says nothing here.
    return lists(noneMatch.replaceAll('W/"', '"'), version.etag) ? 304 : 200;
  }
  return isChanged(version, headers['if-modified-since']) === false ? 304 : 200;
}

/** Whether a part may be sent: an If-Range that names another version wants the whole. */
export function mayBePart(headers: IncomingHttpHeaders, version: Version): boolean {
  const condition = String(headers['if-range'] ?? version.etag);
  return condition === version.etag || Date.parse(condition) === inSeconds(version);
}

/** Whether it was changed after a date; undefined where that is none. */
function isChanged(version: Version, date: string | undefined): boolean | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : inSeconds(version) > time;
}

const inSeconds = ({ modified }: Version): number => Math.floor(modified / 1000) * 1000;

function lists(header: string, etag: string): boolean {
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim() === etag);
}
