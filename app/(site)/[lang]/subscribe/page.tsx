import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { CheckInbox } from '#components/forms/check-inbox.tsx';
import { SubscribePanel } from '#components/forms/subscribe-panel.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { config } from '#lib/config.ts';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { subscribePath } from '#lib/site-urls.ts';
import { stampForm } from '#lib/subscribers/form-stamp.ts';
import { listsToOffer } from '#lib/subscribers/list-choice.ts';
import { openPending, resendWaitSeconds } from '#lib/subscribers/pending-sign-up.ts';
import { cookieName } from '#lib/subscribers/reader-cookies.ts';
import { signUpResults, signUpSentence, signUpStatuses } from '#lib/subscribers/sign-up-answer.ts';
import { parseTyped } from '#lib/subscribers/sign-up-request.ts';
import { sourcePathSchema } from '#lib/subscribers/source-path.ts';
import { findNewsletterLists } from '../../../newsletter-lists.ts';
import { routeLanguage } from '../../route-language.ts';

type Props = {
  params: Promise<{ lang: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The layout says that pages are kept; this one is made for each request. */
export const dynamic = 'force-dynamic';

/** Set by /api/subscribe; anything else in the address means nothing. */
const querySchema = z.object({
  result: z.enum(signUpResults).nullable().catch(null),
  wait: z.coerce.number().int().min(1).max(86_400).catch(60),
  source: sourcePathSchema,
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { subscribe } = textsFor(routeLanguage((await params).lang));
  return { title: subscribe.title };
}

export default async function SubscribePage({ params, searchParams }: Props) {
  const language = routeLanguage((await params).lang);
  const { result, wait, source } = querySchema.parse(await searchParams);
  const [settings, lists, browser] = await Promise.all([
    cachedSettings(language),
    findNewsletterLists(),
    rememberedSignUp(),
  ]);
  const copy = settings.formCopy;
  const stamp = stampForm(config().SESSION_SECRET, new Date());
  if (result === 'accepted' || result === 'resent' || result === 'soon') {
    const { pending } = browser;
    if (result === 'soon') markStatus(signUpStatuses.soon, wait);
    return (
      <SiteFrame settings={settings} language={language}>
        <CheckInbox
          language={language}
          source={source}
          button={copy.button}
          said={{ text: signUpSentence(result, language, wait), problem: result === 'soon' }}
          pending={pending && result === 'soon' ? { ...pending, waitSeconds: wait } : pending}
          lists={listsToOffer(lists ?? [], language, pending?.listIds ?? null)}
          stamp={stamp}
        />
      </SiteFrame>
    );
  }
  if (result) {
    const status = signUpStatuses[result];
    markStatus(status, status === 429 || status === 503 ? wait : undefined);
  }
  const { typed } = browser;
  return (
    <SiteFrame
      settings={settings}
      language={language}
      translation={subscribePath(language === 'en' ? 'es' : 'en')}
    >
      <SubscribePanel
        copy={copy}
        language={language}
        source={source}
        problem={result && { field: result === 'invalid', message: signUpSentence(result, language, wait) }}
        typed={typed}
        lists={listsToOffer(lists ?? [], language, typed.listIds)}
        // Whoever was asked to press once more does so at once.
        stamp={result === 'again' ? null : stamp}
      />
    </SiteFrame>
  );
}

/** What this browser has typed: into a form that could not be taken, and into the last one that was. */
async function rememberedSignUp() {
  const { SITE_URL, SESSION_SECRET } = config();
  const given = await cookies();
  const cookieValue = (name: string) => given.get(cookieName(SITE_URL, name))?.value;
  const now = new Date();
  const pending = openPending(SESSION_SECRET, cookieValue('pending') ?? '', now);
  return {
    typed: parseTyped(cookieValue('typed')),
    pending: pending && { ...pending, waitSeconds: resendWaitSeconds(pending, now) },
  };
}
