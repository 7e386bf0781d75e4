<?php
/** Waits for the database, makes one for the blog, and installs WordPress with an administrator and an author. */
$folder = $argv[1];
mysqli_report(MYSQLI_REPORT_OFF);
for ($tries = 0; ; $tries++) {
    $database = @mysqli_connect('localhost', 'root', '', '', 0, getenv('STORY_WP_SOCKET'));
    if ($database) break;
    if ($tries === 300) exit('no database: ' . mysqli_connect_error());
    usleep(100_000);
}
mysqli_query($database, 'CREATE DATABASE blog CHARACTER SET utf8mb4');
mysqli_close($database);

define('WP_INSTALLING', true);
require "$folder/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
// Nobody is written to.
add_filter('pre_wp_mail', '__return_true');
wp_install('A blog', 'administrator', 'administrator@blog.example', true, '', 'password');
wp_insert_user(['user_login' => 'author', 'user_pass' => 'password', 'role' => 'author']);
switch_theme('twentytwentythree');
echo $wp_version;
