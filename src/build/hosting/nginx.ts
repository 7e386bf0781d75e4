/** The header rules as an nginx configuration. Pure. */
import { HEADER_RULES, type HeaderRule, headersForMissing } from '../../server/headers.ts';
import { BYTES, MEDIA_TYPES } from '../../server/mediaTypes.ts';
import { type PagePolicies, policyOfAll } from './pagePolicies.ts';

const CACHE = 'Cache-Control';
const POLICY = 'Content-Security-Policy';
/** Characters of a value: nginx does not start with more than 4,096. */
const MOST = 3500;
const CHARSET = '; charset=utf-8';

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
    return `map $story_path $${variable(name)} {\n${lines.join('\n')}\n}\n`;
  });
  const add = names.map((name) => {
    if (name === CACHE) return `  add_header ${name} $story_kept always;`;
    const value = `$${variable(name)}`;
    return `  add_header ${name} ${name === POLICY ? `"${value}$story_page_policy"` : value} always;`;
  });
  return `${HEAD}${maps.join('\n')}\n${SERVER.replace('%TYPES%', types()).replace('%ADD%', add.join('\n'))}`;
}

/**
 * The lines that the configuration reads from the built folder: what each page says of
 * itself, by its address. Patterns, as exact addresses have to be short.
 *
 * @param base '' or '/story'
 */
export function nginxPolicies(pages: PagePolicies, base: string): string {
  const lines = Object.entries(pages).flatMap(([file, policy]) => {
    if (policy === undefined) return [];
    const path = `${base}${file}`.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const address = path.replace(/index\\\.html$/, '(index\\.html)?');
    const value = policy.length > MOST ? policyOfAll([policy], MOST) : policy;
    return [`"~^${address}$" ", ${value}";\n`];
  });
  return lines.join('');
}

const variable = (name: string): string => `story_${name.toLowerCase().replaceAll('-', '_')}`;

const pattern = (path: string): string => {
  if (path === '/*') return 'default';
  if (!path.endsWith('*')) return path;
  return `~^${path.slice(0, -1).replaceAll('.', '\\.').replace(/^\/\*/, '/[^/]+')}`;
};

/** Types by ending, and which of them name their encoding. */
function types(): string {
  const entries = Object.entries(MEDIA_TYPES);
  const lines = entries.map(([ending, type]) => {
    const plain = type.replace(CHARSET, '');
    return `    ${plain.includes(';') ? `"${plain}"` : plain} ${ending.slice(1)};`;
  });
  const texts = new Set(
    entries.filter(([, type]) => type.endsWith(CHARSET)).map(([, type]) => type.split(';')[0]),
  );
  // nginx has this one in its list in any case, and complains about a second.
  texts.delete('text/html');
  return [
    `  types {\n${lines.join('\n')}\n  }`,
    `  default_type ${BYTES};`,
    '  charset utf-8;',
    `  charset_types ${[...texts].join(' ')};`,
  ].join('\n');
}

const HEAD = `# nginx for the built site, inside of its \`http\` block: copy dist/ to the root below.
# Written from src/server/headers.ts; a test keeps the two alike.

# The address that was asked for: $uri becomes the page for what is missing, this does not.
map $uri $story_path {
  default $uri;
}

# What is missing or refused must not be kept, however long its address promises.
map $status $story_kept {
  ~^[45] "${headersForMissing('/')[CACHE]}";
  default $story_cache_control;
}

# Of pages, what each says of itself, hashes and all: the build writes it. nginx reads it when it
# starts, so have it do so after each build: \`nginx -s reload\`. The brackets forgive a missing file.
map $status $story_page {
  404 /404.html;
  default $story_path;
}

map $story_page $story_page_policy {
  include /srv/story/_policies.con[f];
  default "";
}

map $status $story_allow {
  405 "GET, HEAD";
}

`;

const SERVER = `server {
  listen 80;
  server_name example.org;
  root /srv/story;
  # Taken down before anything leads elsewhere.
  set $story_asked $story_path;

%TYPES%

  # The build lays compressed copies beside the files.
  gzip_static on;
  gzip_vary on;
  # With ngx_brotli: brotli_static on;

  server_tokens off;
  absolute_redirect off;
  if_modified_since before;

%ADD%
  add_header Allow $story_allow always;

  # What is there for hosts and by other names is not there for readers.
  location ~ \\.(br|gz)$|/\\.(?!well-known/)|^/_(headers|redirects|policies\\.conf)$ {
    return 404;
  }

  # A folder without a page is no page.
  error_page 403 =404 /404.html;
  error_page 404 /404.html;
}
`;
