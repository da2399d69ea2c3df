import type { Config } from '#lib/config.ts';

const hostedAssets = 'https://cdn.sanity.io';
const timeoutMs = 15_000;
const pictureTypes = /^image\/(?:avif|webp|jpeg|png|gif|svg\+xml)$/;

/** A picture that is being read from the asset host. */
type FoundPicture = {
  kind: 'found';
  body: ReadableStream<Uint8Array> | null;
  type: string;
  length: string | null;
  etag: string | null;
};

export type Picture =
  | FoundPicture
  | { kind: 'unchanged'; etag: string | null }
  | { kind: 'unknown' }
  | { kind: 'failed'; cause: unknown };

export function assetHost({ SANITY_API_HOST }: Pick<Config, 'SANITY_API_HOST'>): string {
  return SANITY_API_HOST ? new URL(SANITY_API_HOST).origin : hostedAssets;
}

/** Asks the one asset host; a redirect would lead elsewhere and counts as a failure. */
export async function getPicture(
  host: string,
  path: string,
  asked: Headers,
  abort: AbortSignal,
): Promise<Picture> {
  const headers = new Headers();
  for (const name of ['accept', 'if-none-match']) {
    const value = asked.get(name);
    if (value) headers.set(name, value);
  }
  try {
    const signal = AbortSignal.any([abort, AbortSignal.timeout(timeoutMs)]);
    const answer = await fetch(new URL(path, host), {
      headers,
      signal,
      redirect: 'error',
      cache: 'no-store',
    });
    const etag = answer.headers.get('etag');
    if (answer.status === 304) return { kind: 'unchanged', etag };
    const type = answer.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
    if (answer.status === 200 && pictureTypes.test(type)) {
      return { kind: 'found', body: answer.body, type, length: answer.headers.get('content-length'), etag };
    }
    await answer.body?.cancel();
    if (answer.status === 404) return { kind: 'unknown' };
    return { kind: 'failed', cause: new Error(`The asset host answered ${answer.status} ${type}`) };
  } catch (cause) {
    return { kind: 'failed', cause };
  }
}
