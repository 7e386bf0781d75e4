/** The header rules as an nginx configuration. Pure. */
import { HEADER_RULES, type HeaderRule } from '../headers.ts';

/**
 * A server's configuration for the built site at its root, each header a map
 * from the address: `add_header` in a `location` would forget those around it.
 */
export function nginxConfig(rules: readonly HeaderRule[] = HEADER_RULES): string {
  const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))];
  const maps = names.map((name) => {
    const lines = rules
      .filter(({ headers }) => name in headers)
      .map(({ path, headers }) => `  ${pattern(path)} "${headers[name]}";`)
      // The first match counts here, the last in the rules.
      .reverse();
    return `map $uri $${variable(name)} {\n${lines.join('\n')}\n}\n`;
  });
  const add = names.map((name) => {
    // An answer without a file must not be kept, however long its address promises.
    const always = name === 'Cache-Control' ? '' : ' always';
    return `  add_header ${name} $${variable(name)}${always};`;
  });
  return `${HEAD}${maps.join('\n')}\n${SERVER.replace('%ADD%', add.join('\n'))}`;
}

const variable = (name: string): string => `story_${name.toLowerCase().replaceAll('-', '_')}`;

const pattern = (path: string): string => {
  if (path === '/*') return 'default';
  if (!path.endsWith('*')) return path;
  return `~^${path.slice(0, -1).replaceAll('.', '\\.')}`;
};

const HEAD = `# nginx for the built site, inside of its \`http\` block: copy dist/ to the root below.
# Written from src/server/headers.ts; a test keeps the two alike.

`;

const SERVER = `server {
  listen 80;
  server_name example.org;
  root /srv/story;
  charset utf-8;
  error_page 404 /404.html;

  types {
    text/html html;
    text/css css;
    text/javascript js;
    text/plain txt ts;
    application/json json;
    application/xml xml;
    application/manifest+json webmanifest;
    image/svg+xml svg;
    image/png png;
    image/x-icon ico;
    font/woff2 woff2;
    audio/mpeg mp3;
    audio/webm webm;
    audio/mp4 m4a;
    audio/midi mid;
  }

  # The build lays compressed copies beside the files.
  gzip_static on;
  # With ngx_brotli: brotli_static on;

%ADD%

  location / {
    try_files $uri $uri/ =404;
  }
}
`;
