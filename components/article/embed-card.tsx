import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { linkAttributes } from './link-attributes.ts';

type Props = { url: string; title: string; language: Language };

/** Something of another site: a link with its name, so that nothing is loaded from there unasked. */
export function EmbedCard({ url, title, language }: Props) {
  const host = new URL(url).hostname.replace(/^www\./, '');
  return (
    <aside className="relative my-8 border-rule border-y py-4">
      <p className="font-semibold text-card">{title}</p>
      <a
        className="text-link furniture cover-link inline-flex min-h-11 items-center"
        {...linkAttributes(url)}
      >
        {textsFor(language).article.opensElsewhere(host)}
      </a>
    </aside>
  );
}
