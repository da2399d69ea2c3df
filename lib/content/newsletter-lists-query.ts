import { getRows, parseRows } from './lake-client.ts';
import { type NewsletterList, newsletterListSchema } from './newsletter-list.ts';

const newsletterListsQuery = `
  *[_type == "newsletterList"] | order(language asc, title.en asc){
    "id": _id, "titles": { "en": title.en, "es": coalesce(title.es, title.en) }, language, cadence,
    "isDefault": isDefault == true
  }`;

/** All lists there are. One that is not whole is logged and left out. */
export async function getNewsletterLists(): Promise<NewsletterList[]> {
  return parseRows(newsletterListSchema, await getRows(newsletterListsQuery, {}));
}
