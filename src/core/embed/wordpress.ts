/** What WordPress and a frame in its posts say to each other. Pure. */

export interface WordPressMessage {
  readonly message: 'height' | 'link';
  readonly value: number | string;
  readonly secret: string;
}

/** The ten characters that WordPress appends to the frame's address, by which it knows the answers. */
export function secretIn(hash: string): string | undefined {
  return /[?&]secret=([A-Za-z0-9]{10})(?:&|$)/.exec(hash)?.[1];
}

/** Whether a message is WordPress's question for the height. */
export function asksForHeight(data: unknown, secret: string): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const { message, secret: told } = data as Record<string, unknown>;
  return message === 'ready' && told === secret;
}
