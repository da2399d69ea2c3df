import { isDraft } from '#lib/page-cache/response-status.ts';
import type { Row } from './lake-client.ts';

/** A draft that was never published has no times yet: Publish sets them. Until then it is shown as of now. */
export function asIfPublished(row: Row): Row {
  if (!isDraft()) return row;
  const publishedAt = row.publishedAt ?? new Date().toISOString();
  return { ...row, publishedAt, firstPublishedAt: row.firstPublishedAt ?? publishedAt };
}
