import type { Metadata } from 'next';
import { z } from 'zod';
import { LeavePanel } from '#components/newsletter/leave-panel.tsx';
import { LeftPanel } from '#components/newsletter/left-panel.tsx';
import { Message } from '#components/site/message.tsx';
import { database } from '#lib/db/database.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { canBeUndone } from '#lib/newsletter/leave.ts';
import { findLeaving } from '#lib/newsletter/leaving-store.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { unsubscribePath } from '#lib/site-urls.ts';
import { maskedAddress } from '#lib/subscribers/masked-address.ts';
import { findNewsletterLists } from '../../../newsletter-lists.ts';
import { newsletterPage } from '../../newsletter-page.tsx';
import { routeLanguage } from '../../route-language.ts';

type Props = {
  params: Promise<{ lang: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The layout says that pages are kept; this one is made for each request. */
export const dynamic = 'force-dynamic';

/** All but the token is set by /api/unsubscribe. */
const querySchema = z.object({
  token: z.string().max(200).nullable().catch(null),
  left: z.uuid().nullable().catch(null),
  result: z.enum(['undone', 'too-late', 'thanks', 'failed']).nullable().catch(null),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { unsubscribe } = textsFor(routeLanguage((await params).lang));
  return { title: unsubscribe.title, robots: { index: false, follow: false }, referrer: 'same-origin' };
}

/** Scanners open every link they see: only the buttons of this page do something. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const language = routeLanguage((await params).lang);
  const { token, left, result } = querySchema.parse(await searchParams);
  const { unsubscribe: words, account } = textsFor(language);
  const pathIn = (other: typeof language) => unsubscribePath(other, { token, left });
  return newsletterPage({
    ...{ language, token, pathIn },
    async show({ subscriber, listIds, editionListId }) {
      if (result === 'failed') markStatus(503, 30);
      if (result === 'too-late') markStatus(410);
      const [lists, leaving] = await Promise.all([
        findNewsletterLists(),
        findLeaving(database().db, subscriber, left),
      ]);
      const titleOf = (id: string | null) => lists?.find((list) => list.id === id)?.titles[language] ?? null;
      const shared = { token: token ?? '', language, address: maskedAddress(subscriber.email) };
      const problem = result === 'failed' ? account.failed : result === 'too-late' ? words.tooLate : null;
      if (subscriber.state === 'suppressed') {
        return (
          <Message heading={words.suppressedHeading}>
            <p>{account.lists.suppressed}</p>
          </Message>
        );
      }
      if (subscriber.state !== 'confirmed' || leaving !== null) {
        return (
          <LeftPanel
            {...shared}
            problem={problem}
            leaving={leaving && { ...leaving, canBeUndone: canBeUndone(leaving, new Date()) }}
            listTitle={titleOf(leaving?.listId ?? null)}
            isThanked={result === 'thanks'}
          />
        );
      }
      const isChosen = editionListId !== null && listIds.includes(editionListId);
      const title = isChosen ? titleOf(editionListId) : null;
      return (
        <LeavePanel
          {...shared}
          problem={problem}
          only={isChosen && title !== null ? { id: editionListId, title } : null}
          isUndone={result === 'undone'}
        />
      );
    },
  });
}
