import { isRecord, type JsonRecord } from '../dataset/document.ts';
import { httpError, LakeError } from '../http/lake-error.ts';
import { parseTrusted } from '../query/parse-query.ts';

export const operations = ['create', 'update', 'delete'] as const;
export type Operation = (typeof operations)[number];

/** One webhook: when it fires, what it sends and where to. */
export type Hook = {
  id: string;
  name: string;
  url: string;
  dataset: string;
  apiVersion: string;
  httpMethod: string;
  on: readonly Operation[];
  filter: string;
  projection: string;
  includeDrafts: boolean;
  headers: Record<string, string>;
  secret: string | null;
  isDisabled: boolean;
  createdAt: string;
};

/** Reads a request's body over what a hook already is: a PATCH names only what it changes. */
export function parseHook(body: JsonRecord, base: Hook): Hook {
  const rule = isRecord(body.rule) ? body.rule : {};
  const hook = {
    ...base,
    name: textOf(body.name) ?? base.name,
    url: textOf(body.url) ?? base.url,
    dataset: textOf(body.dataset) ?? base.dataset,
    apiVersion: textOf(body.apiVersion) ?? base.apiVersion,
    httpMethod: textOf(body.httpMethod)?.toUpperCase() ?? base.httpMethod,
    on: Array.isArray(rule.on)
      ? operations.filter((operation) => asList(rule.on).includes(operation))
      : base.on,
    filter: textOf(rule.filter) ?? base.filter,
    projection: textOf(rule.projection) ?? base.projection,
    includeDrafts: typeof body.includeDrafts === 'boolean' ? body.includeDrafts : base.includeDrafts,
    headers: isRecord(body.headers) ? textsOf(body.headers) : base.headers,
    secret: body.secret === null ? null : (textOf(body.secret) ?? base.secret),
    isDisabled: typeof body.isDisabledByUser === 'boolean' ? body.isDisabledByUser : base.isDisabled,
  };
  check(hook);
  return hook;
}

export function describeHook(hook: Hook, projectId: string) {
  return {
    id: hook.id,
    type: 'document',
    projectId,
    name: hook.name,
    url: hook.url,
    dataset: hook.dataset,
    apiVersion: hook.apiVersion,
    httpMethod: hook.httpMethod,
    rule: { on: hook.on, filter: hook.filter, projection: hook.projection },
    includeDrafts: hook.includeDrafts,
    headers: hook.headers,
    isDisabled: hook.isDisabled,
    isDisabledByUser: hook.isDisabled,
    createdAt: hook.createdAt,
    secret: null,
    hasSecret: hook.secret !== null,
  };
}

function check(hook: Hook): void {
  const url = URL.parse(hook.url);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw httpError(400, '"url" must be an http(s) URL');
  // Either would only fail at each attempt, for half an hour a message.
  if (url.username !== '' || url.password !== '')
    throw httpError(400, '"url" may not hold a name and a password: send them as a header');
  if (!areHeaders(hook.headers)) throw httpError(400, '"headers" hold a name or a value that cannot be sent');
  if (!['POST', 'PUT', 'PATCH', 'DELETE', 'GET'].includes(hook.httpMethod))
    throw httpError(400, 'Invalid "httpMethod"');
  if (hook.name === '') throw httpError(400, '"name" is required');
  for (const [part, groq] of [
    ['filter', hook.filter],
    ['projection', hook.projection],
  ] as const) {
    if (groq === '') continue;
    try {
      parseTrusted(groq, 'delta');
    } catch (error) {
      if (error instanceof LakeError)
        throw httpError(400, `The rule's ${part} cannot be read: ${error.message}`);
      throw error;
    }
  }
}

function areHeaders(headers: Record<string, string>): boolean {
  try {
    new Headers(headers);
    return true;
  } catch {
    // That it throws is the answer.
    return false;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value.trim() : null;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: JsonRecord): Record<string, string> {
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}
