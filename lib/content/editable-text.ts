type Source = {
  sourcePath: readonly unknown[];
  sourceDocument: { _type: string };
};

/** Fields that pages print as they are written. Anything else is compared, parsed or put into an address. */
const printed = new Set<unknown>([
  ...['headline', 'standfirst', 'title', 'description', 'name', 'role', 'bylineText'],
  ...['text', 'caption', 'credit', 'alt', 'attribution', 'cells'],
]);
const languages = new Set<unknown>(['en', 'es']);

/**
 * Whether a text of an answer may carry, invisibly, the place where it is written, for click-to-edit. The words of
 * siteSettings are left alone: pages put them together.
 */
export function isEditableText({ sourcePath, sourceDocument }: Source): boolean {
  if (sourceDocument._type === 'siteSettings' || sourcePath.includes('seo')) return false;
  const field = sourcePath.findLast((part) => typeof part === 'string' && !languages.has(part));
  return printed.has(field);
}
