import type { CustomValidator } from 'sanity';

const allowed = /^(?:https?:\/\/[^\s/]|mailto:\S+@|tel:\+?[\d\s().-]+$|\/(?!\/)|#)/i;

/** A link may lead to a page, an address or a telephone; a script in it would run on the reader's side. */
export const safeHref: CustomValidator<string | undefined> = (value) =>
  !value ||
  allowed.test(value) ||
  'Begin a link with https://, http://, mailto:, tel:, or with / for a page of this site.';
