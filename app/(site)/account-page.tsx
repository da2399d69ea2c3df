import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactElement } from 'react';
import { Message } from '#components/site/message.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedSettings } from '#lib/content/content-cache.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import { database } from '#lib/db/database.ts';
import { isDatabaseFailure } from '#lib/db/is-database-failure.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { log } from '#lib/log.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { inLanguage, signInPath } from '#lib/site-urls.ts';
import type { Session } from '#lib/subscribers/session-store.ts';
import { findSubscriber, type Subscriber } from '#lib/subscribers/subscriber-store.ts';
import { readSession } from './account-session.ts';

type Known = { session: Session; subscriber: Subscriber; settings: SiteSettings };

/**
 * A page for whoever is signed in; anybody else is led to the sign-in, which leads back. `path` is the page's own,
 * without a language.
 */
export async function accountPage(
  language: Language,
  path: string,
  show: (known: Known) => Promise<ReactElement>,
): Promise<ReactElement> {
  const own = inLanguage(language, path);
  const settings = await cachedSettings(language);
  const found = await readSession(await cookies());
  if (found === null) redirect(signInPath(language, { source: own }));
  const sheet = await unlessAway(async () => {
    if (found === 'unknown') return null;
    const subscriber = await findSubscriber(database().db, found.subscriberId);
    if (subscriber === null) redirect(signInPath(language, { source: own }));
    return show({ session: found, subscriber, settings });
  });
  const translation = inLanguage(language === 'en' ? 'es' : 'en', path);
  return (
    <SiteFrame settings={settings} language={language} translation={translation}>
      {sheet ?? <NotNow language={language} />}
    </SiteFrame>
  );
}

/** Null: the database went while the page was made. Anything else that is thrown is not for this page to answer. */
async function unlessAway<T>(make: () => Promise<T>): Promise<T | null> {
  try {
    return await make();
  } catch (error) {
    if (!isDatabaseFailure(error)) throw error;
    log.error({ event: 'account.unreadable', err: error });
    return null;
  }
}

function NotNow({ language }: { language: Language }) {
  markStatus(503, 30);
  const { failure } = textsFor(language);
  return (
    <Message heading={failure.heading}>
      <p>{failure.sentence}</p>
    </Message>
  );
}
