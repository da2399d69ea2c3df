import type { Metadata } from 'next';
import { z } from 'zod';
import { GiftLink } from '#components/forms/gift-link.tsx';
import { GiftList } from '#components/forms/gift-list.tsx';
import { Message } from '#components/site/message.tsx';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import { database } from '#lib/db/database.ts';
import { monthDay } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { calendarMonth } from '#lib/paywall/calendar-month.ts';
import { giftsOf } from '#lib/paywall/gifts.ts';
import { accountPage } from '../../account-page.tsx';
import { givenArticles } from '../../given-articles.ts';
import { routeLanguage } from '../../route-language.ts';

type Props = {
  params: Promise<{ lang: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The layout says that pages are kept; this one is made for each request. */
export const dynamic = 'force-dynamic';

/** Set by /api/gift; anything else in the address means nothing. */
const querySchema = z.object({
  id: z.uuid().nullable().catch(null),
  result: z.enum(['limited', 'failed', 'revoked', 'unknown']).nullable().catch(null),
});

const statuses = { limited: 429, failed: 503, unknown: 404 } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { gift } = textsFor(routeLanguage((await params).lang));
  return { title: gift.title, robots: { index: false, follow: false }, referrer: 'same-origin' };
}

export default async function GiftsPage({ params, searchParams }: Props) {
  const language = routeLanguage((await params).lang);
  const { id, result } = querySchema.parse(await searchParams);
  return accountPage(language, '/gifts', async ({ session, settings }) => {
    const now = new Date();
    const gifts = await giftsOf(database().db, session.subscriberId);
    const given = await givenArticles(gifts, { language, timeZone: settings.timeZone, now });
    const chosen = given.find((gift) => gift.id === id && gift.isGood);
    const others = given.filter((gift) => gift !== chosen);
    if (result === 'failed') markStatus(statuses[result], 30);
    else if (result && result !== 'revoked') markStatus(statuses[result]);
    const words = textsFor(language).gift;
    return (
      <Message heading={chosen ? words.heading : result ? headings(language)[result] : words.title}>
        {chosen && <GiftLink {...chosen} language={language} />}
        {!chosen && result && <p role="status">{sentence(result, settings, { language, now })}</p>}
        {(!chosen || others.length > 0) && (
          <section aria-labelledby="all-gifts" className={chosen || result ? 'pt-10' : 'pt-2'}>
            <h2 id="all-gifts" className="furniture border-ink border-t pt-4 pb-2 text-accent">
              {words.all}
            </h2>
            <GiftList gifts={others} language={language} page="gifts" />
          </section>
        )}
      </Message>
    );
  });
}

type Result = NonNullable<z.infer<typeof querySchema>['result']>;

function headings(language: Language): Record<Result, string> {
  const { gift } = textsFor(language);
  return {
    limited: gift.limitedHeading,
    failed: gift.failedHeading,
    unknown: gift.failedHeading,
    revoked: gift.title,
  };
}

function sentence(
  result: Result,
  { gift, timeZone }: SiteSettings,
  { language, now }: { language: Language; now: Date },
): string {
  const words = textsFor(language);
  const renewsAt = calendarMonth(now, timeZone).endsAt.toISOString();
  return {
    limited: words.gift.limited(gift.perMonth, monthDay(renewsAt, language, timeZone)),
    failed: words.failure.sentence,
    unknown: words.gift.notYours,
    revoked: words.gift.revoked,
  }[result];
}
