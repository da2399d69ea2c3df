import type { Summary } from '#lib/content/article.ts';
import type { Subject } from '#lib/content/subject.ts';
import { subjectPaths } from '#lib/content/subject-paths.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { ListSheet } from './list-sheet.tsx';
import { ProfileIntro } from './profile-intro.tsx';

type Props = {
  subject: Subject;
  articles: Summary[];
  page: number;
  pages: number;
  language: Language;
  timeZone: string;
};

/** What there is of a section, topic, place or person. */
export function SubjectSheet({ subject, language, ...list }: Props) {
  const { kind, title, description, profile } = subject;
  const { lists } = textsFor(language);
  return (
    <ListSheet
      {...list}
      title={title}
      label={profile?.role ?? lists.kind[kind]}
      intro={
        <>
          {description && <p className="mt-2 max-w-[40em] text-ink-2 text-standfirst">{description}</p>}
          {profile && <ProfileIntro name={title} profile={profile} language={language} />}
        </>
      }
      pathOf={(number) => subjectPaths[kind](language, subject.slug, number)}
      words={{ empty: lists.empty[kind], paging: lists.paging[kind] }}
      language={language}
    />
  );
}
