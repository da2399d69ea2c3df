import type { DocumentBadgeComponent } from 'sanity';
import { type ArticleStatus, articleStatus } from '../schema/article-status.ts';

const badges: Record<ArticleStatus, { label: string; title: string; color: 'warning' | 'danger' }> = {
  withdrawn: { label: 'Withdrawn', title: 'Taken back for good: the address says so.', color: 'danger' },
  'legal hold': { label: 'Legal hold', title: 'Out of sight until the hold is lifted.', color: 'danger' },
  embargoed: { label: 'Embargoed', title: 'Out of sight until the embargo ends.', color: 'warning' },
};

/** Beside Studio's own draft and published marks: what keeps a published article from its readers. */
export const statusBadge: DocumentBadgeComponent = ({ draft, published }) => {
  const document = draft ?? published;
  const status = document && articleStatus(document.flags, document.embargoUntil, Date.now());
  return status ? badges[status] : null;
};
