import { validatePreviewUrl } from '@sanity/preview-url-secret';
import { parseSourcePath } from '#lib/subscribers/source-path.ts';
import { lake, unavailable } from './lake-client.ts';

/** Where Studio wants its frame to lead, once its one-time secret stands in the dataset. */
export type PreviewAddress = { kind: 'valid'; path: string } | { kind: 'refused' } | { kind: 'unknown' };

/**
 * Checks an address that Studio's Presentation made. Only somebody who may write to the dataset can have put its secret
 * there, and it is good for an hour. The path stays on this site, whatever the address says.
 */
export async function checkPreviewAddress(address: string): Promise<PreviewAddress> {
  try {
    const { isValid, redirectTo } = await validatePreviewUrl(lake(), address);
    if (!isValid) return { kind: 'refused' };
    return { kind: 'valid', path: (redirectTo && parseSourcePath(redirectTo)) || '/' };
  } catch (cause) {
    unavailable('The content lake does not say whether this preview may be opened.', cause);
    return { kind: 'unknown' };
  }
}
