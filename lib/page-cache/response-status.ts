import { AsyncLocalStorage } from 'node:async_hooks';
import type { Keepable } from './site-store.ts';

/**
 * What is known about the request that is being answered. It is made by the server (lib/site-server) and reached
 * from a page's render, which the framework bundles separately: so it hangs on globalThis, not on this module.
 */
export type RequestMarks = {
  readonly startedAt: number;
  /** The status of a page that says that there is none. */
  absent: 404 | 410 | null;
  /** From when the page must not be shown any more, whatever its lifetime. */
  endsAt: number | null;
  /** The fresh cache entry that the answer is made of, if it is one. */
  kept: { readonly key: string; readonly value: Keepable } | null;
  /** What a page that has something to say says it with. */
  spokenStatus: SpokenStatus | null;
  /** When it makes sense to come again, where the page says so. */
  retryAfterSeconds?: number;
  /** Whether the page shows drafts to an editor: nothing of it may be kept or shown to anybody else. */
  draft: boolean;
  /** Whether every subscriber gets this very page. */
  forSubscribers: boolean;
  /** What the page is made of, as clearing names it. */
  readonly tags: string[];
  /** Run when the answer has left, whatever it was. */
  readonly whenAnswered: (() => void)[];
};

declare global {
  var siteRequestMarks: AsyncLocalStorage<RequestMarks> | undefined;
  var siteLakeFailedAt: number | undefined;
}

function storage(): AsyncLocalStorage<RequestMarks> {
  globalThis.siteRequestMarks ??= new AsyncLocalStorage();
  return globalThis.siteRequestMarks;
}

export function withRequestMarks<T>(marks: RequestMarks, answer: () => T): T {
  return storage().run(marks, answer);
}

export function requestMarks(): RequestMarks | undefined {
  return storage().getStore();
}

/**
 * Called by a page that says that there is nothing at its address. The framework's notFound() would send an empty
 * body that scripts have to fill (docs/decisions/051), so such pages are rendered like any other and marked.
 */
export function markMissing(): void {
  mark(404);
}

/** The same for what existed and was taken back for good. */
export function markGone(): void {
  mark(410);
}

function mark(absent: 404 | 410): void {
  const marks = requestMarks();
  if (marks) marks.absent = absent;
}

/** Called by a page that shows what closes at an instant: no copy of it is served from then on. */
export function markEnd(instant: Date): void {
  const marks = requestMarks();
  if (marks) marks.endsAt = Math.min(marks.endsAt ?? Number.POSITIVE_INFINITY, instant.getTime());
}

/** Called by a page of the draft variant, once its reader has proved to be an editor and before it asks anything. */
export function markDraft(): void {
  const marks = requestMarks();
  if (!marks) throw new Error('Drafts can only be shown in an answer to a request.');
  marks.draft = true;
}

/** Whether the page that is being made shows drafts. */
export function isDraft(): boolean {
  return requestMarks()?.draft === true;
}

/** Called by an article's page for a subscriber: nothing in it is about one of them. */
export function markForSubscribers(): void {
  const marks = requestMarks();
  if (marks) marks.forSubscribers = true;
}

/** Called for everything that is asked of the lake for the page that is being made. */
export function noteTags(tags: readonly string[]): void {
  requestMarks()?.tags.push(...tags);
}

export type SpokenStatus = 400 | 404 | 410 | 422 | 429 | 503;

/** Called by a page that is rendered for each request and tells its reader why something did not work. */
export function markStatus(status: SpokenStatus, retryAfterSeconds?: number): void {
  const marks = requestMarks();
  if (!marks) return;
  marks.spokenStatus = status;
  if (retryAfterSeconds !== undefined) marks.retryAfterSeconds = retryAfterSeconds;
}

/** Called by the lake's client for each answer that did not come, or was no answer. */
export function noteLakeFailure(now: number = Date.now()): void {
  globalThis.siteLakeFailedAt = now;
}

/** A request may share a render that another one began a moment before it: its failure counts for both. */
const sharedRenderSeconds = 10;

export function lakeFailedSince(startedAt: number): boolean {
  const failedAt = globalThis.siteLakeFailedAt;
  return failedAt !== undefined && failedAt >= startedAt - sharedRenderSeconds * 1000;
}
