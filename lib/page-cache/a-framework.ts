import { createRequire } from 'node:module';
import PageCacheHandler from './cache-handler.ts';
import { markDraft, type RequestMarks, withRequestMarks } from './response-status.ts';

/** A test's stand for the framework: its real response cache in front of our handler, with renders of the test's. */
export type Rendered = { html: string; status?: number; tags?: string[]; revalidate?: number };
export type Answer = {
  html: string;
  status: number | undefined;
  headers: Record<string, string>;
  isStale: boolean;
};

type Entry = {
  isStale?: boolean | -1;
  value: { html: { toUnchunkedString(): string }; status?: number; headers: Record<string, string> };
};
type Responses = { get(key: string, render: () => Promise<unknown>, context: object): Promise<Entry> };
type Incremental = {
  get(key: string, context: object): Promise<{ isStale: boolean; value: { data: { body: string } } } | null>;
  set(key: string, value: object, context: object): Promise<void>;
};

const require = createRequire(import.meta.url);
// Its own types cannot be imported: they hang on ambient const enums.
const { IncrementalCache } = require('next/dist/server/lib/incremental-cache');
const { default: ResponseCache } = require('next/dist/server/response-cache');
const { default: RenderResult } = require('next/dist/server/render-result');
const { version } = require('next/package.json');

export const frameworkVersion: string = version;

const route = { kind: 'APP_PAGE', sourceRoute: '/[lang]/[slug]/page' };

/** One cache for each request, as the framework does. */
function incrementalCache(): Incremental {
  return new IncrementalCache({
    dev: false,
    minimalMode: false,
    requestHeaders: {},
    prerenderManifest: { routes: {}, dynamicRoutes: {}, notFoundRoutes: [] },
    previewProps: { previewModeId: 'none' },
    CurCacheHandler: PageCacheHandler,
  });
}

export function aFramework() {
  const responses: Responses = new ResponseCache({ minimalMode: false, route });

  async function request(
    path: string,
    render: () => Promise<Rendered>,
    marks = someMarks(),
  ): Promise<Answer> {
    const answer = () =>
      responses.get(path, async () => asPage(await render()), {
        routeKind: 'APP_PAGE',
        incrementalCache: incrementalCache(),
      });
    const { value, isStale } = await withRequestMarks(marks, answer);
    for (const run of marks.whenAnswered) run();
    const { html, status, headers } = value;
    return { html: html.toUnchunkedString(), status, headers, isStale: isStale === true };
  }

  return { request, data: incrementalCache };
}

export function someMarks(): RequestMarks {
  return {
    startedAt: Date.now(),
    absent: null,
    endsAt: null,
    kept: null,
    spokenStatus: null,
    draft: false,
    forSubscribers: false,
    tags: [],
    whenAnswered: [],
  };
}

/** As a page of the draft variant asks, once it has seen a good pass. */
export function inDraft<T>(get: () => Promise<T>): Promise<T> {
  return withRequestMarks(someMarks(), () => {
    markDraft();
    return get();
  });
}

function asPage({ html, status, tags = [], revalidate = 300 }: Rendered): object {
  return {
    value: {
      kind: 'APP_PAGE',
      html: RenderResult.fromStatic(html, 'text/html; charset=utf-8'),
      headers: { 'x-next-cache-tags': tags.join(',') },
      rscData: Buffer.from('flight'),
      postponed: undefined,
      status,
      segmentData: undefined,
    },
    cacheControl: { revalidate, expire: undefined },
  };
}
