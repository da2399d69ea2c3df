import type { CacheHandler } from 'next/dist/server/lib/incremental-cache';
import { finishKeepable, shelfOf, tagsOf, weigh } from './keepable.ts';
import { type Entry, hasEnded, isPast, type Render } from './page-store.ts';
import { isDraft, lakeFailedSince, requestMarks } from './response-status.ts';
import { type Keepable, siteStore } from './site-store.ts';

type GetArguments = Parameters<CacheHandler['get']>;
type SetArguments = Parameters<CacheHandler['set']>;

/**
 * Where the framework keeps pages, route answers and data. It makes one handler for each request, so what `this`
 * remembers belongs to one request. Why it is our own: docs/decisions/081-page-cache.md.
 */
export default class PageCacheHandler implements CacheHandler {
  readonly #madeAt = Date.now();
  readonly #began = new Map<string, number>();
  readonly #renders = new Map<string, Render>();

  async get(...[key, context]: GetArguments): ReturnType<CacheHandler['get']> {
    const now = Date.now();
    const kind: string = context.kind;
    const softTags = 'softTags' in context ? (context.softTags ?? []) : [];
    const kept = siteStore().get(key);
    const isValid = kept && !hasEnded(kept, now) && !siteStore().clearedSince(softTags, kept.startedAt);
    const entry = isValid ? kept : undefined;
    if (!this.#began.has(key)) this.#began.set(key, now);
    if (kind === 'FETCH') return entry && !this.#mustBeFetched(entry, now) ? found(entry) : null;
    if (entry && !isPast(entry, now)) noteKept(key, entry.value);
    else this.#beginRender(key, now, entry === undefined);
    return entry ? found(entry) : null;
  }

  async set(...[key, value, context]: SetArguments): Promise<void> {
    const now = Date.now();
    const began = this.#began.get(key) ?? this.#madeAt;
    this.#began.delete(key);
    this.#endRender(key);
    if (value === null) return siteStore().forget(key);
    if (isDraft()) return;
    finishKeepable(value, requestMarks()?.absent ?? null);
    const tags = ['tags' in context ? context.tags : undefined, tagsOf(value)].flatMap((list) => list ?? []);
    const cacheControl = 'cacheControl' in context ? context.cacheControl : undefined;
    const endsAt = 'data' in value ? null : (requestMarks()?.endsAt ?? null);
    const kept = { value, tags, keptAt: now, cacheControl, endsAt, bytes: weigh(key, value) };
    if (siteStore().keep(key, shelfOf(value), kept, began) === 'kept') noteKept(key, value);
  }

  async revalidateTag(tags: string | string[]): Promise<void> {
    siteStore().clear([tags].flat(), Date.now());
  }

  resetRequestCache(): void {}

  #beginRender(key: string, now: number, cold: boolean): void {
    if (this.#renders.has(key)) return;
    this.#renders.set(key, siteStore().beginRender(now));
    // A cold render that fails keeps nothing and so never comes to set(); its request ends all the same.
    if (cold) requestMarks()?.whenAnswered.push(() => this.#endRender(key));
  }

  #endRender(key: string): void {
    this.#renders.get(key)?.end();
    this.#renders.delete(key);
  }

  /**
   * A page that is made anew because its lifetime is over must not be made of data whose lifetime is over too: the
   * framework would give the old data and renew it afterwards. Old data is for when the lake fails.
   */
  #mustBeFetched({ value, keptAt }: Entry<Keepable>, now: number): boolean {
    if (!('data' in value) || this.#renders.size === 0) return false;
    return keptAt + value.revalidate * 1000 < now && !lakeFailedSince(now);
  }
}

function found(entry: Entry<Keepable>): Awaited<ReturnType<CacheHandler['get']>> {
  const { value, keptAt: lastModified, cacheControl } = entry;
  return { value, lastModified, ...(cacheControl && { cacheControl }) };
}

function noteKept(key: string, value: Keepable): void {
  const marks = requestMarks();
  if (marks && !('data' in value)) marks.kept = { key, value };
}
