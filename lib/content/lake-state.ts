import { z } from 'zod';
import { config } from '#lib/config.ts';

/** Whether the site can read the lake, and whether strangers can: a public dataset answers anybody's GROQ. */
export type LakeState = { kind: 'private' } | { kind: 'public' } | { kind: 'unreachable'; because: string };

const timeoutMs = 3_000;
const oneArticle = '*[_type == "article"][0..0]{ "id": _id }';
const answerSchema = z.object({ result: z.array(z.object({ id: z.string() })) });

export async function findLakeState(): Promise<LakeState> {
  try {
    const ours = await ask(config().SANITY_API_READ_TOKEN);
    if (!ours.ok) return { kind: 'unreachable', because: `it answered ${ours.status}` };
    answerSchema.parse(await ours.json());
    const anybodys = await ask(null);
    if (!anybodys.ok) return { kind: 'private' };
    const seen = answerSchema.safeParse(await anybodys.json());
    return seen.success && seen.data.result.length > 0 ? { kind: 'public' } : { kind: 'private' };
  } catch (error) {
    return { kind: 'unreachable', because: error instanceof Error ? error.name : 'unknown' };
  }
}

function ask(token: string | null): Promise<Response> {
  const { SANITY_API_HOST: host, SANITY_PROJECT_ID: project, SANITY_DATASET: dataset } = config();
  const origin = host ?? `https://${project}.api.sanity.io`;
  const address = `/v2025-02-19/data/query/${dataset}?${new URLSearchParams({ query: oneArticle })}`;
  return fetch(new URL(address, origin), {
    headers: token ? { authorization: `Bearer ${token}` } : {},
    signal: AbortSignal.timeout(timeoutMs),
    cache: 'no-store',
  });
}
