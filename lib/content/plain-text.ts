import { stegaClean } from '@sanity/client/stega';

/**
 * A text of an answer without the invisible characters that drafts carry for click-to-edit: for whatever is not
 * printed as it is, such as an address or a comparison.
 */
export function plainText(text: string): string {
  return stegaClean(text);
}
