/** Where a chapter can be sent: plain links, from which nothing is loaded until they are followed. Pure. */

export interface SharedPage {
  /** Absolute. */
  readonly address: string;
  readonly title: string;
  /** One line to go with it. */
  readonly text: string;
  /** What the way by mail is called; all others are names. */
  readonly email: string;
}

export interface SharePlace {
  /** For events, such as `mastodon`. */
  readonly id: string;
  readonly name: string;
  readonly href: string;
}

/** The usual places, each with the page's address filled in. */
export function sharePlaces({ address, title, text, email }: SharedPage): SharePlace[] {
  const post = `${title}: ${text} ${address}`;
  return [
    place('whatsapp', 'WhatsApp', 'https://wa.me/', { text: post }),
    place('telegram', 'Telegram', 'https://t.me/share/url', { url: address, text: title }),
    place('bluesky', 'Bluesky', 'https://bsky.app/intent/compose', { text: post }),
    // Asks which of its servers one is at home on.
    place(
      'mastodon',
      'Mastodon',
      'https://share.joinmastodon.org/',
      { text: post },
      { ...USUAL, mark: '#' },
    ),
    place('x', 'X', 'https://x.com/intent/post', { url: address, text: title }),
    place('facebook', 'Facebook', 'https://www.facebook.com/sharer/sharer.php', { u: address }),
    place('reddit', 'Reddit', 'https://www.reddit.com/submit', { url: address, title }),
    place('email', email, 'mailto:', { subject: title, body: `${text}\n\n${address}` }, MAIL),
  ];
}

interface Manner {
  /** What the values follow. */
  readonly mark: '?' | '#';
  /** How a line ends there. */
  readonly lineEnd: '\n' | '\r\n';
}
const USUAL: Manner = { mark: '?', lineEnd: '\n' };
/** RFC 6068, section 5: a line break in a body is `%0D%0A`. */
const MAIL: Manner = { mark: '?', lineEnd: '\r\n' };

function place(
  id: string,
  name: string,
  at: string,
  values: Readonly<Record<string, string>>,
  { mark, lineEnd }: Manner = USUAL,
): SharePlace {
  // Not URLSearchParams: mail programs show its plus signs. Half a character has no encoding: it becomes U+FFFD.
  const query = Object.entries(values)
    .map(([key, value]) => {
      const lines = value
        .toWellFormed()
        .trim()
        .split(/\r\n?|\n/);
      return `${key}=${encodeURIComponent(lines.join(lineEnd))}`;
    })
    .join('&');
  return { id, name, href: `${at}${mark}${query}` };
}
