import type { Summary } from '#lib/content/article.ts';
import { isVisible } from '#lib/content/is-visible.ts';
import { similarity, wordsOf } from './similarity.ts';

export type RelatedCandidates = { subject: Summary; pinned: Summary[]; found: Summary[] };

/** Cards under an article, unless it has fewer relatives. */
const relatedLimit = 4;

const weights = { topic: 4, place: 2, section: 2, text: 6, recency: 2 };
const dayMs = 24 * 60 * 60 * 1000;
/** After a month an article counts half as recent. */
const recencyHalfLifeDays = 30;

/**
 * The editor's pins in their order, then the best scored. Never the article itself, none twice, none that nobody may
 * see, none in another language. Equal scores go by date, then by id, so that every instance shows the same.
 */
export function chooseRelated({ subject, pinned, found }: RelatedCandidates, now: Date): Summary[] {
  const chosen = new Map<string, Summary>();
  const words = wordsOf(subject);
  const scored = found
    .map((article) => ({ article, score: scoreRelated(subject, article, now, words) }))
    .toSorted((a, b) => b.score - a.score || newestFirst(a.article, b.article))
    .map(({ article }) => article);
  for (const article of [...pinned, ...scored]) {
    if (chosen.size === relatedLimit) break;
    if (article.id === subject.id || article.language !== subject.language || !isVisible(article, now))
      continue;
    if (!chosen.has(article.id)) chosen.set(article.id, article);
  }
  return [...chosen.values()];
}

/** How near a candidate is: shared topics and places, the same section, similar words, age. */
export function scoreRelated(
  subject: Summary,
  candidate: Summary,
  now: Date,
  words = wordsOf(subject),
): number {
  const ageDays = Math.max(0, now.getTime() - Date.parse(candidate.publishedAt)) / dayMs;
  return (
    weights.topic * shared(subject.topics, candidate.topics) +
    weights.place * shared(subject.places, candidate.places) +
    weights.section * (subject.section.id === candidate.section.id ? 1 : 0) +
    weights.text * similarity(words, wordsOf(candidate)) +
    weights.recency * 0.5 ** (ageDays / recencyHalfLifeDays)
  );
}

function shared(left: { id: string }[], right: { id: string }[]): number {
  const ids = new Set(left.map((term) => term.id));
  return new Set(right.map((term) => term.id).filter((id) => ids.has(id))).size;
}

function newestFirst(a: Summary, b: Summary): number {
  return Date.parse(b.publishedAt) - Date.parse(a.publishedAt) || (a.id < b.id ? -1 : 1);
}
