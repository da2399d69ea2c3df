import type { Language } from '#lib/i18n/language.ts';
import { signInPath } from '#lib/site-urls.ts';

type Props = { question: string; label: string; language: Language; source: string };

/** The way in for somebody who subscribes already; it leads back here. */
export function SignInLine({ question, label, language, source }: Props) {
  return (
    <p className="furniture -mt-2 flex flex-wrap items-center gap-x-2 text-ink-2">
      {question}
      <a
        href={signInPath(language, { source })}
        rel="nofollow"
        className="text-link inline-flex min-h-11 items-center"
      >
        {label}
      </a>
    </p>
  );
}
