import type { ClientConfig } from '@sanity/client';
import { publishedIdOf } from '../schema/published-id.ts';
import { type PublishableArticle, publishPatch } from './publish-patch.ts';

type Fetch = ReturnType<NonNullable<ClientConfig['resolveFetch']>>;
type Init = NonNullable<Parameters<Fetch>[1]>;
type Action = { actionType: string; draftId?: string; releaseId?: string; publishAt?: string };
type Article = PublishableArticle & { _id: string };
/** What is about to be published, and when readers will see it. */
type Publishing = { article: Article; at: number };

const fields = '{_id, slug, previousSlugs, firstPublishedAt, publishedAt, embargoUntil}';
const articlesById = `*[_type == "article" && _id in $ids]${fields}`;
const articlesOfRelease = `*[_type == "article" && _id in path($versions)
  && *[_id == $release][0].state != "scheduled"]${fields}`;

/**
 * Studio's one door to the lake, which sees every way of publishing: the button, a release, a scheduled draft. Before
 * such an action goes out, what a publish owes the reader is written into the draft or version it will publish.
 */
export function publishingFetch(fetch: Fetch): Fetch {
  return async (address, init) => {
    const [, data, dataset] = /^(.+\/data)\/actions\/([^/?]+)/.exec(address) ?? [];
    if (!data || !dataset || typeof init?.body !== 'string') return fetch(address, init);
    const request: { actions: Action[] } = JSON.parse(init.body);
    const post = (url: string, body: object) => fetch(url, { ...init, body: JSON.stringify(body) });
    const query = async (groq: string, params: object): Promise<Article[]> => {
      const answer = await post(`${data}/query/${dataset}?perspective=raw`, { query: groq, params });
      if (!answer.ok) throw new Error(`The lake answered ${answer.status} before a publish`);
      return JSON.parse(await answer.text()).result;
    };
    const now = Date.now();
    const drafts = await articlesOfDrafts(request.actions, query, now);
    const versions = await articlesOfReleases(request.actions, query, now);
    // A release may be locked the moment it is scheduled, so its versions are written in a request of their own.
    const before = await edits(versions, query, now);
    if (before.length > 0) {
      const answer = await post(`${data}/actions/${dataset}`, { actions: before });
      if (!answer.ok) return answer;
    }
    const together = await edits(drafts, query, now);
    if (together.length === 0) return fetch(address, init);
    return fetch(address, bodyOf(init, { ...request, actions: [...together, ...request.actions] }));
  };
}

type Query = (groq: string, params: object) => Promise<Article[]>;

const bodyOf = (init: Init, body: object): Init => ({ ...init, body: JSON.stringify(body) });

async function articlesOfDrafts(actions: Action[], query: Query, now: number): Promise<Publishing[]> {
  const ids = actions.flatMap(({ actionType, draftId }) =>
    actionType === 'sanity.action.document.publish' && draftId ? [draftId] : [],
  );
  if (ids.length === 0) return [];
  return (await query(articlesById, { ids })).map((article) => ({ article, at: now }));
}

async function articlesOfReleases(actions: Action[], query: Query, now: number): Promise<Publishing[]> {
  const found = actions.map(async ({ actionType, releaseId, publishAt }) => {
    const isScheduled = actionType === 'sanity.action.release.schedule';
    if (!releaseId || !(isScheduled || actionType === 'sanity.action.release.publish')) return [];
    const params = { versions: `versions.${releaseId}.**`, release: `_.releases.${releaseId}` };
    const at = isScheduled && publishAt ? Date.parse(publishAt) : now;
    return (await query(articlesOfRelease, params)).map((article) => ({ article, at }));
  });
  return (await Promise.all(found)).flat();
}

async function edits(publishing: Publishing[], query: Query, now: number): Promise<object[]> {
  if (publishing.length === 0) return [];
  const ids = publishing.map(({ article }) => publishedIdOf(article._id));
  const published = new Map((await query(articlesById, { ids })).map((article) => [article._id, article]));
  return publishing.flatMap(({ article, at }) => {
    const publishedId = publishedIdOf(article._id);
    const patch = publishPatch(article, published.get(publishedId) ?? null, { now, at });
    if (!patch) return [];
    return [{ actionType: 'sanity.action.document.edit', draftId: article._id, publishedId, patch }];
  });
}
