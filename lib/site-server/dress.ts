import type { ServerResponse } from 'node:http';
import type { InlineHashes } from '#lib/page-cache/inline-hashes.ts';
import { internalHeaders } from '#lib/page-cache/internal-headers.ts';
import { isDraft } from '#lib/page-cache/response-status.ts';
import {
  commonHeaders,
  readerPolicy,
  type SecuritySettings,
  studioPolicy,
  type View,
} from './security-headers.ts';

const noHashes: InlineHashes = { scripts: [], styles: [], frames: [] };

/** Takes out what a cache entry says to us alone and puts on what every answer wears. */
export function dress(
  response: ServerResponse,
  path: string,
  hashes: InlineHashes | null,
  settings: SecuritySettings,
): void {
  const known = hashes ?? hashesFromCache(response) ?? noHashes;
  for (const name of Object.values(internalHeaders)) response.removeHeader(name);
  for (const [name, value] of Object.entries(commonHeaders(settings))) response.setHeader(name, value);
  if (carriesToken(path)) response.setHeader('Referrer-Policy', 'same-origin');
  if (invitesCaches(response)) response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
  if (isDraft()) response.setHeader('Cache-Control', 'private, no-store');
  if (response.hasHeader('Content-Security-Policy')) return;
  const policy = isStudio(path)
    ? studioPolicy(known, settings)
    : readerPolicy(known, settings, viewOf(response, path));
  response.setHeader('Content-Security-Policy', policy);
}

/**
 * What the framework says of the parts of a page that it prefetches, which finishKeepable does not see: that a cache in
 * front may keep them, for a year when the site is away. Nothing would clear them there.
 */
function invitesCaches(response: ServerResponse): boolean {
  return String(response.getHeader('Cache-Control')).includes('s-maxage');
}

/** Whether this is a page whose inline scripts nobody has hashed yet. */
export function isUnhashedPage(response: ServerResponse): boolean {
  const type = String(response.getHeader('Content-Type') ?? '');
  return type.startsWith('text/html') && !response.hasHeader(internalHeaders.scriptHashes);
}

/** The compressed page is another representation than the plain one, so the tag that names both has to be weak. */
export function varyByEncoding(response: ServerResponse): void {
  response.setHeader('Vary', [response.getHeader('Vary') ?? [], 'Accept-Encoding'].flat().join(', '));
  const tag = response.getHeader('ETag');
  if (typeof tag === 'string' && tag.startsWith('"')) response.setHeader('ETag', `W/${tag}`);
}

/**
 * Pages whose address is a key: no other host may learn anything of it. `no-referrer` would do that too, but turn the
 * Origin of their forms to null.
 */
function carriesToken(path: string): boolean {
  return /^(?:\/es)?\/(?:confirm|feed|gift|gifts|sign-in|preferences|unsubscribe)(?:[/?]|$)/.test(path);
}

const draftCookie = /(?:^|;\s*)(?:__Host-)?draft=/;

/**
 * Presentation's frame begins at /api/draft. Whoever came that way carries a cookie; if it is forged, its owner may
 * frame the page that everybody sees.
 */
function viewOf({ req }: ServerResponse, path: string): View {
  if (isDraft()) return 'draft';
  const isFramed = /^\/api\/draft(?:[/?]|$)/.test(path) || draftCookie.test(req.headers.cookie ?? '');
  return isFramed ? 'framed' : 'alone';
}

function isStudio(path: string): boolean {
  return /^\/studio(?:[/?]|$)/.test(path);
}

function hashesFromCache(response: ServerResponse): InlineHashes | null {
  const scripts = response.getHeader(internalHeaders.scriptHashes);
  const styles = response.getHeader(internalHeaders.styleHashes);
  if (typeof scripts !== 'string' || typeof styles !== 'string') return null;
  const frames = response.getHeader(internalHeaders.frames);
  return { scripts: listed(scripts), styles: listed(styles), frames: listed(String(frames ?? '')) };
}

function listed(header: string): string[] {
  return header.split(' ').filter(Boolean);
}
