import { lakeFailedSince, type RequestMarks } from '#lib/page-cache/response-status.ts';

const retryAfterSeconds = '10';

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
    const { spokenStatus, retryAfterSeconds } = marks;
    const retry = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
    return { status: spokenStatus, headers: { 'Cache-Control': 'no-store', ...retry } };
  }
  if (status !== 500 || !lakeFailedSince(marks.startedAt)) return { status, headers: {} };
  return { status: 503, headers: { 'Retry-After': retryAfterSeconds, 'Cache-Control': 'no-store' } };
}
