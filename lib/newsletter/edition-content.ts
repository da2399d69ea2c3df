import type { Summary } from '#lib/content/article.ts';
import type { Block } from '#lib/content/body.ts';
import type { ScheduledList } from '#lib/content/scheduled-list.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Edition, EditionAccess } from './edition-store.ts';

/** An article as one access of an edition may show it: the blocks are already cut. A digest has none. */
export type EditionArticle = {
  summary: Summary;
  /** An editor's own subject, else null. */
  subject: string | null;
  blocks: Block[];
  /** The text goes on at the site, for whoever may read it there. */
  isCut: boolean;
};

/** Everything that a rendering is made of; nobody's address and nothing that this access may not read. */
export type EditionContent = {
  edition: Pick<Edition, 'id' | 'kind'> & { dueAt: Date };
  access: EditionAccess;
  list: ScheduledList;
  articles: EditionArticle[];
  /** What an edition of kind `correction` is about. */
  correction: Summary['corrections'][number] | null;
  settings: Pick<SiteSettings, 'name' | 'mail' | 'timeZone' | 'contactEmail'>;
};

/** An edition as it goes out: the recipient's token is left open, at `recipientToken`. */
export type RenderedEdition = { subject: string; html: string; text: string };

/** Stands in a rendering's links for the token of newsletter-token.ts, which only a hand-over fills in. */
export const recipientToken = 'RECIPIENT-TOKEN';
