import { RelatedStories } from '#components/cards/related-stories.tsx';
import { SubscribeBlock } from '#components/paywall/subscribe-block.tsx';
import { SubscribePrompt } from '#components/paywall/subscribe-prompt.tsx';
import { SubscribedThanks } from '#components/paywall/subscribed-thanks.tsx';
import type { Summary } from '#lib/content/article.ts';
import type { Block } from '#lib/content/body.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import type { Decision, Reader } from '#lib/paywall/decide-access.ts';
import { articlePath, sectionPath } from '#lib/site-urls.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleHead } from './article-head.tsx';
import { Corrections } from './corrections.tsx';
import { Hero } from './hero.tsx';

type Props = {
  article: Summary;
  decision: Decision;
  blocks: Block[];
  related: Summary[];
  settings: SiteSettings;
  url: string;
  /** Somebody who subscribes is not asked to; an editor who looks at drafts never gets the prompt. */
  reader: Reader['kind'];
  onUnknownBlock: (type: string) => void;
};

/** An article as its reader gets it: whole, or its beginning and the way to the rest. */
export function ArticleView({
  article,
  decision,
  blocks,
  related,
  settings,
  url,
  reader,
  onUnknownBlock,
}: Props) {
  const { language } = article;
  const { timeZone } = settings;
  const source = articlePath(language, article.slug);
  const isWhole = decision.kind === 'full';
  const copy = isWhole ? settings.formCopy : { ...settings.wallCopy, button: settings.formCopy.button };
  return (
    <>
      <article className="page-width page-grid">
        <ArticleHead article={article} timeZone={timeZone} url={url} />
        {article.hero && <Hero picture={article.hero} />}
        <div data-article-body="" className={`text-column pt-6 md:pt-8 ${isWhole ? '' : 'fade-out'}`}>
          <ArticleBody
            blocks={blocks}
            language={language}
            timeZone={timeZone}
            dateline={article.dateline}
            onUnknownBlock={onUnknownBlock}
          />
        </div>
        <div className="text-column">
          <Corrections article={article} timeZone={timeZone} />
        </div>
      </article>
      <div className="page-width page-grid gap-y-12 pt-12 print:hidden">
        <div id="read-on" className="text-column">
          <SubscribeBlock
            copy={copy}
            language={language}
            source={source}
            subscribedTo={reader === 'subscriber' ? settings.name : null}
          />
        </div>
        <div className="col-span-full lg:col-span-10 lg:col-start-2">
          <RelatedStories articles={related} language={language} timeZone={timeZone} />
          <p className="furniture mt-6 border-rule border-t pt-2">
            <a
              href={sectionPath(language, article.section.slug)}
              className="text-link inline-flex min-h-11 items-center"
            >
              {textsFor(language).article.moreFrom(article.section.title)}
            </a>
          </p>
        </div>
      </div>
      {isWhole && reader === 'anonymous' && (
        <SubscribePrompt
          rules={settings.prompt}
          copy={settings.promptCopy}
          button={settings.formCopy.button}
          language={language}
          source={source}
          section={article.section.id}
        />
      )}
      <SubscribedThanks language={language} />
    </>
  );
}
