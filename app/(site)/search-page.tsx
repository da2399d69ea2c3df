import { cookies, headers } from 'next/headers';
import { SearchField } from '#components/search/search-field.tsx';
import { SearchFilters } from '#components/search/search-filters.tsx';
import { SearchResults } from '#components/search/search-results.tsx';
import { otherLanguage } from '#components/site/language-link.tsx';
import { Message } from '#components/site/message.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { config } from '#lib/config.ts';
import { cachedSettings, cachedTerms } from '#lib/content/content-cache.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import { database } from '#lib/db/database.ts';
import { isDatabaseFailure } from '#lib/db/is-database-failure.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { log } from '#lib/log.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { type SearchResult, search } from '#lib/search/search.ts';
import { limitSearches } from '#lib/search/search-limits.ts';
import { readSearchQuery, type SearchQuery, searchParameters } from '#lib/search/search-query.ts';
import { SearchBusy } from '#lib/search/search-store.ts';
import { searchPath } from '#lib/site-urls.ts';
import { clientNetwork } from '#lib/subscribers/client-network.ts';
import { currentReader } from '#lib/subscribers/current-reader.ts';

type Props = { language: Language; parameters: Record<string, string | string[] | undefined> };

/** A field, its filters, and what they find in the texts that this reader may have. */
export async function SearchPage({ language, parameters }: Props) {
  const query = readSearchQuery(parameters, language);
  const [settings, sections, topics] = await Promise.all([
    cachedSettings(language),
    cachedTerms('section', language),
    cachedTerms('topic', language),
  ]);
  const answer = query.q === '' ? null : await answerFor(query, settings);
  const other = otherLanguage(language);
  const { search: words } = textsFor(language);
  return (
    <SiteFrame
      settings={settings}
      language={language}
      translation={searchPath(other, searchParameters(query, language))}
    >
      <Message heading={words.title}>
        <search>
          <form action={searchPath(language)} method="get" className="space-y-2">
            <SearchField language={language} typed={query.q} />
            <SearchFilters query={query} sections={sections} topics={topics} language={language} />
          </form>
        </search>
        {answer === null && <p className="furniture text-ink-2">{words.hint}</p>}
        {typeof answer === 'string' && <p role="alert">{words[answer]}</p>}
        {answer !== null && typeof answer !== 'string' && (
          <SearchResults
            query={query}
            result={answer}
            sections={sections}
            language={language}
            timeZone={settings.timeZone}
          />
        )}
      </Message>
    </SiteFrame>
  );
}

/** The stories, or why there are none to show; the status says the same. */
async function answerFor(
  query: SearchQuery,
  settings: SiteSettings,
): Promise<SearchResult | 'tooMany' | 'failed'> {
  const { SESSION_SECRET: secret, LIMITS_FACTOR: limitsFactor, TRUSTED_PROXY_HOPS } = config();
  const { db } = database();
  const now = new Date();
  try {
    const network = clientNetwork(await headers(), TRUSTED_PROXY_HOPS);
    const verdict = await limitSearches({ db, secret, limitsFactor }, network, now);
    if (verdict.kind === 'limited') {
      markStatus(429, verdict.retryAfterSeconds);
      return 'tooMany';
    }
    const reader = await currentReader(await cookies(), null, now);
    return await search(db, query, { reader, settings, now });
  } catch (error) {
    if (error instanceof SearchBusy) {
      markStatus(503, 3);
      return 'failed';
    }
    if (!isDatabaseFailure(error)) throw error;
    log.error({ event: 'search.failed', err: error });
    markStatus(503, 30);
    return 'failed';
  }
}
