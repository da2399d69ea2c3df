import type { Question } from './ask.ts';

/** Every way in which the lake gives documents away to those who may have them. */
export function datasetEndpoints(id: string): Question[] {
  const dataset = 'production';
  const query = encodeURIComponent('*[defined(body)]{..., body}');
  const asked = `query=${query}&perspective=raw&includeResult=true&includeAllVersions=true`;
  const paths = [
    `data/query/${dataset}?${asked}`,
    `projects/local/datasets/${dataset}/query?${asked}`,
    `data/doc/${dataset}/${id}`,
    `data/doc/${dataset}/${id},drafts.${id}`,
    `projects/local/datasets/${dataset}/doc/${id}`,
    `data/export/${dataset}`,
    `projects/local/datasets/${dataset}/export`,
    `data/references/${dataset}/${id}`,
    `data/listen/${dataset}?${asked}`,
    `projects/local/datasets/${dataset}/listen?${asked}`,
    `data/history/${dataset}/transactions/${id}?excludeContent=false`,
    `data/history/${dataset}/transactions?excludeContent=false`,
    `data/history/${dataset}/documents/${id}?time=${new Date().toISOString()}`,
    `data/history/${dataset}/documents/${id}?lastRevision=true`,
    `data/history/${dataset}/documents/${id}/events`,
    `data/history/${dataset}/events/documents/${id}`,
  ];
  const written = { query: '*[defined(body)]', params: {} };
  return [
    ...['v1', 'v2025-02-19', 'vX', 'v2021-03-25'].flatMap((version) =>
      paths.map((path) => ({ path: `/${version}/${path}` })),
    ),
    {
      ...{ path: `/v2025-02-19/data/query/${dataset}`, method: 'POST', body: JSON.stringify(written) },
      headers: { 'content-type': 'application/json' },
    },
    {
      ...{ path: `/v2025-02-19/data/mutate/${dataset}?returnDocuments=true`, method: 'POST' },
      ...{ body: JSON.stringify({ mutations: [{ patch: { id, set: { x: 1 } } }] }) },
      headers: { 'content-type': 'application/json' },
    },
    ...['/', '/studio', '/login', `/${dataset}`, `/data/query/${dataset}?${asked}`].map((path) => ({ path })),
  ];
}
