/** Whether pages are built for the service of replies, which runs beside them, or to do without. */

/** `npm start` says so; what is built for a static host has nobody to answer a form. */
export const areRepliesOn = process.env['REPLIES']?.trim().toLowerCase() === 'on';
