import { cache } from 'react';
import type { Language } from '#lib/i18n/language.ts';
import type { Summary } from './article.ts';
import { keep, listTags, visible } from './content-cache.ts';
import { pageSize } from './lists-query.ts';
import { isSlug } from './slug.ts';
import type { Subject, SubjectKind } from './subject.ts';
import { getSubject, getSubjectArticles, getSubjectCount } from './subject-query.ts';

export const cachedSubject = cache(
  async (language: Language, kind: SubjectKind, slug: string): Promise<Subject | null> => {
    if (!isSlug(slug)) return null;
    return keep(['subject', language, kind, slug], [`section-slug:${slug}`, 'taxonomy'], () =>
      getSubject(language, kind, slug),
    );
  },
);

/** `pages` is at least 1: a subject without articles has one empty page. */
export const cachedSubjectArticles = cache(
  async (
    language: Language,
    subject: Subject,
    page: number,
  ): Promise<{ articles: Summary[]; pages: number }> => {
    const { kind, id } = subject;
    const tags = [`section:${id}`, ...listTags(language)];
    const count = await keep(['subject-count', language, kind, id], tags, () =>
      getSubjectCount(language, subject),
    );
    const pages = Math.max(1, Math.ceil(count / pageSize));
    if (!Number.isInteger(page) || page < 1 || page > pages) return { articles: [], pages };
    const from = (page - 1) * pageSize;
    const articles = await keep(['subject-articles', language, kind, id, String(page)], tags, () =>
      getSubjectArticles(language, subject, from, from + pageSize),
    );
    return { articles: visible(articles), pages };
  },
);
