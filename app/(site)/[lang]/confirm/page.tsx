import type { Metadata } from 'next';
import { ConfirmPanel } from '#components/forms/confirm-panel.tsx';
import { DeadLink } from '#components/forms/dead-link.tsx';
import { Message } from '#components/site/message.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { database } from '#lib/db/database.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { log } from '#lib/log.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { inspectConfirmation } from '#lib/subscribers/confirm.ts';
import { listsToOffer } from '#lib/subscribers/list-choice.ts';
import { findNewsletterLists } from '../../../newsletter-lists.ts';
import { routeLanguage } from '../../route-language.ts';

type Props = {
  params: Promise<{ lang: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The layout says that pages are kept; this one is made for each request. */
export const dynamic = 'force-dynamic';

const statuses = { malformed: 400, unknown: 404, expired: 410, used: 410, unreadable: 503 } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { confirm } = textsFor(routeLanguage((await params).lang));
  return { title: confirm.title, robots: { index: false, follow: false }, referrer: 'same-origin' };
}

/** Opening the link shows a button and spends nothing: scanners open every link they see. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const language = routeLanguage((await params).lang);
  const { token } = await searchParams;
  const [settings, lists, link] = await Promise.all([
    cachedSettings(language),
    findNewsletterLists(),
    inspect(typeof token === 'string' ? token : ''),
  ]);
  if (link.kind !== 'open') markStatus(statuses[link.kind]);
  const { subscribe } = textsFor(language);
  return (
    <SiteFrame settings={settings} language={language}>
      {link.kind === 'open' && (
        <ConfirmPanel
          token={String(token)}
          language={language}
          siteName={settings.name}
          lists={listsToOffer(lists ?? [], language, link.listIds)}
          chosen={link.listIds}
        />
      )}
      {link.kind === 'unreadable' && (
        <Message heading={subscribe.problemHeading}>
          <p>{textsFor(language).failure.sentence}</p>
        </Message>
      )}
      {link.kind !== 'open' && link.kind !== 'unreadable' && (
        <DeadLink
          confirmed={link.kind === 'used' && link.confirmed}
          language={language}
          siteName={settings.name}
          button={settings.formCopy.button}
        />
      )}
    </SiteFrame>
  );
}

/** A database that does not answer must not call a good link a bad one. */
async function inspect(token: string) {
  try {
    return await inspectConfirmation(database().db, token, new Date());
  } catch (error) {
    log.error({ event: 'confirmation.unreadable', err: error });
    return { kind: 'unreadable' } as const;
  }
}
