import type { Extra } from './apt.ts';

/** Where Debian puts what the tests of a blog run. */
export const WORDPRESS_FOLDER = '/usr/share/wordpress';
export const PHP = '/usr/bin/php';
export const MARIADB = '/usr/sbin/mariadbd';

export const WORDPRESS: Extra = {
  name: 'WordPress',
  // A web server without a service and a PHP without Apache come first: either would do for WordPress.
  packages: [
    'micro-httpd',
    'netcat-traditional',
    'php-cgi',
    'php',
    'php-cli',
    'php-mysql',
    // WordPress reads feeds with it; Debian's package does without.
    'php-xml',
    'mariadb-server-core',
    'wordpress',
    'wordpress-theme-twentytwentythree',
  ],
  proof: [
    `${WORDPRESS_FOLDER}/wp-load.php`,
    `${WORDPRESS_FOLDER}/wp-content/themes/twentytwentythree`,
    PHP,
    // What an extension leaves has its version in every other path.
    '/var/lib/dpkg/info/php-xml.list',
    MARIADB,
  ],
};

export const NGINX: Extra = {
  name: 'nginx',
  packages: ['nginx-light'],
  proof: ['/usr/sbin/nginx'],
};

export const POSTGRES: Extra = {
  name: 'PostgreSQL',
  packages: ['postgresql'],
  // Its programs, in a folder a version.
  proof: ['/usr/lib/postgresql'],
};

export const FIREFOX: Extra = {
  name: 'Firefox',
  packages: ['firefox-esr'],
  proof: ['/usr/bin/firefox-esr'],
};

export const WEBKIT: Extra = {
  name: 'WebKit',
  // It needs a display; the display's own starter needs the last.
  packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
  proof: ['/usr/bin/WebKitWebDriver', '/usr/bin/xvfb-run', '/usr/bin/xauth'],
};

/** A browser with windows, as people use it. */
export const WHOLE_BROWSER: Extra = {
  name: 'A browser with windows',
  packages: ['chromium'],
  proof: ['/usr/bin/chromium'],
};

/** Chromium without windows, which Playwright also takes for its own. */
export const HEADLESS_SHELL: Extra = {
  name: 'Chromium without windows',
  packages: ['chromium-headless-shell'],
  proof: ['/usr/bin/chromium-headless-shell'],
  without: 'the whole browser is taken, which takes longer',
};

/** All that tests of the server can make use of. */
export const SERVER_EXTRAS: readonly Extra[] = [NGINX, POSTGRES];

/** All that tests in the browser can make use of. */
export const BROWSER_EXTRAS: readonly Extra[] = [WORDPRESS, FIREFOX, WEBKIT];
