import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ByteBoundedMap } from '#lib/page-cache/byte-bounded-map.ts';

export type Encoding = 'br' | 'gzip';

const compressible =
  /^(?:text\/|application\/(?:json|javascript|manifest\+json|xml|[a-z.]+\+xml|feed\+json)|image\/svg\+xml)/;
const smallestBytes = 1_024;
const quality = 5;

export function isCompressible(contentType: string): boolean {
  return compressible.test(contentType) && !contentType.startsWith('text/event-stream');
}

/** The better of our two encodings that the client takes, or null. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding | null {
  const accepted = new Set<string>();
  for (const part of (acceptEncoding ?? '').split(',')) {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
    if (!parameters.some((parameter) => /^\s*q=0(?:\.0*)?\s*$/.test(parameter))) accepted.add(name.trim());
  }
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : null;
}

const kept = new ByteBoundedMap<{ body: Buffer; bytes: number }>(64 * 1024 * 1024);

/** Compresses a whole body; null when it is too small to gain. What never changes under its key is kept. */
export function compress(body: Buffer, encoding: Encoding, immutableKey: string | null): Buffer | null {
  if (body.length < smallestBytes) return null;
  const key = immutableKey === null ? null : `${encoding} ${immutableKey}`;
  const known = key === null ? undefined : kept.get(key);
  if (known) return known.body;
  const compressed =
    encoding === 'gzip'
      ? gzipSync(body)
      : brotliCompressSync(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: quality,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
          },
        });
  if (key !== null) kept.set(key, { body: compressed, bytes: compressed.length });
  return compressed;
}
