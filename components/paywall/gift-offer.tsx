import { buttonClass } from '#components/forms/button.tsx';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import { fillIn } from '#lib/i18n/fill-in.ts';
import type { Language } from '#lib/i18n/language.ts';

type Props = { settings: SiteSettings; language: Language; slug: string };

/** Under a closed article, for somebody who may read it: the way to let another read it, too. */
export function GiftOffer({ settings, language, slug }: Props) {
  const { giftCopy, gift } = settings;
  return (
    <form
      action="/api/gift"
      method="post"
      className="furniture mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-t pt-5 print:hidden"
    >
      <input type="hidden" name="article" value={slug} />
      <input type="hidden" name="language" value={language} />
      <button type="submit" className={buttonClass('plain')}>
        {giftCopy.button}
      </button>
      <span className="text-ink-2">{fillIn(giftCopy.sentence, { days: gift.lifetimeDays })}</span>
    </form>
  );
}
