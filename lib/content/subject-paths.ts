import { personPath, placePath, sectionPath, topicPath } from '#lib/site-urls.ts';
import type { SubjectKind } from './subject.ts';

export const subjectPaths: Record<SubjectKind, typeof sectionPath> = {
  sections: sectionPath,
  topics: topicPath,
  places: placePath,
  people: personPath,
};
