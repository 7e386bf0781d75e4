/** Where a chapter can be sent: plain links, from which nothing is loaded until they are followed. Pure. */

export interface SharedPage {
  /** Absolute. */
  readonly address: string;
  readonly title: string;
  /** One line to go with it. */
  readonly text: string;
}

export interface SharePlace {
  /** For events, such as `mastodon`. */
  readonly id: string;
  readonly name: string;
  readonly href: string;
}

/** The usual places, each with the page's address filled in. */
export function sharePlaces({ address, title, text }: SharedPage): SharePlace[] {
  const post = `${title}: ${text} ${address}`;
  return [
    place('whatsapp', 'WhatsApp', 'https://wa.me/', { text: post }),
    place('telegram', 'Telegram', 'https://t.me/share/url', { url: address, text: title }),
    place('bluesky', 'Bluesky', 'https://bsky.app/intent/compose', { text: post }),
    // Asks which of its servers one is at home on.
    place('mastodon', 'Mastodon', 'https://share.joinmastodon.org/', { text: post }, '#'),
    place('x', 'X', 'https://x.com/intent/post', { url: address, text: title }),
    place('facebook', 'Facebook', 'https://www.facebook.com/sharer/sharer.php', { u: address }),
    place('reddit', 'Reddit', 'https://www.reddit.com/submit', { url: address, title }),
    place('email', 'E-mail', 'mailto:', { subject: title, body: `${text}\n\n${address}` }),
  ];
}

function place(
  id: string,
  name: string,
  at: string,
  values: Readonly<Record<string, string>>,
  mark = '?',
): SharePlace {
  // Not URLSearchParams: mail programs show its plus signs.
  const query = Object.entries(values)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  return { id, name, href: `${at}${mark}${query}` };
}
