/** A post in WordPress as its core makes it of our description: what it keeps of the html, and what its helper script does. */

const SECRET = 'AbCdEf0123';

/** What WordPress makes of an untrusted provider's html; undefined where it finds no frame. */
export function postMarkup(html: string, secret = SECRET): string | undefined {
  const kept = html.replace(/<(?!\/?(a|blockquote|iframe)\b)[^>]*>/g, '');
  const found = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(kept);
  if (!found?.[2]) return undefined;
  const [, quotation, frame] = found;
  const allowed = [
    'src',
    'width',
    'height',
    'frameborder',
    'marginwidth',
    'marginheight',
    'scrolling',
    'title',
  ];
  const attributes = [...frame!.matchAll(/ ([a-z]+)="([^"]*)"/g)]
    .filter(([, name]) => allowed.includes(name!))
    .map(([, name, value]) => `${name}="${name === 'src' ? `${value}#?secret=${secret}` : value}"`);
  const hidden = quotation ? ' style="position: absolute; visibility: hidden;"' : '';
  return (
    (quotation ?? '').replace(
      '<blockquote>',
      `<blockquote class="wp-embedded-content" data-secret="${secret}">`,
    ) +
    `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"${hidden} ${attributes.join(' ')} data-secret="${secret}"></iframe>`
  );
}

/** The helper: answers heights and links of frames it knows, and asks for the height when all has loaded. */
export const HELPER = `
window.followed = [];
window.addEventListener('message', (event) => {
  const data = event.data;
  if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const quotation of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]'))
    quotation.style.display = 'none';
  for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (event.source !== frame.contentWindow) continue;
    frame.removeAttribute('style');
    if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10) || 0));
    if (data.message === 'link') {
      const from = new URL(frame.getAttribute('src')), to = new URL(data.value);
      if (/^https?:$/.test(to.protocol) && to.host === from.host && document.activeElement === frame) {
        window.top.location.href = data.value;
      }
    }
  }
});
const ask = () => {
  for (const frame of document.querySelectorAll('iframe.wp-embedded-content'))
    frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*');
};
document.addEventListener('DOMContentLoaded', ask);
window.addEventListener('load', ask);
`;
