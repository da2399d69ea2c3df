import { type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { finishPage } from '#lib/page-cache/finish-page.ts';
import type { InlineHashes } from '#lib/page-cache/inline-hashes.ts';
import { internalHeaders } from '#lib/page-cache/internal-headers.ts';
import { requestMarks } from '#lib/page-cache/response-status.ts';
import { chooseEncoding, compress, type Encoding, isCompressible } from './compress.ts';
import {
  commonHeaders,
  isStudio,
  readerPolicy,
  type SecuritySettings,
  studioPolicy,
} from './security-headers.ts';
import { trueStatus } from './true-status.ts';

const noHashes: InlineHashes = { scripts: [], styles: [] };
const bodiless = new Set([204, 304]);

/**
 * The response class of the site's server: the last hand each answer goes through, whoever made it. It sets the true
 * status, the security headers and the policy for the very scripts in the page, and compresses. Pages from the cache
 * bring their hashes along; others are held back until they are whole and hashed then. Null settings mean
 * development, where the framework needs inline code: there only statuses are corrected.
 */
export function siteResponse(settings: SecuritySettings | null) {
  return class SiteResponse extends ServerResponse {
    #passage: 'undecided' | 'passing' | 'holding' = 'undecided';
    #encoding: Encoding | null = null;
    readonly #held: Buffer[] = [];
    readonly #path = this.req.url ?? '/';

    override writeHead(
      status: number,
      ...rest: (string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined)[]
    ): this {
      this.statusCode = status;
      for (const part of rest) this.#addHeaders(part);
      this.#decide();
      return this.#passage === 'holding' ? this : super.writeHead(this.statusCode);
    }

    override flushHeaders(): void {
      this.#decide();
      if (this.#passage === 'passing') super.flushHeaders();
    }

    override write(chunk: unknown, ...rest: unknown[]): boolean {
      this.#decide();
      const written = rest.find(isCallback);
      if (this.#passage === 'passing') return super.write(toBuffer(chunk, rest[0]), written);
      this.#held.push(toBuffer(chunk, rest[0]));
      if (written) process.nextTick(written);
      return true;
    }

    override end(...given: unknown[]): this {
      this.#decide();
      const finished = given.find(isCallback);
      const chunk = isCallback(given[0]) ? null : (given[0] ?? null);
      if (this.#passage === 'passing') {
        return chunk === null ? super.end(finished) : super.end(toBuffer(chunk, given[1]), finished);
      }
      if (chunk !== null) this.#held.push(toBuffer(chunk, given[1]));
      const body = this.#finishBody(Buffer.concat(this.#held));
      this.#passage = 'passing';
      return super.end(body, finished);
    }

    #decide(): void {
      if (this.#passage !== 'undecided') return;
      const type = String(this.getHeader('Content-Type') ?? '');
      this.#correctStatus();
      const whole = this.req.method !== 'HEAD' && !bodiless.has(this.statusCode);
      const compressible =
        isCompressible(type) && !this.hasHeader('Content-Encoding') && this.statusCode !== 206;
      if (settings && (compressible || this.statusCode === 304)) this.#varyByEncoding();
      if (settings && whole && compressible)
        this.#encoding = chooseEncoding(this.req.headers['accept-encoding']);
      const unhashed = type.startsWith('text/html') && !this.hasHeader(internalHeaders.scriptHashes);
      if (settings && whole && (unhashed || this.#encoding)) {
        this.#passage = 'holding';
        return;
      }
      this.#passage = 'passing';
      this.#dress(null);
    }

    #finishBody(given: Buffer): Buffer {
      let body = given;
      const html = String(this.getHeader('Content-Type')).startsWith('text/html');
      if (html && !this.hasHeader(internalHeaders.scriptHashes)) {
        const page = finishPage(body.toString());
        body = Buffer.from(page.html);
        this.#dress(page.hashes);
      } else {
        this.#dress(null);
      }
      const immutable = String(this.getHeader('Cache-Control')).includes('immutable');
      const compressed = this.#encoding && compress(body, this.#encoding, immutable ? this.#path : null);
      if (compressed && this.#encoding) this.setHeader('Content-Encoding', this.#encoding);
      body = compressed || body;
      this.setHeader('Content-Length', body.length);
      return body;
    }

    #correctStatus(): void {
      const { status, headers } = trueStatus(this.statusCode, this.#path, requestMarks());
      this.statusCode = status;
      for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    }

    /** The compressed page is another representation than the plain one, so the tag that names both has to be weak. */
    #varyByEncoding(): void {
      this.setHeader('Vary', [this.getHeader('Vary') ?? [], 'Accept-Encoding'].flat().join(', '));
      const tag = this.getHeader('ETag');
      if (typeof tag === 'string' && tag.startsWith('"')) this.setHeader('ETag', `W/${tag}`);
    }

    #dress(hashes: InlineHashes | null): void {
      const known = hashes ?? this.#hashesFromCache() ?? noHashes;
      for (const name of Object.values(internalHeaders)) this.removeHeader(name);
      if (!settings) return;
      for (const [name, value] of Object.entries(commonHeaders(this.#path, settings)))
        this.setHeader(name, value);
      if (this.hasHeader('Content-Security-Policy')) return;
      const policy = isStudio(this.#path) ? studioPolicy(known, settings) : readerPolicy(known, settings);
      this.setHeader('Content-Security-Policy', policy);
    }

    #hashesFromCache(): InlineHashes | null {
      const scripts = this.getHeader(internalHeaders.scriptHashes);
      const styles = this.getHeader(internalHeaders.styleHashes);
      if (typeof scripts !== 'string' || typeof styles !== 'string') return null;
      return { scripts: scripts.split(' ').filter(Boolean), styles: styles.split(' ').filter(Boolean) };
    }

    #addHeaders(part: string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined): void {
      if (part === undefined || typeof part === 'string' || Array.isArray(part)) return;
      for (const [name, value] of Object.entries(part)) if (value !== undefined) this.setHeader(name, value);
    }
  };
}

function isCallback(value: unknown): value is () => void {
  return typeof value === 'function';
}

function toBuffer(chunk: unknown, encoding: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (typeof chunk !== 'string') throw new TypeError('A response body must be text or bytes');
  return Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8');
}
