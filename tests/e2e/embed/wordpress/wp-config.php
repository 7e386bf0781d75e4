<?php
/** A WordPress for the length of a test: all that is its own comes from the environment. */
define('DB_HOST', 'localhost:' . getenv('STORY_WP_SOCKET'));
define('DB_NAME', 'blog');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('WP_HOME', getenv('STORY_WP_HOME'));
define('WP_SITEURL', getenv('STORY_WP_HOME'));
// It calls nobody: only addresses of this machine are let through.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('ABSPATH', __DIR__ . '/');
$table_prefix = 'wp_';
require_once ABSPATH . 'wp-settings.php';
