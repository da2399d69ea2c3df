import type { Summary } from './article.ts';
import type { Section } from './taxonomy.ts';

/** Articles that an editor has put together under a headline of their own. */
export type FeaturedPackage = { key: string; title: string; standfirst: string | null; articles: Summary[] };

/** The front page as laid out: the editor's picks first, filled up with the newest, no article twice but in `latest`. */
export type FrontPage = {
  breaking: { text: string; slug: string | null } | null;
  lead: Summary | null;
  leadRelated: Summary[];
  seconds: Summary[];
  packages: FeaturedPackage[];
  sections: { section: Section; articles: Summary[] }[];
  opinion: Summary[];
  latest: Summary[];
};
