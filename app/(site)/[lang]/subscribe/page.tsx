import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { CheckInbox } from '#components/forms/check-inbox.tsx';
import { SubscribePanel } from '#components/forms/subscribe-panel.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { subscribePath } from '#lib/site-urls.ts';
import { sourcePathSchema } from '#lib/subscribers/source-path.ts';
import { routeLanguage } from '../../route-language.ts';

type Props = {
  params: Promise<{ lang: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The layout says that pages are kept; this one is made for each request. */
export const dynamic = 'force-dynamic';

/** Set by /api/subscribe; anything else in the address means nothing. */
const querySchema = z.object({
  result: z.enum(['accepted', 'invalid', 'limited', 'failed']).nullable().catch(null),
  source: sourcePathSchema,
});

const statuses = { invalid: 422, limited: 429, failed: 503 } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { subscribe } = textsFor(routeLanguage((await params).lang));
  return { title: subscribe.title };
}

export default async function SubscribePage({ params, searchParams }: Props) {
  const language = routeLanguage((await params).lang);
  const { result, source } = querySchema.parse(await searchParams);
  const settings = await cachedSettings(language);
  const other = subscribePath(language === 'en' ? 'es' : 'en');
  if (result === 'accepted') {
    return (
      <SiteFrame settings={settings} language={language}>
        <CheckInbox language={language} source={source} button={settings.formCopy.button} />
      </SiteFrame>
    );
  }
  if (result) markStatus(statuses[result]);
  const { form } = textsFor(language).subscribe;
  const problems = { invalid: form.invalid, limited: form.tooMany, failed: form.failed };
  return (
    <SiteFrame settings={settings} language={language} translation={other}>
      <SubscribePanel
        copy={settings.formCopy}
        language={language}
        source={source}
        problem={result && { field: result === 'invalid', message: problems[result] }}
        typed={(await cookies()).get('typed')?.value ?? ''}
      />
    </SiteFrame>
  );
}
