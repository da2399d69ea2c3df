import { type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { finishPage } from '#lib/page-cache/finish-page.ts';
import { isDraft, requestMarks } from '#lib/page-cache/response-status.ts';
import { isCallback, toBuffer } from './body-chunk.ts';
import { chooseEncoding, compress, isCompressible } from './compress.ts';
import { dress, isUnhashedPage, varyByEncoding } from './dress.ts';
import { failurePage } from './failure-page.ts';
import { isUnchanged } from './is-unchanged.ts';
import { compressedBody, isPlainRequest, type KeptAnswer, rememberAnswer } from './kept-answers.ts';
import { mayBeSubscriber, rememberForSubscribers } from './kept-for-subscribers.ts';
import type { SecuritySettings } from './security-headers.ts';
import { trueStatus } from './true-status.ts';

/** What is the same for everybody and is asked for again and again: pages and their twins, feeds. */
const isWhole = (type: string) =>
  /^(?:text\/html|text\/markdown|application\/(?:rss\+xml|atom\+xml|feed\+json))/.test(type);

const bodiless = new Set([204, 304]);

/**
 * The response class of the site's server: the last hand each answer goes through, whoever made it. It sets the true
 * status, the security headers and the policy for the very scripts in the page, and compresses; for that it holds
 * texts back until they are whole. Null settings mean development, where the framework needs inline code: there only
 * statuses are corrected.
 */
export function siteResponse(settings: SecuritySettings | null) {
  return class SiteResponse extends ServerResponse {
    #passage: 'undecided' | 'passing' | 'holding' = 'undecided';
    /** A page that was rendered and says 503 has words of its own; one that threw has none. */
    #threw = false;
    readonly #held: Buffer[] = [];
    readonly #path = this.req.url ?? '/';
    /** Asked at once, because the framework takes its own headers off the request. */
    readonly #isPlain = isPlainRequest(this.req);
    readonly #mayBeSubscriber = mayBeSubscriber(this.req);

    override writeHead(
      status: number,
      ...rest: (string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined)[]
    ): this {
      this.statusCode = status;
      for (const part of rest) {
        if (typeof part !== 'object' || Array.isArray(part)) continue;
        for (const [name, value] of Object.entries(part))
          if (value !== undefined) this.setHeader(name, value);
      }
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
      const body = this.#finish(Buffer.concat(this.#held));
      this.#passage = 'passing';
      return super.end(body, finished);
    }

    /** Answers with what left before, in the encoding that this client takes. */
    sendKept(answer: KeptAnswer): void {
      this.#passage = 'passing';
      const { headers } = answer;
      if (isUnchanged(this.req.headers, headers)) {
        const { 'content-type': _, ...unchanged } = headers;
        super.writeHead(304, unchanged);
        super.end();
        return;
      }
      const encoding = chooseEncoding(this.req.headers['accept-encoding']);
      const compressed = encoding && compressedBody(answer, encoding);
      const body = compressed ?? answer.body;
      super.writeHead(200, {
        ...headers,
        'content-length': body.length,
        ...(compressed && encoding && { 'content-encoding': encoding }),
      });
      super.end(this.req.method === 'HEAD' ? undefined : body);
    }

    #decide(): void {
      if (this.#passage !== 'undecided') return;
      this.#passage = 'passing';
      this.#threw = this.statusCode >= 500;
      const corrected = trueStatus(
        this.statusCode,
        this.#path,
        requestMarks(),
        this.hasHeader('x-nextjs-cache'),
      );
      this.statusCode = corrected.status;
      for (const [name, value] of Object.entries(corrected.headers)) this.setHeader(name, value);
      this.#sayLocationOnce();
      if (!settings) return;
      const type = String(this.getHeader('Content-Type') ?? '');
      const textual = isCompressible(type) && !this.hasHeader('Content-Encoding') && this.statusCode !== 206;
      if (textual || this.statusCode === 304) varyByEncoding(this);
      if (textual && this.req.method !== 'HEAD' && !bodiless.has(this.statusCode)) this.#passage = 'holding';
      else dress(this, this.#path, null, settings);
    }

    /** The framework sets it as it renders a redirect and adds it again from the entry it has just kept. */
    #sayLocationOnce(): void {
      const location = this.getHeader('Location');
      if (Array.isArray(location) && location[0] !== undefined) this.setHeader('Location', location[0]);
    }

    #finish(given: Buffer): Buffer {
      if (!settings) return given;
      const failed = this.#threw && isUnhashedPage(this);
      const html = failed ? failurePage(this.#path) : given.toString();
      const page = isUnhashedPage(this) ? finishPage(html) : null;
      const body = page && (failed || page.html !== html) ? Buffer.from(page.html) : given;
      dress(this, this.#path, page?.hashes ?? null, settings);
      this.removeHeader('Content-Length');
      const type = String(this.getHeader('Content-Type'));
      const isShared = isWhole(type) && !this.hasHeader('Set-Cookie') && !isDraft();
      if (this.statusCode === 200 && isShared && this.#isPlain) {
        const headers = { ...this.getHeaders(), 'x-nextjs-cache': 'HIT' };
        rememberAnswer(this.#path, { headers, body, compressed: new Map() }, requestMarks()?.kept ?? null);
      }
      if (this.statusCode === 200 && isShared && this.#mayBeSubscriber) {
        const answer = { headers: { ...this.getHeaders() }, body, compressed: new Map() };
        rememberForSubscribers(this.#path, answer, requestMarks());
      }
      if (this.statusCode === 200 && isUnchanged(this.req.headers, this.getHeaders())) {
        this.statusCode = 304;
        this.removeHeader('Content-Type');
        return Buffer.alloc(0);
      }
      const encoding = chooseEncoding(this.req.headers['accept-encoding']);
      const immutable = String(this.getHeader('Cache-Control')).includes('immutable');
      const compressed = encoding && compress(body, encoding, immutable ? this.#path : null);
      if (compressed && encoding) this.setHeader('Content-Encoding', encoding);
      const sent = compressed || body;
      this.setHeader('Content-Length', sent.length);
      return sent;
    }
  };
}
