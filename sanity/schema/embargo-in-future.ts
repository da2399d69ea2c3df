import type { CustomValidator } from 'sanity';
import { publishedIdOf } from './published-id.ts';

/** An embargo that has passed holds nothing back: on a first publish it is a slip of the pen. */
export const embargoInFuture: CustomValidator<string | undefined> = async (
  value,
  { document, getClient },
) => {
  if (!value || !document || Date.parse(value) > Date.now()) return true;
  const published = publishedIdOf(document._id);
  if (document._id === published) return true;
  const isPublished = await getClient({ apiVersion: '2025-02-19' })
    .withConfig({ perspective: 'raw' })
    .fetch<boolean>('count(*[_id == $published]) > 0', { published });
  return isPublished || 'This embargo has already passed. Choose a time to come, or leave it empty.';
};
