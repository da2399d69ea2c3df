import type { ReactElement } from 'react';
import { DeadNewsletterLink } from '#components/newsletter/dead-newsletter-link.tsx';
import { Message } from '#components/site/message.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { config } from '#lib/config.ts';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { database } from '#lib/db/database.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { log } from '#lib/log.ts';
import { findNewsletterReader, type NewsletterReader } from '#lib/newsletter/newsletter-reader.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';

type Page = {
  language: Language;
  token: string | null;
  /** This page in another language. */
  pathIn: (language: Language) => string;
  show: (reader: Extract<NewsletterReader, { kind: 'known' }>) => Promise<ReactElement>;
};

const statuses = { unknown: 404, gone: 410, unreadable: 503 } as const;

/** A page for whoever has the link of a mail, signed in or not; looking at it changes nothing. */
export async function newsletterPage({ language, token, pathIn, show }: Page): Promise<ReactElement> {
  const [settings, reader] = await Promise.all([cachedSettings(language), find(token ?? '')]);
  if (reader.kind !== 'known')
    markStatus(statuses[reader.kind], reader.kind === 'unreadable' ? 30 : undefined);
  const { failure } = textsFor(language);
  return (
    <SiteFrame settings={settings} language={language} translation={pathIn(language === 'en' ? 'es' : 'en')}>
      {reader.kind === 'known' && (await show(reader))}
      {reader.kind === 'unreadable' && (
        <Message heading={failure.heading}>
          <p>{failure.sentence}</p>
        </Message>
      )}
      {(reader.kind === 'unknown' || reader.kind === 'gone') && (
        <DeadNewsletterLink why={reader.kind} language={language} />
      )}
    </SiteFrame>
  );
}

/** A database that does not answer must not call a good link a bad one. */
async function find(token: string): Promise<NewsletterReader | { kind: 'unreadable' }> {
  try {
    return await findNewsletterReader(database().db, config().SESSION_SECRET, token);
  } catch (error) {
    log.error({ event: 'newsletter.reader_unreadable', err: error });
    return { kind: 'unreadable' };
  }
}
