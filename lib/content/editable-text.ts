type Source = {
  sourcePath: readonly unknown[];
  sourceDocument: { _type: string };
};

/** Fields that pages print as they are written. Anything else is compared, parsed or put into an address. */
const printed = new Set([
  ...['headline', 'standfirst', 'title', 'description', 'name', 'role', 'bylineText'],
  ...['text', 'caption', 'credit', 'attribution'],
]);
const languages = new Set<unknown>(['en', 'es']);

/**
 * Whether a text of an answer may carry, invisibly, the place where it is written, for click-to-edit. The words of
 * siteSettings are left alone: pages put them together.
 */
export function isEditableText({ sourcePath, sourceDocument }: Source): boolean {
  if (sourceDocument._type === 'siteSettings' || sourcePath.includes('seo')) return false;
  const field = languages.has(sourcePath.at(-1)) ? sourcePath.at(-2) : sourcePath.at(-1);
  return typeof field === 'string' && printed.has(field);
}
