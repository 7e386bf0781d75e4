import type { Extra } from './apt.ts';

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
    'mariadb-server-core',
    'wordpress',
  ],
  proof: ['/usr/share/wordpress/wp-load.php', '/usr/bin/php', '/usr/sbin/mariadbd'],
};

export const NGINX: Extra = {
  name: 'nginx',
  packages: ['nginx-light'],
  proof: ['/usr/sbin/nginx'],
};

/** All that the browser tests can make use of. */
export const EXTRAS: readonly Extra[] = [WORDPRESS];
