import type { Summary } from '#lib/content/article.ts';
import { isVisible } from '#lib/content/is-visible.ts';
import { getEditionArticles } from '#lib/content/newsletter-articles-query.ts';
import type { ScheduledList } from '#lib/content/scheduled-list.ts';
import { getSettings } from '#lib/content/settings-query.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import { decideAccess, type Reader } from '#lib/paywall/decide-access.ts';
import { readArticle } from '#lib/paywall/read-article.ts';
import type { EditionArticle, EditionContent } from './edition-content.ts';
import { correctionDateOf } from './edition-keys.ts';
import type { Edition, EditionAccess } from './edition-store.ts';

type Composable = Pick<Edition, 'id' | 'kind' | 'key' | 'listId' | 'articleIds' | 'dueAt'>;

/** Who `full` is for: any recipient, for they all are confirmed subscribers. */
const readers: Record<EditionAccess, Reader> = {
  full: { kind: 'subscriber', subscriberId: 'any' },
  preview: { kind: 'anonymous' },
};

/**
 * What an edition says, as of now, to those who have this access: `edition.articleIds` in their order, without those
 * that nobody may see at this moment. No articles left: there is nothing to send.
 */
export async function composeEdition(
  edition: Composable,
  list: ScheduledList,
  access: EditionAccess,
  now: Date,
): Promise<EditionContent> {
  const { id, kind, dueAt } = edition;
  const settings = await getSettings(list.language);
  const found = await getEditionArticles(edition.articleIds, list.language);
  const visible = found.filter(({ summary }) => isVisible(summary, now));
  const reader = readers[access];
  const articles = await Promise.all(
    visible.map(({ summary, subject }) => asShown({ summary, subject, kind, reader, settings, now })),
  );
  return {
    edition: { id, kind, dueAt },
    access,
    list,
    articles,
    correction: kind === 'correction' ? correctionOf(edition, articles) : null,
    settings,
  };
}

type Shown = Pick<EditionArticle, 'summary' | 'subject'> & {
  kind: Edition['kind'];
  reader: Reader;
  settings: SiteSettings;
  now: Date;
};

/** A digest names its articles and leads to them; one alone is there to be read. */
async function asShown({ summary, subject, kind, reader, settings, now }: Shown): Promise<EditionArticle> {
  if (kind === 'digest') {
    const { kind: decided } = decideAccess(summary, reader, settings.archiveRule, now);
    return { summary, subject, blocks: [], isCut: decided === 'preview' };
  }
  const { decision, blocks } = await readArticle({ summary, reader, now });
  return { summary, subject, blocks, isCut: decision.kind === 'preview' };
}

function correctionOf(
  edition: Composable,
  articles: EditionArticle[],
): Summary['corrections'][number] | null {
  const date = correctionDateOf(edition);
  return articles[0]?.summary.corrections.find((correction) => correction.date === date) ?? null;
}
