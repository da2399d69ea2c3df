import type { Section } from '#lib/content/taxonomy.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { sectionPath } from '#lib/site-urls.ts';

type Props = { sections: Section[]; language: Language; current?: string | undefined; centred?: boolean };

/** The sections in one line; on a phone the line is pulled sideways, and no script is needed for that. */
export function SectionNav({ sections, language, current, centred = false }: Props) {
  return (
    <nav aria-label={textsFor(language).site.sections} className="border-rule border-y print:hidden">
      <ul
        className={`page-width furniture flex gap-x-6 overflow-x-auto font-semibold [scrollbar-width:none] lg:gap-x-8 ${
          centred ? 'lg:justify-center' : ''
        }`}
      >
        {sections.map((section) => (
          <li key={section.id}>
            <a
              href={sectionPath(language, section.slug)}
              aria-current={section.slug === current ? 'page' : undefined}
              className="quiet-link flex min-h-11 items-center whitespace-nowrap -outline-offset-3 aria-[current]:text-accent aria-[current]:underline"
            >
              {section.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
