/** What a frame may do after a click inside it: the `allow` of every snippet. */
export const FRAME_PERMISSIONS = 'autoplay; web-share; clipboard-write; fullscreen';
