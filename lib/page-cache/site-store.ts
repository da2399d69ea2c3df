import type { IncrementalCacheValue } from 'next/dist/server/response-cache/types';
import { PageStore } from './page-store.ts';

/** What the framework hands over to be kept: a page, a route's answer, or fetched data. */
export type Keepable = Exclude<IncrementalCacheValue, null>;

declare global {
  var sitePageStore: PageStore<Keepable> | undefined;
}

/** The process's one store. Server, cache handler and route handlers are loaded apart from each other and meet here. */
export function siteStore(): PageStore<Keepable> {
  globalThis.sitePageStore ??= new PageStore();
  return globalThis.sitePageStore;
}
