import type { ArchiveMonth } from '#lib/content/archive-month.ts';
import { monthAndYear, monthName } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { archivePath, frontPath } from '#lib/site-urls.ts';

type ArchiveYear = { year: number; months: ArchiveMonth[] };
type Props = {
  title: string;
  years: ArchiveYear[];
  /** Whether these are all there are. */
  isWhole: boolean;
  language: Language;
};

/** Years, the newest first, each with its months in which something came out. */
export function ArchiveSheet({ title, years, isWhole, language }: Props) {
  const { lists, section, site } = textsFor(language);
  return (
    <div className="page-width page-grid">
      <header className="text-column pt-8 pb-6 md:pt-12 md:pb-8">
        <h1 className="font-display text-lead tracking-[-0.014em]">{title}</h1>
        {isWhole ? (
          <p className="mt-2 text-ink-2 text-standfirst">{lists.archive.description}</p>
        ) : (
          <p className="furniture mt-2">
            <a href={archivePath(language)} className="text-link inline-flex min-h-11 items-center">
              {lists.archive.years}
            </a>
          </p>
        )}
      </header>
      <div className="text-column">
        {years.length === 0 && (
          <div className="border-rule border-t py-6">
            <p>{lists.archive.empty}</p>
            <p className="mt-2">
              {section.emptyHelp}{' '}
              <a href={frontPath(language)} className="text-link">
                {site.home}
              </a>
            </p>
          </div>
        )}
        {years.map(({ year, months }) => (
          <section key={year} aria-label={String(year)} className="border-rule border-t py-4">
            {isWhole && (
              <h2 className="font-display text-second tabular-nums">
                <a
                  href={archivePath(language, year)}
                  className="quiet-link inline-flex min-h-11 items-center"
                >
                  {year}
                </a>
              </h2>
            )}
            <ul className="grid grid-cols-2 gap-x-6 md:grid-cols-4">
              {months.map((month) => (
                <li key={month.month}>
                  <a
                    href={archivePath(language, year, month.month)}
                    aria-label={monthAndYear(month, language)}
                    className="text-link inline-flex min-h-11 items-center first-letter:uppercase"
                  >
                    {monthName(month.month, language)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
