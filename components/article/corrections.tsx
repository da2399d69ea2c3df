import { Day } from '#components/site/day.tsx';
import type { Summary } from '#lib/content/article.ts';
import type { Texts } from '#lib/i18n/en.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = { article: Summary; timeZone: string };

/** What we got wrong and when we mended it, under every text that needed it. */
export function Corrections({ article, timeZone }: Props) {
  const { article: words } = textsFor(article.language);
  if (article.corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections" className="furniture mt-10 border border-alert p-5">
      <h2 id="corrections" className="font-semibold text-alert">
        {words.corrections}
      </h2>
      <ul className="mt-2 space-y-3">
        {article.corrections.map(({ text, date, kind }) => (
          <li key={`${date} ${text}`}>
            <span className="text-ink-2">
              {kindName(kind, words)}, <Day instant={date} language={article.language} timeZone={timeZone} />.
            </span>{' '}
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function kindName(kind: string, words: Texts['article']): string {
  if (kind === 'clarification') return words.clarification;
  return kind === 'update' ? words.update : words.correction;
}
