/** Pieces of GROQ that several queries share. Filters compare plain fields, so an index by them can serve a query. */

/** A { en, es } text in the page's language, else in English. Needs $language. */
export function inLanguage(field: string): string {
  return `coalesce(select($language == "es" => ${field}.es), ${field}.en)`;
}

const term = `{ "id": _id, "slug": slug.current, "title": ${inLanguage('title')} }`;

export const sectionFields = `
  "id": _id, "slug": slug.current, "title": ${inLanguage('title')},
  "description": ${inLanguage('description')}`;

/** What picture-row.ts turns into a Picture; inside a figure. */
export const figureFields = `
  "ref": image.asset._ref, "lqip": image.asset->metadata.lqip,
  "hotspot": image.hotspot, "crop": image.crop, alt, caption, credit`;

/** A Summary: everything of an article but its body. Whoever reads it applies is-visible.ts with its own clock. */
export const summaryFields = `
  "id": _id, language, "slug": slug.current, "kind": coalesce(kind, "news"), headline, standfirst,
  "dateline": dateline.text, "datelinePlace": dateline.place->${term},
  "section": section->${term},
  "topics": topics[]->${term},
  "places": places[]->${term},
  "bylines": bylines[]{ "name": person->name, "slug": person->slug.current, role, "kind": person->kind,
    "sameAs": person->sameAs },
  bylineText,
  "hero": select(defined(hero.image.asset._ref) => hero{${figureFields}}),
  "firstPublishedAt": coalesce(firstPublishedAt, publishedAt), publishedAt, updatedAt, embargoUntil,
  "access": coalesce(access.level, "default"), "giftable": access.giftable == true,
  "withdrawn": flags.withdrawn == true, "legalHold": flags.legalHold == true,
  "sensitive": flags.sensitive == true,
  "noindex": seo.noindex == true, "seoTitle": seo.title, "seoDescription": seo.description,
  "seoImage": select(defined(seo.image.asset._ref) => { "ref": seo.image.asset._ref, "hotspot": seo.image.hotspot,
    "crop": seo.image.crop, "alt": headline }),
  "translationOf": translationOf._ref,
  "corrections": corrections[]{ text, date, "kind": coalesce(kind, "correction") }`;

/** No list ever holds these. Embargoes pass with time, so they are judged after the cache: is-visible.ts. */
export const listable = 'flags.withdrawn != true && flags.legalHold != true';
