import { plainText } from '#lib/content/plain-text.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { ShareLink } from './share-link.client.tsx';

type Props = { headline: string; url: string; language: Language };

/** Plain links, and the platform's own sheet: nothing of another company is loaded before a reader asks for it. */
export function Share({ headline, url, language }: Props) {
  const { article: words } = textsFor(language);
  const name = plainText(headline);
  const text = encodeURIComponent(`${name} ${url}`);
  const mail = `mailto:?subject=${encodeURIComponent(name)}&body=${encodeURIComponent(url)}`;
  return (
    <div className="flex flex-wrap items-center gap-x-4 print:hidden">
      <span className="text-ink-2">{words.share}</span>
      <a href={mail} className="text-link inline-flex min-h-11 items-center">
        {words.shareByMail}
      </a>
      <a
        href={`https://wa.me/?text=${text}`}
        rel="noopener noreferrer external"
        className="text-link inline-flex min-h-11 items-center"
      >
        {words.shareByWhatsapp}
      </a>
      <ShareLink title={name} url={url} words={words.shareLink} />
    </div>
  );
}
