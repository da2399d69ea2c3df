import { RelatedStories } from '#components/cards/related-stories.tsx';
import { GateNote } from '#components/paywall/gated.tsx';
import { GiftOffer } from '#components/paywall/gift-offer.tsx';
import { SubscribeBlock } from '#components/paywall/subscribe-block.tsx';
import { SubscribePrompt } from '#components/paywall/subscribe-prompt.tsx';
import { SubscribedThanks } from '#components/paywall/subscribed-thanks.tsx';
import { Wall } from '#components/paywall/wall.tsx';
import type { Summary } from '#lib/content/article.ts';
import type { Block } from '#lib/content/body.ts';
import { readingMinutes } from '#lib/content/reading-time.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import { tableOfContents } from '#lib/content/table-of-contents.ts';
import type { Decision } from '#lib/paywall/decide-access.ts';
import { leftWords } from '#lib/paywall/meter-words.ts';
import { articlePath } from '#lib/site-urls.ts';
import type { Visit } from '#lib/subscribers/visit.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleHead } from './article-head.tsx';
import { Contents } from './contents.tsx';
import { Corrections } from './corrections.tsx';
import { Hero } from './hero.tsx';
import { NextInSection } from './next-in-section.tsx';
import { Subjects } from './subjects.tsx';

type Props = {
  article: Summary;
  decision: Decision;
  blocks: Block[];
  gatedFrom: number | null;
  related: Summary[];
  /** The story of the section that came before this one. */
  next: Summary | null;
  ageInYears: number;
  settings: SiteSettings;
  url: string;
  visit: Visit;
  onUnknownBlock: (type: string) => void;
};

/** An article as its reader gets it: whole, or its beginning and the way to the rest. */
export function ArticleView({
  article,
  decision,
  blocks,
  gatedFrom,
  related,
  next,
  ageInYears,
  settings,
  url,
  visit,
  onUnknownBlock,
}: Props) {
  const { language } = article;
  const { timeZone } = settings;
  const source = articlePath(language, article.slug);
  const isWhole = decision.kind === 'full';
  const { reader, pending, allowance } = visit;
  /** Nobody who subscribes or has just asked to, who spends a free article or a gift, or who looks at drafts. */
  const mayBeAsked = reader.kind === 'anonymous' && pending === null && !article.sensitive;
  const mayGive = reader.kind === 'subscriber' && settings.gift.perMonth > 0 && article.giftable;
  return (
    <>
      <article className="page-width page-grid">
        <ArticleHead
          article={article}
          timeZone={timeZone}
          url={url}
          readingMinutes={isWhole ? readingMinutes(blocks) : null}
          ageInYears={ageInYears}
        />
        {article.hero && <Hero picture={article.hero} />}
        {reader.kind === 'gifted' && gatedFrom !== null && (
          <div className="text-column">
            <GateNote>{settings.giftCopy.received}</GateNote>
          </div>
        )}
        <div className="text-column pt-6 md:pt-8">
          <Contents headings={tableOfContents(blocks)} language={language} />
        </div>
        <div data-article-body="" className={`text-column ${isWhole ? '' : 'fade-out'}`}>
          <ArticleBody
            blocks={blocks}
            language={language}
            timeZone={timeZone}
            dateline={article.dateline}
            gatedFrom={gatedFrom}
            gateNote={
              <>
                <SubscribedThanks language={language} atBreak />
                {reader.kind === 'metered' && allowance && (
                  <GateNote>{leftWords(settings.wallCopy, allowance)}</GateNote>
                )}
              </>
            }
            onUnknownBlock={onUnknownBlock}
          />
        </div>
        {!isWhole && <Wall {...{ settings, language, source, visit }} slug={article.slug} />}
        <div className="text-column">
          {gatedFrom !== null && mayGive && (
            <GiftOffer settings={settings} language={language} slug={article.slug} />
          )}
          <Corrections article={article} timeZone={timeZone} />
          <Subjects article={article} />
        </div>
      </article>
      <div className="page-width page-grid gap-y-12 pt-12 print:hidden">
        {isWhole && !article.sensitive && (
          <div className="text-column">
            <SubscribeBlock
              copy={settings.formCopy}
              language={language}
              source={source}
              subscribedTo={reader.kind === 'subscriber' ? settings.name : null}
            />
          </div>
        )}
        <div className="col-span-full lg:col-span-10 lg:col-start-2">
          <RelatedStories articles={related} language={language} timeZone={timeZone} />
          <NextInSection article={article} next={next} />
        </div>
      </div>
      {isWhole && mayBeAsked && (
        <SubscribePrompt
          rules={settings.prompt}
          copy={settings.promptCopy}
          button={settings.formCopy.button}
          language={language}
          source={source}
          section={article.section.id}
        />
      )}
      {gatedFrom === null && <SubscribedThanks language={language} atBreak={false} />}
    </>
  );
}
