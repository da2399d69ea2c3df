import { z } from 'zod';
import { changeFilter, changeProjection } from '#lib/content/content-tags.ts';

const name = 'Site: content changed';
const apiVersion = 'v2021-10-04';
const timeoutMs = 10_000;

export type Registration = {
  /** The lake's address. Hosted Sanity's webhook is made by its operator: docs/operations.md. */
  lakeUrl: string;
  projectId: string;
  dataset: string;
  /** An administrator's token. */
  token: string;
  /** Where the lake reaches the site. */
  siteUrl: string;
  secret: string;
};

const hooksSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** Makes the lake tell the site of every published change: one webhook, found again by its name. */
export async function registerWebhook(registration: Registration): Promise<'created' | 'updated'> {
  const { lakeUrl, projectId, dataset, siteUrl, secret } = registration;
  const hooks = new URL(`/${apiVersion}/hooks/projects/${projectId}`, lakeUrl).href;
  const wanted = {
    type: 'document',
    name,
    url: new URL('/api/content-changed', siteUrl).href,
    dataset,
    apiVersion,
    httpMethod: 'POST',
    rule: { on: ['create', 'update', 'delete'], filter: changeFilter, projection: changeProjection },
    includeDrafts: false,
    isDisabledByUser: false,
    secret,
  };
  const known = hooksSchema.parse(await call(registration, 'GET', hooks)).find((hook) => hook.name === name);
  if (known) await call(registration, 'PATCH', `${hooks}/${known.id}`, wanted);
  else await call(registration, 'POST', hooks, wanted);
  return known ? 'updated' : 'created';
}

async function call(
  { token }: Registration,
  method: 'GET' | 'POST' | 'PATCH',
  address: string,
  body?: object,
): Promise<unknown> {
  const answer = await fetch(address, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.ok) throw new Error(`${method} ${new URL(address).pathname} answered ${answer.status}`);
  return answer.json();
}
