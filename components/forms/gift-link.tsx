import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.client.tsx';

type Props = {
  id: string;
  url: string;
  headline: string;
  articlePath: string;
  /** The day on which the link ends. */
  until: string;
  language: Language;
};

/** A gift's link in a field, from where it can be copied by hand as well. */
export function GiftLink({ id, url, headline, articlePath, until, language }: Props) {
  const words = textsFor(language).gift;
  return (
    <div className="space-y-4">
      <p>
        <a href={articlePath} className="text-link">
          {headline}
        </a>
      </p>
      <div className="furniture">
        <label htmlFor="gift-link" className="mb-1 block text-ink-2">
          {words.link}
        </label>
        <div className="flex flex-col gap-2 sm:flex-row">
          <input
            id="gift-link"
            readOnly
            value={url}
            className="min-h-11 min-w-0 flex-1 rounded-control border border-field bg-paper px-3 text-[1rem] text-ink"
          />
          <CopyButton field="gift-link" words={{ copy: words.copy, copied: words.copied }} />
        </div>
        <p className="mt-2 text-ink-2">{words.until(until)}</p>
      </div>
      <RevokeGift {...{ id, headline, language }} page="gifts" />
    </div>
  );
}

type RevokeProps = {
  id: string;
  headline: string;
  language: Language;
  /** Where the button stands: the answer leads back there. */
  page: 'gifts' | 'account';
};

/** Ends a gift for everybody who has its link. For ears its button names the article: there may be several of them. */
export function RevokeGift({ id, headline, language, page }: RevokeProps) {
  const { revoke } = textsFor(language).gift;
  return (
    <form action="/api/gift/revoke" method="post" className="furniture">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="page" value={page} />
      <Button look="plain" label={`${revoke}: ${headline}`}>
        {revoke}
      </Button>
    </form>
  );
}
