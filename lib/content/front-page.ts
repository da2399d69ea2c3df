import type { Summary } from './article.ts';
import type { Section } from './taxonomy.ts';

/** The front page as laid out: the editor's picks first, filled up with the newest, no article twice but in `latest`. */
export type FrontPage = {
  breaking: { text: string; slug: string | null } | null;
  lead: Summary | null;
  leadRelated: Summary[];
  seconds: Summary[];
  sections: { section: Section; articles: Summary[] }[];
  opinion: Summary[];
  latest: Summary[];
};
