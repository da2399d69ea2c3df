import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { DraftBar } from '#components/site/draft-bar.tsx';
import { UnfinishedDraft } from '#components/site/unfinished-draft.tsx';
import { BadDocument } from '#lib/content/lake-client.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { inLanguage } from '#lib/site-urls.ts';
import type { Visit } from '#lib/subscribers/visit.ts';
import { ClickToEdit } from '../../../click-to-edit.client.tsx';
import { enterDraft } from '../../../enter-draft.ts';
import { pageAt } from '../../../page-at.tsx';
import { routeLanguage } from '../../../route-language.ts';
import { thisBrowser } from '../../../this-browser.ts';

type Props = { params: Promise<{ lang: string; path?: string[] }> };

const editorsVisit: Visit = { reader: { kind: 'editor' }, allowance: null, pending: null };

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, path = [] } = await params;
  if (!(await enterDraft())) return pageAt(lang, path, thisBrowser).metadata();
  const { title } = textsFor(routeLanguage(lang)).draft;
  return { title, robots: { index: false, follow: false } };
}

/** The draft variant: next.config.ts leads here whoever carries a draft cookie, and the pass in it decides. */
export default async function Page({ params }: Props) {
  const { lang, path = [] } = await params;
  const language = routeLanguage(lang);
  if (!(await enterDraft())) return pageAt(lang, path, thisBrowser).page();
  return (
    <>
      <DraftBar language={language} path={inLanguage(language, `/${path.join('/')}`)} />
      {/* The places that texts carry for click-to-edit are characters without width, which tracking would space out; and
          a card's link would lie over its other texts, which have fields of their own. */}
      <div className="**:tracking-normal! [&_*::after]:pointer-events-none">
        {await pageOrWhatIsMissing(language, path)}
      </div>
      <ClickToEdit />
    </>
  );
}

/** An editor who begins a document sees what it still needs where readers would get a failure. */
async function pageOrWhatIsMissing(language: Language, path: string[]): Promise<ReactElement> {
  try {
    return await pageAt(language, path, () => editorsVisit).page();
  } catch (error) {
    if (error instanceof BadDocument) return <UnfinishedDraft places={error.places} language={language} />;
    throw error;
  }
}
