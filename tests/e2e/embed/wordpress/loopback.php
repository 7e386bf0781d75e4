<?php
/**
 * Lets this WordPress fetch from a site on loopback, which it refuses by itself. The site
 * names itself by the address where it is to be published: that is read as where it is.
 */
$story_site = getenv('STORY_WP_SITE');
$story_published = getenv('STORY_WP_PUBLISHED');
$story_here = parse_url($story_site);

add_filter('http_request_host_is_external', fn ($external, $host) => $external || $host === $story_here['host'], 10, 2);
// Whichever port a test serves a site at.
add_filter('http_allowed_safe_ports', fn ($ports, $host, $url) => [...$ports, parse_url($url, PHP_URL_PORT)], 10, 3);
add_filter('http_response', function ($response) use ($story_site, $story_published) {
    $response['body'] = str_replace($story_published, $story_site, $response['body']);
    return $response;
});
