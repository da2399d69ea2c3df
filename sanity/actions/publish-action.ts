import {
  type DocumentActionComponent,
  type DocumentActionProps,
  type SanityDocument,
  useDocumentOperation,
} from 'sanity';
import { type PublishableArticle, publishPatch } from './publish-patch.ts';

const made = new WeakMap<DocumentActionComponent, DocumentActionComponent>();

/**
 * Studio's own Publish, which first writes into the draft what a publish owes the reader. Both reach the lake in
 * order, and the published document changes once, slug and earlier slugs together.
 */
export function withPublishPatch(publish: DocumentActionComponent): DocumentActionComponent {
  // Studio asks for the actions again and again: a new function each time would forget a publish that is waiting.
  const known = made.get(publish);
  if (known) return known;
  const action: DocumentActionComponent = (props) => usePublishWithPatch(publish, props);
  action.action = 'publish';
  made.set(publish, action);
  return action;
}

function usePublishWithPatch(publish: DocumentActionComponent, props: DocumentActionProps) {
  const { patch } = useDocumentOperation(props.id, props.type);
  const description = publish(props);
  if (!description?.onHandle) return description;
  const { draft, published } = props;
  return {
    ...description,
    onHandle: () => {
      const change =
        draft && publishPatch(publishable(draft), published && publishable(published), Date.now());
      if (change) patch.execute([change]);
      description.onHandle?.();
    },
  };
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function publishable(document: SanityDocument): PublishableArticle {
  const { slug, previousSlugs, firstPublishedAt, publishedAt, embargoUntil } = document;
  const current = slug && typeof slug === 'object' && 'current' in slug ? text(slug.current) : undefined;
  return {
    slug: current ? { current } : undefined,
    previousSlugs: Array.isArray(previousSlugs)
      ? previousSlugs.filter((former) => typeof former === 'string')
      : undefined,
    firstPublishedAt: text(firstPublishedAt),
    publishedAt: text(publishedAt),
    embargoUntil: text(embargoUntil),
  };
}
