import { Button } from '#components/forms/button.tsx';
import { CopyButton } from '#components/forms/copy-button.client.tsx';
import { HiddenFields } from '#components/forms/hidden-fields.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { AccountPart } from './account-part.tsx';

type Props = {
  /** The whole address; null: there is no feed. */
  url: string | null;
  language: Language;
  saved: boolean;
};

/** The subscriber's own feed: its address in a field, from where it can be copied by hand as well. */
export function FeedPart({ url, language, saved }: Props) {
  const { account, feeds } = textsFor(language);
  const words = feeds.private;
  return (
    <AccountPart id="feed" heading={words.heading} sentence={words.sentence}>
      {saved && (
        <p role="status" className="furniture mb-3 text-accent">
          {url === null ? words.revoked : account.saved}
        </p>
      )}
      {url === null ? (
        <FeedForm wish="make" language={language} button={words.make} />
      ) : (
        <div className="furniture space-y-4">
          <div>
            <label htmlFor="feed-address" className="mb-1 block text-ink-2">
              {words.address}
            </label>
            <div className="flex flex-col gap-2 sm:flex-row">
              <input
                id="feed-address"
                readOnly
                value={url}
                className="min-h-11 min-w-0 flex-1 rounded-control border border-field bg-paper px-3 text-[1rem] text-ink"
              />
              <CopyButton field="feed-address" words={{ copy: words.copy, copied: words.copied }} />
            </div>
            <p className="mt-2 text-ink-2">{words.renewHelp}</p>
          </div>
          <div className="flex flex-wrap gap-3">
            <FeedForm wish="make" language={language} button={words.renew} />
            <FeedForm wish="end" language={language} button={words.revoke} />
          </div>
        </div>
      )}
    </AccountPart>
  );
}

type FormProps = { wish: 'make' | 'end'; language: Language; button: string };

function FeedForm({ wish, language, button }: FormProps) {
  return (
    <form action="/api/account/feed" method="post">
      <HiddenFields language={language} />
      <input type="hidden" name="wish" value={wish} />
      <Button look="plain">{button}</Button>
    </form>
  );
}
