import { expect, test } from 'vitest';
import { type RequestMarks, withRequestMarks } from '#lib/page-cache/response-status.ts';
import { anArticle } from './an-article.ts';
import { noteEmbargoes } from './note-embargoes.ts';

const now = new Date('2026-02-01T12:00:00Z');

function endOf(...articles: Parameters<typeof noteEmbargoes>[0]): string | null {
  const marks: RequestMarks = {
    ...{ startedAt: 0, absent: null, endsAt: null, kept: null, spokenStatus: null },
    ...{ draft: false, forSubscribers: false, tags: [], whenAnswered: [] },
  };
  withRequestMarks(marks, () => noteEmbargoes(articles, now));
  return marks.endsAt === null ? null : new Date(marks.endsAt).toISOString();
}

const until = (embargoUntil: string, given = {}) => anArticle({ embargoUntil, ...given });

test('a page ends when the first embargo ends of what it was chosen from', () => {
  const ends = endOf(until('2026-02-03T00:00:00Z'), until('2026-02-02T08:30:00+01:00'), anArticle());
  expect(ends).toBe('2026-02-02T07:30:00.000Z');
});

test('an embargo that has passed, and one that brings nothing to light, end no page', () => {
  const later = '2026-02-02T00:00:00Z';
  expect(endOf(until('2026-01-31T00:00:00Z'), until('2026-02-01T12:00:00Z'))).toBeNull();
  expect(endOf(until(later, { legalHold: true }), until(later, { withdrawn: true }))).toBeNull();
  expect(endOf(until('some day'))).toBeNull();
});
