import type { RunningCoverage } from '#lib/content/live.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { livePath } from '#lib/site-urls.ts';

type Props = { coverages: RunningCoverage[]; language: Language };

/** What is live now, over the news of the day; there is no strip when nothing is. */
export function LiveStrip({ coverages, language }: Props) {
  if (coverages.length === 0) return null;
  const { live } = textsFor(language);
  return (
    <aside aria-label={live.now} className="border-rule border-b">
      <ul className="page-width furniture py-1">
        {coverages.map(({ id, slug, headline }) => (
          <li key={id}>
            <a
              href={livePath(language, slug)}
              className="quiet-link flex min-h-11 flex-wrap items-baseline gap-x-3 py-2"
            >
              <strong className="font-semibold text-alert">{live.now}</strong>
              <span className="font-semibold">{headline}</span>
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
