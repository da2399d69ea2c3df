import { lakeFailedSince, type RequestMarks } from '#lib/page-cache/response-status.ts';

const retryAfterSeconds = '10';
/** A page that speaks of a failure and not of its end: a database is back sooner, mostly. */
const usualWaitSeconds = 30;

/**
 * The framework knows no 410 and no 503: a page can only be not found, or throw. What the page meant is in the marks
 * of its request. Route handlers under /api tell their own status.
 */
export function trueStatus(
  status: number,
  path: string,
  marks: RequestMarks | undefined,
  fromCache: boolean,
): { status: number; headers: Record<string, string> } {
  if (!marks || path.startsWith('/api/')) return { status, headers: {} };
  // An answer from the cache carries its own status, and may be older than what this request has learnt.
  if (status === 200 && marks.absent && !fromCache) return { status: marks.absent, headers: {} };
  if (status === 200 && marks.spokenStatus !== null) {
    const { spokenStatus } = marks;
    const wait = marks.retryAfterSeconds ?? (spokenStatus === 503 ? usualWaitSeconds : undefined);
    const retry = wait === undefined ? {} : { 'Retry-After': String(wait) };
    return { status: spokenStatus, headers: { 'Cache-Control': 'no-store', ...retry } };
  }
  if (status !== 500 || !lakeFailedSince(marks.startedAt)) return { status, headers: {} };
  return { status: 503, headers: { 'Retry-After': retryAfterSeconds, 'Cache-Control': 'no-store' } };
}
