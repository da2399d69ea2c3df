import { plainText } from '#lib/content/plain-text.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = { headline: string; url: string; language: Language };

const link = 'text-link inline-flex min-h-11 items-center';

/** Plain links: an update that comes in later needs nothing to make them work. */
export function UpdateShare({ headline, url, language }: Props) {
  const { article: words, live } = textsFor(language);
  const name = plainText(headline);
  const named = (label: string) => ({ className: link, 'aria-label': `${label}: ${name}` });
  return (
    <p className="furniture mt-3 flex flex-wrap items-center gap-x-4 print:hidden">
      <a href={url} {...named(live.link)}>
        {live.link}
      </a>
      <a
        href={`mailto:?subject=${encodeURIComponent(name)}&body=${encodeURIComponent(url)}`}
        {...named(words.shareByMail)}
      >
        {words.shareByMail}
      </a>
      <a
        href={`https://wa.me/?text=${encodeURIComponent(`${name} ${url}`)}`}
        rel="noopener noreferrer external"
        {...named(words.shareByWhatsapp)}
      >
        {words.shareByWhatsapp}
      </a>
    </p>
  );
}
